import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Calls, who is asked to answer them, and the numbers that are not rung any more. */
export const calls: Migration = {
  async up(db: Kysely<unknown>) {
    const schema = db.schema;
    await schema
      .createTable("call")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("reference", "text")
      .addColumn("open_reference", "text", (column) => column.unique())
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("screen", "text")
      .addColumn("asked_by", "text")
      .addColumn("way", "text", (column) => column.notNull())
      .addColumn("about", "text", (column) => column.notNull())
      .addColumn("item_kind", "text")
      .addColumn("item", "text")
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("suits", "text", (column) => column.notNull())
      .addColumn("asked", "text", (column) => column.notNull())
      .addColumn("came", "text", (column) => column.notNull())
      .addColumn("starts", "text", (column) => column.notNull())
      .addColumn("due", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("since", "text", (column) => column.notNull())
      .addColumn("next", "text")
      .addColumn("holder", "text")
      .addColumn("outcome", "text")
      .addColumn("told", "integer", (column) => column.notNull())
      .addColumn("told_step", "text")
      .addColumn("answered", "integer")
      .addColumn("in_time", "integer")
      .addColumn("secret", "text")
      .addColumn("notes", "text")
      .addColumn("number_hash", "text")
      .addColumn("purged", "integer", (column) => column.notNull())
      .execute();
    await schema.createIndex("call_by_state").on("call").columns(["state", "next"]).execute();
    await schema.createIndex("call_by_centre").on("call").columns(["centre", "asked"]).execute();
    await schema.createIndex("call_by_screen").on("call").columns(["screen", "came"]).execute();
    await schema.createIndex("call_by_number").on("call").columns(["number_hash", "came"]).execute();
    await schema.createIndex("call_to_purge").on("call").columns(["purged", "since"]).execute();
    await schema
      .createTable("known_prank")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("hash", "text", (column) => column.notNull().unique())
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("duty_group")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("people", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("standing_by")
      .addColumn("person", "text", (column) => column.primaryKey())
      .addColumn("until", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("person_phone")
      .addColumn("person", "text", (column) => column.primaryKey())
      .addColumn("secret", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .execute();
    // Whether it goes by one channel after the other, until one has taken it.
    await schema
      .alterTable("message")
      .addColumn("in_turn", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
