/** Districts of any size, written row by row in bulk as publishing would leave them. */
import { sql } from "kysely";
import type { Centre } from "#shared/centres/schema.ts";
import { done } from "#shared/result.ts";
import { publicPart } from "#server/centres/save.ts";
import { change } from "#server/db/change.ts";
import type { Database, Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { always, centre, notice } from "../drafts.ts";

export const slugOf = (at: number): string => `centre-${at}`;

/** What one centre of these has on its screens beside its own settings. */
export const ITEMS_EACH = 10;

type Rows = { readonly [Name in "centre" | "item" | "shown" | "reach"]: readonly Tables[Name][] };

/** Makes so many centres, each with items of its own. */
export async function plantCentres(database: Database, count: number): Promise<void> {
  const at = new Date().toISOString();
  const TOGETHER = 100;
  await change(database, async (tx) => {
    for (let from = 0; from < count; from += TOGETHER) {
      const some = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, index) => from + index);
      await insert(tx, rowsOf(some, at));
    }
    await tx
      .updateTable("hub")
      .set({ version: count * (ITEMS_EACH + 1) })
      .execute();
    return done(null);
  });
  // As Postgres does by itself some time after so many rows have come.
  if (database.engine === "postgres") await sql`analyze`.execute(database.reading);
}

function rowsOf(centres: readonly number[], at: string): Rows {
  const own = centres.map((number) => centreRows(centre(slugOf(number)), number, at));
  const items = centres.flatMap((number) =>
    Array.from({ length: ITEMS_EACH }, (_, item) => itemRows(number, item, at)),
  );
  return {
    centre: own.map((rows) => rows.centre),
    item: items.map((rows) => rows.item),
    shown: [...own, ...items].map((rows) => rows.shown),
    reach: [...own, ...items].map((rows) => rows.reach),
  };
}

function centreRows(made: Centre, number: number, at: string) {
  const { slug } = made;
  const version = number * (ITEMS_EACH + 1) + 1;
  return {
    centre: { slug, revision: 1, body: JSON.stringify(made) },
    shown: { type: "centre", id: slug, value: JSON.stringify(publicPart(made)), until: null },
    reach: { centre: slug, type: "centre", id: slug, version, gone: 0, at },
  };
}

function itemRows(number: number, item: number, at: string) {
  const id = `notice-${number}-${item}`;
  const body = notice(`Notice ${item} of centre ${number}`);
  const version = number * (ITEMS_EACH + 1) + 2 + item;
  return {
    item: {
      id,
      kind: "notice",
      state: "published",
      audience: JSON.stringify([slugOf(number)]),
      timing: JSON.stringify(always),
      until: null,
      revision: 1,
      created: at,
      changed: at,
      changed_by: "bench",
      body: JSON.stringify(body),
    },
    shown: { type: "notice", id, value: JSON.stringify({ ...always, body }), until: null },
    reach: { centre: slugOf(number), type: "notice", id, version, gone: 0, at },
  };
}

async function insert(tx: Writing, rows: Rows): Promise<void> {
  await tx.insertInto("centre").values(rows.centre).execute();
  await tx.insertInto("item").values(rows.item).execute();
  await tx.insertInto("shown").values(rows.shown).execute();
  await tx.insertInto("reach").values(rows.reach).execute();
}
