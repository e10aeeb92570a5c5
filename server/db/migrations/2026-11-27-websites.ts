import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** The guard's key, and counts per website and per refused host. */
export const websites: Migration = {
  async up(db: Kysely<unknown>) {
    const schema = db.schema;
    await schema
      .createTable("guard")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("digest", "text", (column) => column.notNull())
      .addColumn("version", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("refused_host")
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("host", "text", (column) => column.notNull())
      .addColumn("times", "integer", (column) => column.notNull())
      .addColumn("last", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("refused_host_key", ["centre", "host"])
      .execute();
    await schema
      .createTable("website_use")
      .addColumn("day", "text", (column) => column.notNull())
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("website", "text", (column) => column.notNull())
      .addColumn("connections", "integer", (column) => column.notNull())
      .addColumn("kilobytes", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("website_use_key", ["day", "centre", "website"])
      .execute();
  },
};
