import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** The first schema: items, their history, what screens show, centres, placements and screens. */
export const first: Migration = {
  async up(db: Kysely<unknown>) {
    const schema = db.schema;
    await schema
      .createTable("hub")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("epoch", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("tidied", "integer", (column) => column.notNull())
      .execute();
    await schema
      .createTable("item")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("audience", "text", (column) => column.notNull())
      .addColumn("timing", "text", (column) => column.notNull())
      .addColumn("until", "text")
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("created", "text", (column) => column.notNull())
      .addColumn("changed", "text", (column) => column.notNull())
      .addColumn("changed_by", "text", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("item_by_kind").on("item").columns(["kind", "state", "changed"]).execute();
    await schema
      .createTable("item_history")
      .addColumn("item", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("what", "text", (column) => column.notNull())
      .addColumn("snapshot", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("item_history_key", ["item", "revision"])
      .execute();
    await schema
      .createTable("shown")
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("value", "text", (column) => column.notNull())
      .addColumn("until", "text")
      .addPrimaryKeyConstraint("shown_key", ["type", "id"])
      .execute();
    await schema
      .createTable("reach")
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("gone", "integer", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("reach_key", ["centre", "type", "id"])
      .execute();
    await schema.createIndex("reach_since").on("reach").columns(["centre", "version"]).execute();
    await schema.createIndex("reach_by_version").on("reach").column("version").execute();
    await schema.createIndex("reach_by_entry").on("reach").columns(["type", "id"]).execute();
    await schema
      .createTable("centre")
      .addColumn("slug", "text", (column) => column.primaryKey())
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("placement")
      .addColumn("vacancy", "text", (column) => column.notNull())
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("decision", "text", (column) => column.notNull())
      .addColumn("place", "integer", (column) => column.notNull())
      .addColumn("placed", "text", (column) => column.notNull())
      .addColumn("travel", "text")
      .addColumn("who", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("placement_key", ["vacancy", "centre"])
      .execute();
    await schema
      .createIndex("placement_by_centre")
      .on("placement")
      .columns(["centre", "decision", "place"])
      .execute();
    await schema
      .createTable("screen")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("token_hash", "text", (column) => column.notNull().unique())
      .addColumn("paired", "text", (column) => column.notNull())
      .addColumn("unpaired", "text")
      .addColumn("last_seen", "text")
      .addColumn("health", "text")
      .execute();
    await schema
      .createTable("pairing")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("secret_hash", "text", (column) => column.notNull().unique())
      .addColumn("code", "text", (column) => column.notNull().unique())
      .addColumn("expires", "text", (column) => column.notNull())
      .addColumn("claimed", "text")
      .execute();
    await schema
      .createTable("command")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("reply", "text", (column) => column.notNull())
      .execute();
  },
};
