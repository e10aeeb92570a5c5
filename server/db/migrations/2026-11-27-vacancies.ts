import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What advisers decide about: an inbox row per centre to which a vacancy is offered, what staff
 * propose, notes on employers and the places that people can get to. Placements learn when they
 * end, when it is asked again whether they stand, and how they came about.
 */
export const vacancies: Migration = {
  // oxlint-disable-next-line typescript/no-explicit-any -- the schema of a day that is gone
  async up(db: Kysely<any>) {
    const { schema } = db;
    await schema
      .createTable("inbox")
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("vacancy", "text", (column) => column.notNull())
      .addColumn("since", "text", (column) => column.notNull())
      .addColumn("closes", "text")
      .addColumn("open", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("inbox_key", ["vacancy", "centre"])
      .execute();
    await schema
      .createIndex("inbox_newest")
      .on("inbox")
      .columns(["centre", "open", "since", "vacancy", "closes"])
      .execute();
    await schema
      .createTable("mark")
      .addColumn("mark", "text", (column) => column.notNull())
      .addColumn("vacancy", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("mark_key", ["mark", "vacancy"])
      .execute();
    await schema.createIndex("mark_by_vacancy").on("mark").column("vacancy").execute();
    await schema
      .createTable("proposal")
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("vacancy", "text", (column) => column.notNull())
      .addColumn("wanted", "text", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("words", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("answered_by", "text")
      .addColumn("answered", "text")
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("proposal_key", ["vacancy", "centre"])
      .execute();
    await schema.createIndex("proposal_waiting").on("proposal").columns(["centre", "state", "at"]).execute();
    await schema
      .createTable("original")
      .addColumn("vacancy", "text", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("until", "text")
      .addColumn("body", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("employer_note")
      .addColumn("employer", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("verdict", "text", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .execute();
    await schema
      .createTable("route")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("outcode", "text")
      .addColumn("way", "text", (column) => column.notNull())
      .addColumn("minutes", "integer", (column) => column.notNull())
      .addColumn("line", "text")
      .addColumn("review", "text", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .execute();
    await schema.createIndex("route_by_centre").on("route").columns(["centre", "minutes"]).execute();
    await schema.alterTable("placement").addColumn("confirmed", "text").execute();
    await schema.alterTable("placement").addColumn("asks", "text").execute();
    await schema.alterTable("placement").addColumn("ends", "text").execute();
    await schema
      .alterTable("placement")
      .addColumn("how", "text", (column) => column.notNull().defaultTo("chosen"))
      .execute();
    // Nobody has been asked yet: the days of grace begin today, so that no board empties by an update.
    const today = new Date().toISOString();
    await db
      .updateTable("placement")
      .set({
        confirmed: today,
        ends: sql`(SELECT item.until FROM item WHERE item.id = placement.vacancy)`,
      })
      .execute();
    await schema
      .createIndex("placement_newest")
      .on("placement")
      .columns(["centre", "decision", "placed", "vacancy"])
      .execute();
    await schema
      .createIndex("placement_ending")
      .on("placement")
      .columns(["centre", "decision", "ends", "vacancy"])
      .execute();
    await schema.createIndex("placement_asking").on("placement").columns(["centre", "asks"]).execute();
  },
};
