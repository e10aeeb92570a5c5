import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The addresses of the pages; every other address that is no file of ours is the hub's. */
const pages: Readonly<Record<string, string>> = {
  "/board": "/board.html",
  "/kiosk": "/touch.html",
  "/pair": "/pair.html",
};

/** In development: Vite serves the pages and reloads them on a change, and the hub at `HUB` answers all else. */
export function hubBehind(): Plugin {
  return {
    name: "signpost:hub-behind",
    apply: "serve",
    config: ({ root = ".", base = "/" }) => ({
      server: {
        proxy: {
          "/": {
            target: process.env.HUB ?? "http://127.0.0.1:8080",
            ws: true,
            bypass: ({ url = "/", headers }) => (headers.upgrade ? undefined : own(root, base, url)),
          },
        },
      },
    }),
  };
}

function own(root: string, base: string, url: string): string | undefined {
  const { pathname, search } = new URL(url, "http://localhost");
  // The console is all that lies below its base, and one page for every address there that is no file.
  if (base !== "/") return pathname.startsWith(base.slice(0, -1)) ? url : undefined;
  const page = pages[pathname];
  if (page) return page + search;
  const file = pathname !== "/" && existsSync(join(root, pathname));
  return file || /^\/(@|node_modules\/)/.test(pathname) ? url : undefined;
}
