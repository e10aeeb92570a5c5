import { join } from "node:path";
import { build } from "vite";
import { serviceWorker } from "../../../tasks/build/service-worker.ts";

const repository = join(import.meta.dirname, "..", "..", "..");

/** Builds a plain board on the real live parts, the real service worker and the real pairing page into a folder. */
export async function buildPages(folder: string): Promise<void> {
  const root = join(import.meta.dirname, "page");
  const shared = { configFile: false, publicDir: false, logLevel: "error" } as const;
  const output = { outDir: folder, emptyOutDir: false, target: "chrome69", assetsInlineLimit: 0 };
  await build({
    ...shared,
    root: join(repository, "kiosk"),
    build: { ...output, rolldownOptions: { input: join(repository, "kiosk", "pair.html") } },
  });
  await build({
    ...shared,
    root,
    plugins: [serviceWorker("../../../../kiosk/sw.ts")],
    build: { ...output, rolldownOptions: { input: join(root, "board.html") } },
  });
}
