import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What is particular to a screen, and since when it has been missed. */
export const screens: Migration = {
  async up(db: Kysely<unknown>) {
    const schema = db.schema;
    await schema
      .alterTable("screen")
      .addColumn("revision", "integer", (column) => column.notNull().defaultTo(1))
      .execute();
    await schema
      .alterTable("screen")
      .addColumn("settings", "text", (column) => column.notNull().defaultTo("{}"))
      .execute();
    await schema
      .createTable("watch")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("since", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .execute();
  },
};
