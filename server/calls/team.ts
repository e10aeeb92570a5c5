/** Who answers a centre's calls, and when they are there. */
import holidays from "../../content/reference/bank-holidays.json" with { type: "json" };
import type { Step } from "#shared/calls/call.ts";
import type { Team } from "#shared/calls/hours.ts";
import { CALLS_BY_DEFAULT } from "#shared/centres/calls.ts";
import type { CallSettings, Centre } from "#shared/centres/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { EVERYWHERE } from "#server/items/entries.ts";
import { within } from "#server/db/within.ts";

export async function centreOf(db: Reading | Writing, slug: string): Promise<Centre | null> {
  const row = await db.selectFrom("centre").select("body").where("slug", "=", slug).executeTakeFirst();
  return row ? (JSON.parse(row.body) as Centre) : null;
}

export function settingsOf({ calls }: Pick<Centre, "calls">): CallSettings {
  return calls ?? CALLS_BY_DEFAULT;
}

/** Whether its kiosks offer a call at all. */
export function offersCalls(centre: Centre): boolean {
  return centre.offer === "enhanced" && settingsOf(centre).offered;
}

/** Nobody rings on a bank holiday of the nation, whether or not the centre itself is open. */
export function teamOf(centre: Centre): Team {
  const { hours, handsetMinutes, ringMinutes } = settingsOf(centre);
  const closed = [...new Set([...holidays.days[centre.nation], ...centre.closedDays])];
  return { hours, closed, handsetMinutes, ringMinutes };
}

export interface Turn {
  readonly step: Step;
  readonly people: readonly string[];
}

/**
 * Whose turn it is, one after the other: whoever had the call before, the linked adviser, the deputy,
 * the duty group, the district leads. Nobody twice; who is not named, or has left, is passed over.
 */
export async function turnsOf(
  db: Reading | Writing,
  centre: Centre,
  before: string | null,
): Promise<readonly Turn[]> {
  const group = await groupOf(db, settingsOf(centre).dutyGroup);
  const named = [before, centre.adviser, centre.deputy, ...group].filter((id) => id !== null);
  const rows = await db
    .selectFrom("person")
    .select(["id", "role"])
    .where("ended", "is", null)
    .where((or) => or.or([or("id", "in", within(named)), or("role", "=", "district")]))
    .orderBy("id")
    .execute();
  const there = new Set(rows.map(({ id }) => id));
  const leads = rows.filter(({ role }) => role === "district").map(({ id }) => id);
  const turns: readonly Turn[] = [
    { step: "adviser", people: [before ?? centre.adviser ?? ""] },
    { step: "deputy", people: [before === null ? "" : (centre.adviser ?? ""), centre.deputy ?? ""] },
    { step: "group", people: group },
    { step: "district", people: leads },
  ];
  const told = new Set<string>();
  return turns.flatMap(({ step, people }) => {
    const fresh = people.filter((id) => there.has(id) && !told.has(id));
    for (const id of fresh) told.add(id);
    return fresh.length > 0 ? [{ step, people: fresh }] : [];
  });
}

export async function groupOf(db: Reading | Writing, id: string | null): Promise<readonly string[]> {
  if (id === null) return [];
  const row = await db.selectFrom("duty_group").select("people").where("id", "=", id).executeTakeFirst();
  return row ? (JSON.parse(row.people) as string[]) : [];
}

/** The centres whose duty group a person is in. */
export async function onDutyFor(db: Reading | Writing, person: string): Promise<readonly string[]> {
  const groups = await db
    .selectFrom("duty_group")
    .selectAll()
    .where("people", "like", `%"${person}"%`)
    .execute();
  const ids = new Set(groups.map(({ id }) => id));
  if (ids.size === 0) return [];
  const rows = await db.selectFrom("centre").select(["slug", "body"]).where("body", "like", '%"dutyGroup":"%').execute(); // prettier-ignore
  return rows.filter(({ body }) => ids.has(settingsOf(JSON.parse(body) as Centre).dutyGroup ?? "")).map(({ slug }) => slug); // prettier-ignore
}

/**
 * Everyone who may see a centre's calls. A call that comes in `rings` with whoever has the centre or is
 * on duty for it; with the district leads only where there is nobody else.
 */
export async function watchersOf(
  db: Reading | Writing,
  centre: Centre,
  rings: boolean,
): Promise<readonly string[]> {
  const near = await db
    .selectFrom("person_centre")
    .innerJoin("person", "person.id", "person_centre.person")
    .select("person.id")
    .where("person.ended", "is", null)
    .where("person.role", "!=", "district")
    .where("person_centre.centre", "in", [centre.slug, EVERYWHERE])
    .execute();
  const first = [...near.map(({ id }) => id), ...(await groupOf(db, settingsOf(centre).dutyGroup))];
  if (rings && first.length > 0) return [...new Set(first)];
  const leads = await db.selectFrom("person").select("id").where("role", "=", "district").where("ended", "is", null).execute(); // prettier-ignore
  return [...new Set([...first, ...leads.map(({ id }) => id)])];
}
