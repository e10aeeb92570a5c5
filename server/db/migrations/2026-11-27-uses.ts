import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What Signpost is used for: counters, the batches in which kiosks bring them, and outcomes. */
export const uses: Migration = {
  async up(db: Kysely<unknown>) {
    const schema = db.schema;
    await schema
      .createTable("use_count")
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("hour", "text", (column) => column.notNull())
      .addColumn("what", "text", (column) => column.notNull())
      .addColumn("item", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("count", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("use_count_key", ["centre", "hour", "what", "item", "language"])
      .execute();
    await schema
      .createTable("use_batch")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("outcome")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("day", "text", (column) => column.notNull())
      .addColumn("what", "text", (column) => column.notNull())
      .addColumn("vacancy", "text")
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("outcome_by_centre").on("outcome").columns(["centre", "day"]).execute();
  },
};
