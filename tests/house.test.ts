import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { leftOut, linesWith, machinePath, registryHost } from "./support/house/lines.ts";
import { looksTwice } from "./support/house/looks.ts";
import { heavy, type Sources, strays } from "./support/house/rules.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

// Not ours, or full of what the checkers look for, as examples.
const left =
  /^(\.git|\.cache|node_modules|dist|data|tests\/(samples|\.out|house-checkers\.test\.ts|support\/house\/lines\.ts))$/;

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (left.test(relative(root, path))) continue;
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield relative(root, path);
  }
}

const files = [...filesUnder(root)];

function read(pattern: RegExp): Sources {
  const paths = files.filter((path) => pattern.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

describe("the house", () => {
  test("has no stray import, and keeps the schema library out of the screens' bundles", () => {
    const sources = read(/^(shared|server|kiosk|console)\/.*\.tsx?$/);
    expect(sources.size).toBeGreaterThan(0);
    expect(strays(sources)).toEqual([]);
    expect(heavy(sources)).toEqual([]);
    // Every source is parsed: ten seconds, and many times that where others work on the same machine.
  }, 120_000);

  test("gives a class of the console its look in one stylesheet alone", () => {
    const sheets = read(/^console\/.*\.css$/);
    expect(sheets.size).toBeGreaterThan(0);
    expect(looksTwice(sheets)).toEqual([]);
  });

  test("names no registry and no path of somebody's machine", () => {
    const texts = read(/\.(ts|tsx|mjs|css|html|json|ya?ml|sh|csv|md)$|^\.|\/run$/);
    expect(linesWith(registryHost, texts)).toEqual([]);
    expect(linesWith(machinePath, read(/\.(ts|tsx|mjs|json)$|\/run$/))).toEqual([]);
  });

  test("leaves no test out", () => {
    expect(linesWith(leftOut, read(/^tests\/.*\.tsx?$/))).toEqual([]);
  });

  test("has no file longer than 300 lines", () => {
    const long = [...read(/\.(ts|tsx|mjs|css)$/)].filter(
      ([, text]) => text.trimEnd().split("\n").length > 300,
    );
    expect(long.map(([path]) => path)).toEqual([]);
  });
});
