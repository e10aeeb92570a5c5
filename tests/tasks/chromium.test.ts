import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findChromium } from "../../tasks/setup/chromium.mjs";
import { temporaryFolder } from "../support/folder.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder("chromium");
});
afterEach(() => folder.remove());

function program(path: string): string {
  const file = join(folder.path, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "");
  chmodSync(file, 0o755);
  return file;
}

describe("the browser of the tests", () => {
  test("is the one that CHROMIUM names, whatever else is there", () => {
    program("bin/chromium");
    expect(findChromium({ CHROMIUM: "my-chromium", PATH: join(folder.path, "bin") })).toBe("my-chromium");
  });

  test("is a Chromium before a Chrome, in whichever folder of PATH it lies", () => {
    const chrome = program("first/google-chrome");
    const PATH = [join(folder.path, "first"), join(folder.path, "second")].join(delimiter);
    expect(findChromium({ PATH })).toBe(chrome);
    const chromium = program("second/chromium");
    expect(findChromium({ PATH })).toBe(chromium);
  });

  test("is not a file that cannot be run", () => {
    chmodSync(program("bin/chromium"), 0o644);
    const other = program("more/chromium");
    expect(
      findChromium({ PATH: [join(folder.path, "bin"), join(folder.path, "more")].join(delimiter) }),
    ).toBe(other);
  });
});
