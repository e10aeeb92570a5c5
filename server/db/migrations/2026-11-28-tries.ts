import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** How often somebody has tried to get in, counted for every hub of a district; the form is the counting library's. */
export const tries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("tries")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("points", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("expire", "bigint")
      .execute();
  },
};
