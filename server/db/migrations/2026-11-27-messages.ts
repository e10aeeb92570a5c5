import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What people are told: messages, their deliveries, and the browsers that want them. */
export const messages: Migration = {
  async up(db: Kysely<unknown>) {
    const schema = db.schema;
    await schema
      .createTable("message")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("person", "text")
      .addColumn("email", "text")
      .addColumn("about", "text", (column) => column.notNull())
      .addColumn("facts", "text", (column) => column.notNull())
      .addColumn("path", "text")
      .addColumn("cause", "text", (column) => column.notNull())
      .addColumn("until", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("message_by_cause").on("message").columns(["cause", "at"]).execute();
    await schema.createIndex("message_by_state").on("message").columns(["state", "at"]).execute();
    await schema
      .createTable("delivery")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("message", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("address", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("tries", "integer", (column) => column.notNull())
      .addColumn("due", "text", (column) => column.notNull())
      .addColumn("because", "text")
      .addColumn("changed", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("delivery_by_message").on("delivery").column("message").execute();
    await schema.createIndex("delivery_due").on("delivery").columns(["state", "due"]).execute();
    await schema
      .createTable("push_subscription")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("device", "text", (column) => column.notNull())
      .addColumn("made", "text", (column) => column.notNull())
      .addColumn("subscription", "text", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("push_subscription_by_person")
      .on("push_subscription")
      .column("person")
      .execute();
  },
};
