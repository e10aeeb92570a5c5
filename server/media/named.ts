/** Which files of the media store anything still names. */
import type { Kind } from "#shared/kinds.ts";
import type { Reading } from "#server/db/open.ts";

/** Kinds whose bodies may name files. A district has vacancies by the ten thousand, and no need to read them here. */
const MAY_NAME = { vacancy: false, leaflet: true, event: true, notice: true, website: true } as const satisfies Readonly<Record<Kind, boolean>>; // prettier-ignore
const kinds = (Object.keys(MAY_NAME) as Kind[]).filter((kind) => MAY_NAME[kind]);

const FILE = /[A-Za-z0-9_-]{43}\.(?:webp|mp4|webm|pdf)/g;
/** Rows at a time: reading all at once would hold up every screen meanwhile. */
const PAGE = 200;

/**
 * The files that an item names, or named in a version that was in force at or after `since` (ISO), so
 * that it may be brought back; that a screen shows; that a centre's brand is made of.
 */
export async function namedFiles(db: Reading, since: string): Promise<Set<string>> {
  const named = new Set<string>();
  for (const texts of [itemBodies(db), formerBodies(db, since), shownValues(db), centres(db)]) {
    for await (const text of texts) for (const name of filesIn(text)) named.add(name);
  }
  return named;
}

/** Whether a word is, whole, the name of a file in the store. */
export function isFileName(word: string): boolean {
  return filesIn(word)[0] === word;
}

export function filesIn(text: string): readonly string[] {
  return text.match(FILE) ?? [];
}

async function* itemBodies(db: Reading): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    const rows = await db
      .selectFrom("item")
      .select(["id", "body"])
      .where("kind", "in", kinds)
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    for (const { body } of rows) yield body;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function* formerBodies(db: Reading, since: string): AsyncGenerator<string> {
  let after = { item: "", revision: 0 };
  for (;;) {
    const rows = await db
      .selectFrom("item_history as former")
      .innerJoin("item", "item.id", "former.item")
      .leftJoin("item_history as next", (join) =>
        join
          .onRef("next.item", "=", "former.item")
          .on((on) => on("next.revision", "=", on("former.revision", "+", 1))),
      )
      .select(["former.item", "former.revision", "former.snapshot"])
      .where("item.kind", "in", kinds)
      .where((or) => or.or([or("former.at", ">=", since), or("next.at", ">=", since)]))
      .where((at) =>
        at(at.refTuple("former.item", "former.revision"), ">", at.tuple(after.item, after.revision)),
      )
      .orderBy("former.item")
      .orderBy("former.revision")
      .limit(PAGE)
      .execute();
    for (const { snapshot } of rows) yield snapshot;
    const last = rows.at(-1);
    if (!last) return;
    after = last;
  }
}

async function* shownValues(db: Reading): AsyncGenerator<string> {
  for (const type of kinds) {
    let after = "";
    for (;;) {
      const rows = await db
        .selectFrom("shown")
        .select(["id", "value"])
        .where("type", "=", type)
        .where("id", ">", after)
        .orderBy("id")
        .limit(PAGE)
        .execute();
      for (const { value } of rows) yield value;
      const last = rows.at(-1);
      if (!last) break;
      after = last.id;
    }
  }
}

async function* centres(db: Reading): AsyncGenerator<string> {
  for (const { body } of await db.selectFrom("centre").select("body").execute()) yield body;
}
