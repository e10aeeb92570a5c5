import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What the columns of a sender's lists mean, and whether the pages that vacancies lead to are still there. */
export const wordsAndLinks: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema
      .createTable("column_choice")
      .addColumn("columns", "text", (column) => column.primaryKey())
      .addColumn("fields", "text", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("link_check")
      .addColumn("vacancy", "text", (column) => column.primaryKey())
      .addColumn("url", "text", (column) => column.notNull())
      .addColumn("checked", "text", (column) => column.notNull())
      .addColumn("missed", "integer", (column) => column.notNull())
      .execute();
    await schema.createIndex("link_check_missed").on("link_check").column("missed").execute();
  },
};
