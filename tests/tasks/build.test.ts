import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { digest } from "../../tasks/setup/build.mjs";
import { temporaryFolder } from "../support/folder.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (path: string): string => join(folder.path, path);
const state = (): string => digest(folder.path, ["server", "console", "vite.config.ts"]);

beforeEach(async () => {
  folder = await temporaryFolder("build");
  mkdirSync(at("server/live"), { recursive: true });
  writeFileSync(at("server/hub.ts"), "one");
  writeFileSync(at("server/live/door.ts"), "two");
});
afterEach(() => folder.remove());

test.each<[string, () => void]>([
  ["edited", () => writeFileSync(at("server/live/door.ts"), "three")],
  ["edited to the same length", () => utimesSync(at("server/hub.ts"), 1, 1)],
  ["added", () => writeFileSync(at("vite.config.ts"), "")],
  ["removed", () => rmSync(at("server/hub.ts"))],
  ["renamed", () => renameSync(at("server/hub.ts"), at("server/main.ts"))],
])("a source that was %s is built again", (_what, change) => {
  const before = state();
  change();
  expect(state()).not.toBe(before);
});

test("what nobody touched is not built again, nor is the build a source of itself", () => {
  const before = state();
  mkdirSync(at("dist"));
  writeFileSync(at("dist/main.js"), "built");
  expect(state()).toBe(before);
});
