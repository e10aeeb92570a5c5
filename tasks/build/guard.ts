import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin, UserConfig } from "vite";

/** What an extension is made of besides scripts. */
const plain = /^(manifest\.json|managed\.json|.*\.(html|css))$/;
/** Each is one classic script: a content script can be nothing else. */
const scripts = ["worker", "page", "plain", "away", "menu"] as const;

/**
 * Builds the browser extension of kiosk/guard into a folder that the hub packs and signs.
 * @param root the repository's folder
 */
export function guard(root: string): UserConfig {
  const folder = join(root, "kiosk/guard");
  const build = (name: string) => ({
    emptyOutDir: false,
    rolldownOptions: {
      input: join(folder, `${name}.ts`),
      output: { format: "iife", entryFileNames: "[name].js" },
    } as const,
  });
  const [first, ...others] = scripts;
  return {
    root: folder,
    publicDir: false,
    plugins: [copied(folder)],
    build: { outDir: "../../dist/guard", target: "chrome120", ...build(first) },
    environments: Object.fromEntries(
      others.map((name) => [name, { consumer: "client", build: build(name) }]),
    ),
    builder: { sharedConfigBuild: true },
  };
}

function copied(folder: string): Plugin {
  return {
    name: "signpost:guard-files",
    writeBundle({ dir }) {
      if (!dir) return;
      mkdirSync(dir, { recursive: true });
      const names = readdirSync(folder).filter((name) => plain.test(name) && name !== "bar.css");
      for (const name of [...names, "launch/signpost-kiosk"])
        copyFileSync(join(folder, name), join(dir, basename(name)));
    },
  };
}
