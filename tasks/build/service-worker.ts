import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";

/**
 * Builds a service worker beside the pages, as one classic script, and gives it the list of what it keeps on the
 * device: every built file except fonts of single scripts (up to 280 kB each; they are kept when first used) and
 * source maps. The list stands in for `self.__WB_MANIFEST`, as Workbox calls it, and what only a kiosk has for
 * `self.__KIOSK_MANIFEST`.
 * @param entry the worker's source, below Vite's root; without it there is no worker
 * @param kiosk the page of a kiosk: what only it needs is not kept on a board
 * @param others pages that no screen opens: what only they need is kept on none
 */
export function serviceWorker(entry: string, kiosk = "touch", others: readonly string[] = []): Plugin {
  /** By address: pages are built one after another, and some files belong to several. */
  const lists = { board: new Map<string, Precached>(), kiosk: new Map<string, Precached>() };
  return {
    name: "signpost:service-worker",
    apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    writeBundle(_options, files) {
      if (others.includes(this.environment.name)) return;
      const list = this.environment.name === kiosk ? lists.kiosk : lists.board;
      for (const file of Object.values(files).filter(kept)) list.set(file.fileName, precached(file));
    },
    async closeBundle() {
      const { root, build: pages } = this.environment.config;
      const input = join(root, entry);
      if (!existsSync(input)) return;
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: "warn",
        define: {
          "self.__WB_MANIFEST": JSON.stringify([...lists.board.values()]),
          "self.__KIOSK_MANIFEST": JSON.stringify(
            [...lists.kiosk.values()].filter(({ url }) => !lists.board.has(url.slice(1))),
          ),
        },
        build: {
          outDir: pages.outDir,
          emptyOutDir: false,
          target: pages.target,
          rolldownOptions: { input, output: { format: "iife", entryFileNames: "sw.js" } },
        },
      });
    },
  };
}

interface Precached {
  readonly url: string;
  readonly revision: string | null;
}

type Built = Rolldown.OutputAsset | Rolldown.OutputChunk;

function kept({ fileName }: Built): boolean {
  return !/\.map$|(^|\/)noto-[^/]*\.woff2?$|\.woff$/.test(fileName);
}

/** A name with a hash in it says which content it is; any other needs the content's own. */
function precached(file: Built): Precached {
  const content = file.type === "asset" ? file.source : file.code;
  const named = /-[\w-]{8}\.\w+$/.test(file.fileName);
  return {
    url: `/${file.fileName}`,
    revision: named ? null : createHash("sha256").update(content).digest("hex").slice(0, 16),
  };
}
