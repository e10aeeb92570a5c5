import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Who gave which command, when, and about what. */
export const audit: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("audit")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("token", "text")
      .addColumn("command", "text", (column) => column.notNull())
      .addColumn("centres", "text", (column) => column.notNull())
      .addColumn("facts", "text", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("audit_by_time").on("audit").columns(["at", "id"]).execute();
    await db.schema.createIndex("audit_by_person").on("audit").columns(["who", "at"]).execute();
  },
};
