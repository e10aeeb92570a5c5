import type { Kysely } from "kysely";
import { type Migrations, released } from "#server/db/migrations/index.ts";

/**
 * The schema of a Signpost yet to come: centres have a colour of their own, taken out of their settings.
 * It stands for any step that moves what is there and not only adds to it.
 */
export const tomorrow: Migrations = {
  ...released,
  "2999-01-01-colour": {
    // oxlint-disable-next-line typescript/no-explicit-any -- a schema that no type of ours describes
    async up(db: Kysely<any>) {
      await db.schema
        .alterTable("centre")
        .addColumn("colour", "text", (column) => column.notNull().defaultTo(""))
        .execute();
      for (const { slug, body } of await db.selectFrom("centre").select(["slug", "body"]).execute()) {
        const { brand, ...rest } = JSON.parse(body);
        await db
          .updateTable("centre")
          .set({ colour: brand.colour ?? "", body: JSON.stringify(rest) })
          .where("slug", "=", slug)
          .execute();
      }
    },
  },
};

/** What a hub has that is killed in the midst of that step. */
export const breaksHalfway: Migrations = {
  ...released,
  "2999-01-01-colour": {
    // oxlint-disable-next-line typescript/no-explicit-any -- a schema that no type of ours describes
    async up(db: Kysely<any>) {
      await db.schema.alterTable("centre").addColumn("colour", "text").execute();
      throw new Error("broken off");
    },
  },
};
