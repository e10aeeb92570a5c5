/** `signpost restore`: everything as a backup has it, on either database. No hub may run meanwhile. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { done, refused } from "#shared/result.ts";
import { lockFolder } from "#server/db/lock.ts";
import { openDatabase } from "#server/db/open.ts";
import { restore } from "#server/db/restore.ts";
import { type CliCommand, onlyFile, say, settings } from "./usage.ts";

export const restoreFrom: CliCommand = {
  usage: "signpost restore FILE [--json]",
  async run(args) {
    const { file, json } = onlyFile(args, this.usage);
    const config = settings();
    mkdirSync(config.data, { recursive: true });
    const unlock = lockFolder(config.data);
    if (!unlock) return refused("hub-must-stop", { folder: config.data });
    const database = await openDatabase(config.databaseUrl);
    try {
      const result = await restore({ database, media: path.join(config.data, "media") }, file);
      if (!result.ok) return result;
      say(
        json,
        result.value,
        `Restored ${result.value.rows} rows from ${file}. Every screen takes it over when the hub starts.`,
      );
      return done(null);
    } finally {
      await database.close();
      unlock();
    }
  },
};
