/** `signpost backup` and `signpost restore`: everything in one file, for either database. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { done, refused } from "#shared/result.ts";
import { restore } from "#server/db/backup.ts";
import { lockFolder } from "#server/db/lock.ts";
import { openDatabase } from "#server/db/open.ts";
import { openOrders } from "./orders.ts";
import { type CliCommand, readArgs, settings, WrongUsage } from "./usage.ts";

function onlyFile(args: readonly string[], usage: string): string {
  const { positionals } = readArgs(args, {}, usage);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUsage(`Usage: ${usage}`);
  return path.resolve(file);
}

export const backup: CliCommand = {
  usage: "signpost backup FILE",
  async run(args) {
    const file = onlyFile(args, this.usage);
    const orders = await openOrders(settings());
    if (!orders.ok) return orders;
    try {
      const result = await orders.value.order("backUp", { file });
      if (result.ok) console.log(`Everything is in ${file}. Keep it as safe as the hub itself.`);
      return result;
    } finally {
      await orders.value.close();
    }
  },
};

export const restoreFrom: CliCommand = {
  usage: "signpost restore FILE",
  async run(args) {
    const file = onlyFile(args, this.usage);
    const config = settings();
    mkdirSync(config.data, { recursive: true });
    const unlock = lockFolder(config.data);
    if (!unlock) return refused("hub-must-stop", { folder: config.data });
    const database = await openDatabase(config.databaseUrl);
    try {
      const result = await restore({ database, media: path.join(config.data, "media") }, file);
      if (!result.ok) return result;
      console.log(
        `Restored ${result.value.rows} rows from ${file}. Every screen takes it over when the hub starts.`,
      );
      return done(null);
    } finally {
      await database.close();
      unlock();
    }
  },
};
