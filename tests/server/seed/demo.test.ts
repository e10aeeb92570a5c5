import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDemo } from "#server/seed/demo.ts";
import { CONTENT, NOW } from "../../support/demo.ts";

describe("a mistake in content/", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "signpost-content-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function broken(name: string, from: string, to: string): Promise<string> {
    await cp(CONTENT, folder, { recursive: true });
    const path = join(folder, name);
    const before = await readFile(path, "utf8");
    expect(before).toContain(from);
    await writeFile(path, before.replace(from, to));
    return readDemo(folder, NOW).then(
      () => "nothing was said",
      (problem: Error) => problem.message,
    );
  }

  test.each([
    [
      "demo/vacancies.json",
      '"sector": "driving"',
      '"sector": "flying"',
      /^vacancies\.json, demo-trainee-bus-driver: [\s\S]*sector/,
    ],
    [
      "demo/events.json",
      '"thu+1"',
      '"thursday"',
      /^events\.json, demo-jobs-morning: [\s\S]*not a day: "thursday"/,
    ],
    [
      "demo/events.json",
      '"jobs-morning.svg"',
      '"../../etc/passwd.svg"',
      /^events\.json, demo-jobs-morning: [\s\S]*file/,
    ],
    ["demo/notices.json", '"urgent"', '"urgnet"', /^notices\.json, demo-closed-today: [\s\S]*urgnet/],
    [
      "leaflets/warm-home/en.md",
      "lang: en",
      "lang: fr",
      /^leaflets\.json, demo-leaflet-warm-home: [\s\S]*en\.md/,
    ],
    [
      "leaflets/warm-home/en.md",
      "+9d",
      "+9days",
      /^leaflets\.json, demo-leaflet-warm-home: [\s\S]*not a day/,
    ],
  ])("in %s, %s for %s, is named with its file, its record and its field", async (name, from, to, reason) => {
    expect(await broken(name, from, to)).toMatch(reason);
  });
});
