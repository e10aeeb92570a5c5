import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What a command was given, so that a retry is told from another one under the same name. */
export const retries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable("command").addColumn("input", "text").execute();
  },
};
