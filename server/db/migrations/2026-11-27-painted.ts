import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Which screen had painted which version when, of the last hour: how fast a change was. */
export const painted: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("painted")
      .addColumn("screen", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("painted_key", ["screen", "version"])
      .execute();
    await db.schema.createIndex("painted_by_time").on("painted").column("at").execute();
  },
};
