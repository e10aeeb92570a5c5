/** Vacancies with all that an adviser weighs: how they stand at each centre, reach, flags, notes. */
import type { Centre } from "#shared/centres/schema.ts";
import type { Item } from "#shared/item.ts";
import { readingAt } from "#shared/london.ts";
import { employerKey } from "#shared/vacancies/employer.ts";
import type { AtCentre, Decided, Note, Proposal, Row } from "#shared/vacancies/inbox.ts";
import { reachOf, type Route } from "#shared/vacancies/reach.ts";
import { marksOfSameness } from "#shared/vacancies/same.ts";
import { weigh } from "#shared/vacancies/weigh.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { routesOf } from "#server/items/placements.ts";
import { toItem } from "#server/items/read.ts";
import { notesOn } from "./employers.ts";
import { deadLinks } from "./links.ts";
import { allCentres } from "./offer.ts";

type Db = Reading | Writing;

/** The vacancies of these ids as they stand at these centres, in the order of the ids. `now`: epoch ms. */
export async function rowsOf(
  db: Db,
  ids: readonly string[],
  centres: readonly string[],
  now: number,
): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const items = await itemsOf(db, ids);
  const around = await surroundings(db, ids, [...items.values()], centres);
  return ids.flatMap((id) => {
    const item = items.get(id);
    return item ? [rowOf(item, around, now)] : [];
  });
}

async function itemsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Item<"vacancy">>> {
  const rows = await db.selectFrom("item").selectAll().where("id", "in", ids).execute();
  const items = rows.map(toItem).filter((item): item is Item<"vacancy"> => item.kind === "vacancy");
  return new Map(items.map((item) => [item.id, item]));
}

/** Everything beside the vacancies that their rows are made of. */
interface Surroundings {
  readonly centres: readonly Centre[];
  readonly routes: readonly Route[];
  readonly waiting: ReadonlyMap<string, Tables["inbox"]>;
  readonly placed: ReadonlyMap<string, Tables["placement"]>;
  readonly proposals: ReadonlyMap<string, Tables["proposal"]>;
  readonly notes: ReadonlyMap<string, Note>;
  /** By vacancy: the address at which nothing was found any more. */
  readonly dead: ReadonlyMap<string, string>;
  /** By mark: shown ones that bear it. */
  readonly shown: ReadonlyMap<string, readonly { readonly id: string; readonly title: string }[]>;
}

async function surroundings(
  db: Db,
  ids: readonly string[],
  items: readonly Item<"vacancy">[],
  slugs: readonly string[],
): Promise<Surroundings> {
  const centres = (await allCentres(db)).filter(({ slug }) => slugs.includes(slug));
  const [waiting, placed, proposals, routes, notes, shown, dead] = await Promise.all([
    db.selectFrom("inbox").selectAll().where("vacancy", "in", ids).execute(),
    db.selectFrom("placement").selectAll().where("vacancy", "in", ids).execute(),
    db.selectFrom("proposal").selectAll().where("vacancy", "in", ids).execute(),
    routesOf(db, slugs),
    notesOn(
      db,
      items.map(({ body }) => body.employer),
    ),
    shownBearing(db, items, slugs),
    deadLinks(db, ids),
  ]);
  return {
    centres,
    routes,
    waiting: byPlace(waiting),
    placed: byPlace(placed),
    proposals: byPlace(proposals),
    notes,
    shown,
    dead,
  };
}

function byPlace<R extends { readonly vacancy: string; readonly centre: string }>(
  rows: readonly R[],
): Map<string, R> {
  return new Map(rows.map((row) => [keyOf(row.vacancy, row.centre), row]));
}

function keyOf(vacancy: string, centre: string): string {
  return `${vacancy}@${centre}`;
}

async function shownBearing(
  db: Db,
  items: readonly Item<"vacancy">[],
  centres: readonly string[],
): Promise<Surroundings["shown"]> {
  const marks = [...new Set(items.flatMap(({ body }) => marksOfSameness(body)))];
  if (marks.length === 0 || centres.length === 0) return new Map();
  const rows = await db
    .selectFrom("mark")
    .innerJoin("placement", "placement.vacancy", "mark.vacancy")
    .innerJoin("item", "item.id", "mark.vacancy")
    .select(["mark.mark", "item.id", "item.body"])
    .where("mark.mark", "in", marks)
    .where("placement.centre", "in", centres)
    .where("placement.decision", "in", ["board", "search"])
    .where("item.state", "=", "published")
    .execute();
  const shown = new Map<string, { id: string; title: string }[]>();
  for (const { mark, id, body } of rows) {
    const { title } = JSON.parse(body) as Item<"vacancy">["body"];
    shown.set(mark, [...(shown.get(mark) ?? []), { id, title: title.words[title.original] ?? "" }]);
  }
  return shown;
}

function rowOf(item: Item<"vacancy">, around: Surroundings, now: number): Row {
  const { id, revision, until, body, state } = item;
  const employer = employerKey(body.employer);
  const note = employer === null ? null : (around.notes.get(employer) ?? null);
  const sameAs = marksOfSameness(body).flatMap((mark) => around.shown.get(mark) ?? []).find((other) => other.id !== id) ?? null; // prettier-ignore
  const today = readingAt(now).day;
  const at = around.centres.flatMap((centre) => standingAt(item, centre, around, today));
  const known = {
    until,
    verdict: note?.verdict ?? null,
    sameAs: sameAs?.id ?? null,
    linkDead: body.applyUrl !== null && around.dead.get(id) === body.applyUrl,
  };
  return {
    id,
    revision,
    until,
    closed: state === "withdrawn" || (until !== null && Date.parse(until) <= now),
    since: at.reduce((newest, { since }) => (since > newest ? since : newest), ""),
    body: { ...body, description: null },
    flags: weigh(body, known, now),
    sameAs,
    note,
    at,
  };
}

function standingAt(
  { id, body }: Item<"vacancy">,
  centre: Centre,
  around: Surroundings,
  today: string,
): readonly AtCentre[] {
  const key = keyOf(id, centre.slug);
  const [waits, placed, proposed] = [
    around.waiting.get(key),
    around.placed.get(key),
    around.proposals.get(key),
  ];
  if (!waits && !placed && !proposed) return [];
  const routes = around.routes.filter((route) => route.centre === centre.slug);
  return [
    {
      centre: centre.slug,
      on: (placed?.decision as Decided | undefined) ?? "new",
      since: placed?.placed ?? waits?.since ?? proposed?.at ?? "",
      place: placed?.place ?? 0,
      who: placed?.who ?? null,
      byItself: placed?.how === "itself",
      asks: placed?.asks ?? null,
      reach: reachOf(body, centre, routes, today),
      travel: placed?.travel ? JSON.parse(placed.travel) : null,
      proposal: proposed ? proposalOf(proposed) : null,
    },
  ];
}

function proposalOf({ wanted, who, at, words, state, reason }: Tables["proposal"]): Proposal {
  return { wanted: wanted as Proposal["wanted"], who, at, words, state: state as Proposal["state"], reason };
}
