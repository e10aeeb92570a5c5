import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What gets smaller; fonts and pictures are compressed already. */
const texts = /\.(js|css|html|json|svg|webmanifest)$/;

/**
 * Lays a Brotli and a gzip copy beside every text that was built, so that the hub sends the smallest without
 * compressing anything itself. Stands last: what other plugins write must be there.
 */
export function compressed(): Plugin {
  return {
    name: "signpost:compressed",
    apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    closeBundle: {
      order: "post",
      sequential: true,
      handler() {
        const { root, build } = this.environment.config;
        const folder = resolve(root, build.outDir);
        const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
        for (const name of names.filter((one) => texts.test(one))) compress(join(folder, name));
      },
    },
  };
}

function compress(file: string): void {
  const content = readFileSync(file);
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  );
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
