import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Where vacancies are read from by themselves, how each reading went, and which record became which vacancy. */
export const sources: Migration = {
  async up(db: Kysely<unknown>) {
    const schema = db.schema;
    await schema
      .createTable("source")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addColumn("secret", "text")
      .addColumn("due", "text")
      .addColumn("memory", "text", (column) => column.notNull())
      .addColumn("changed", "text", (column) => column.notNull())
      .addColumn("changed_by", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("source_run")
      .addColumn("source", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("source_run_key", ["source", "at"])
      .execute();
    await schema
      .createTable("source_record")
      .addColumn("source", "text", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("vacancy", "text", (column) => column.notNull())
      .addColumn("print", "text", (column) => column.notNull())
      .addColumn("same", "text")
      .addColumn("like", "text")
      .addColumn("leads", "integer", (column) => column.notNull())
      .addColumn("first_seen", "text", (column) => column.notNull())
      .addColumn("closes", "text")
      .addColumn("missed", "integer", (column) => column.notNull())
      .addColumn("gone", "text")
      .addPrimaryKeyConstraint("source_record_key", ["source", "key"])
      .execute();
    await schema.createIndex("source_record_same").on("source_record").column("same").execute();
    await schema.createIndex("source_record_like").on("source_record").columns(["source", "like"]).execute();
    await schema.createIndex("source_record_vacancy").on("source_record").column("vacancy").execute();
    await schema
      .createTable("sector_choice")
      .addColumn("title", "text", (column) => column.primaryKey())
      .addColumn("sector", "text", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .execute();
  },
};
