/** `signpost postcodes`: takes in Code-Point Open, so that jobs are placed to the street and not to the district. */
import { readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { done, refused } from "#shared/result.ts";
import { packPostcodes, POSTCODES_FILE, readCodePoint, type Placed } from "#server/sources/postcodes.ts";
import { type CliCommand, onlyFile, say, settings } from "./usage.ts";

export const postcodes: CliCommand = {
  usage: "signpost postcodes FILE|FOLDER [--json]   (the CSV files of Code-Point Open)",
  async run(args) {
    const { file: from, json } = onlyFile(args, this.usage);
    const { data } = settings();
    const all: Placed[] = [];
    for (const file of await filesOf(from)) {
      const text = await readFile(file, "latin1").catch(() => null);
      if (text === null) return refused("cannot-read", { file });
      for (const one of readCodePoint(text)) all.push(one);
    }
    if (all.length === 0) return refused("no-postcodes", { file: from });
    const to = path.join(data, POSTCODES_FILE);
    try {
      await writeFile(`${to}.part`, packPostcodes(all));
      await rename(`${to}.part`, to);
    } catch {
      return refused("cannot-write", { file: to });
    }
    say(json, { postcodes: all.length }, `${all.length} postcodes are known from the next reading on.`);
    return done(null);
  },
};

async function filesOf(from: string): Promise<readonly string[]> {
  const about = await stat(from).catch(() => null);
  if (!about?.isDirectory()) return [from];
  const names = await readdir(from, { recursive: true });
  return names.filter((name) => /\.csv$/i.test(name)).map((name) => path.join(from, name));
}
