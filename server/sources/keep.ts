/** Keeping what a source tells: the same job once, whichever sources have it and however often it is posted. */
import { createHash } from "node:crypto";
import type { AnyItem } from "#shared/item.ts";
import { done, type Result } from "#shared/result.ts";
import type { OfferedLeaflet } from "#shared/leaflets/importing.ts";
import type { Source } from "#shared/sources/schema.ts";
import type { Sector } from "#shared/vacancies/schema.ts";
import type { Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { findItem } from "#server/items/read.ts";
import { type Act, moveItem } from "#server/items/save.ts";
import { type Taken, takeIn } from "#server/items/takeIn.ts";
import { plainTitle } from "./titles.ts";
import type { AnyPrepared, Prepared, PreparedEvent, PreparedLeaflet } from "./parser.ts";

/** What the vacancies' side does for a source: hub.ts brings the two together. */
export interface Vacancies {
  /** Keeps a vacancy as its source tells it, but for what people have mended. */
  takeIn(
    tx: Writing,
    offer: { readonly id: string; readonly until: string | null; readonly body: Prepared["body"] },
    act: Act,
  ): Promise<Result<{ readonly item: AnyItem; readonly outcome: "added" | "changed" | "unchanged" }>>;
  /** Keeps one language of a leaflet, or takes the leaflet off where those who made it have. */
  takeLeaflet(
    tx: Writing,
    offer: OfferedLeaflet,
    act: Act,
  ): Promise<Result<{ readonly taken: Taken | "withdrawn" }>>;
  /** Opens the inboxes of those whom a source serves. */
  openOffering(
    tx: Writing,
    to: { readonly centres?: readonly string[]; readonly within?: number },
    at: string,
  ): Promise<{ offer(item: AnyItem): Promise<readonly string[]> }>;
}

export type Outcome = "added" | "changed" | "unchanged" | "closed" | "gone";

/** Without a closing date a vacancy leaves so long after it was posted. */
const UNDATED = 30 * 24 * 3_600_000;
const MILE = 1_609.344;

function addressees(to: Source["to"]): { centres: readonly string[] } | { within: number } {
  return "centres" in to ? { centres: to.centres } : { within: Math.round(to.miles * MILE) };
}

export interface Keeper {
  keep(prepared: AnyPrepared): Promise<Result<Outcome>>;
}

/** For what is kept in one transaction. */
export async function openKeeper(
  tx: Writing,
  source: { readonly id: string; readonly source: Source },
  vacancies: Vacancies,
  act: Act,
): Promise<Keeper> {
  const offering = await vacancies.openOffering(tx, addressees(source.source.to), act.at);
  const choices = await sectorChoices(tx);
  return {
    async keep(prepared) {
      if ("event" in prepared) return keepEvent(tx, source, prepared, act);
      if ("leaflet" in prepared) return keepLeaflet(tx, source, prepared, vacancies, act);
      const known = await findRecord(tx, source.id, prepared.key);
      const until = prepared.until ?? undatedUntil(prepared, known?.first_seen ?? act.at);
      if (!known && until <= act.at) return done("closed");
      const record = known ?? (await newRecord(tx, source.id, prepared, act));
      const row = {
        ...record, print: prepared.print, same: prepared.same, like: prepared.like, closes: until, missed: 0, gone: null,
      }; // prettier-ignore
      await saveRecord(tx, row);
      if (row.leads === 0) return done("unchanged");
      if (record.gone !== null) await bringBack(tx, record.vacancy, act);
      const body = withChoice(prepared, choices);
      const taken = await vacancies.takeIn(tx, { id: record.vacancy, until, body }, act);
      if (!taken.ok) return taken;
      await offering.offer(taken.value.item);
      return done(taken.value.outcome);
    },
  };
}

/** What never ends closes with the calendar. */
const NEVER = "9999-01-01T00:00:00.000Z";

/** An event is shown at once where its source names the centres; else it waits as a draft. */
async function keepEvent(
  tx: Writing,
  { id, source }: { readonly id: string; readonly source: Source },
  { key, print, until, event }: PreparedEvent,
  act: Act,
): Promise<Result<Outcome>> {
  const known = await findRecord(tx, id, key);
  if (!known && until !== null && until <= act.at) return done("closed");
  const item = known?.vacancy ?? vacancyId(id, key).replace(/^v-/, "e-");
  await saveRecord(tx, {
    source: id, key, vacancy: item, leads: 1, print, same: null, like: null,
    first_seen: known?.first_seen ?? act.at, closes: until ?? NEVER, missed: 0, gone: null,
  }); // prettier-ignore
  if (known && known.gone !== null) await bringBack(tx, item, act);
  const centres = "centres" in source.to ? source.to.centres : [];
  const taken = await takeIn(tx, { id: item, kind: "event", until, body: event, centres }, act);
  if (!taken.ok) return taken;
  return done(taken.value === "edited" ? "unchanged" : taken.value === "over" ? "closed" : taken.value);
}

/** A leaflet likewise; what its makers have withdrawn is gone at once, for they say so. */
async function keepLeaflet(
  tx: Writing,
  { id, source }: { readonly id: string; readonly source: Source },
  { key, print, leaflet }: PreparedLeaflet,
  { takeLeaflet }: Pick<Vacancies, "takeLeaflet">,
  act: Act,
): Promise<Result<Outcome>> {
  const known = await findRecord(tx, id, key);
  await saveRecord(tx, {
    source: id, key, vacancy: leaflet.id, leads: 1, print, same: null, like: null,
    first_seen: known?.first_seen ?? act.at, closes: NEVER, missed: 0, gone: null,
  }); // prettier-ignore
  const centres = "centres" in source.to ? [...source.to.centres] : [];
  if (known && known.gone !== null && !leaflet.withdrawn) await bringBack(tx, leaflet.id, act);
  const result = await takeLeaflet(tx, { ...leaflet, pdf: null, centres }, act);
  if (!result.ok) return result.refusal.code === "withdrawn" ? done("closed") : result;
  const { taken } = result.value;
  if (taken === "withdrawn") return done("gone");
  return done(taken === "edited" ? "unchanged" : taken === "over" ? "closed" : taken);
}

function undatedUntil({ body }: Prepared, firstSeen: string): string {
  return new Date(Date.parse(body.posted ?? firstSeen) + UNDATED).toISOString();
}

async function findRecord(tx: Writing, source: string, key: string) {
  return tx
    .selectFrom("source_record")
    .selectAll()
    .where("source", "=", source)
    .where("key", "=", key)
    .executeTakeFirst();
}

/** A record that this source had not: another source's job, a repost of its own, or a new one. */
async function newRecord(
  tx: Writing,
  source: string,
  { key, same, like, until }: Prepared,
  act: Act,
): Promise<Tables["source_record"]> {
  const row = {
    source,
    key,
    print: "",
    same,
    like,
    first_seen: act.at,
    closes: until,
    missed: 0,
    gone: null,
  };
  const elsewhere = same === null ? null : await sameElsewhere(tx, source, same, act.at);
  if (elsewhere !== null) return { ...row, vacancy: elsewhere, leads: 0 };
  const former = like === null ? null : await formerPosting(tx, source, like, act.at);
  if (former !== null) {
    // What was told then must not be told again over the new words.
    await tx.updateTable("source_record").set({ leads: 0, gone: act.at }).where("source", "=", source).where("key", "=", former.key).execute(); // prettier-ignore
    return { ...row, vacancy: former.vacancy, leads: 1, gone: act.at };
  }
  return { ...row, vacancy: vacancyId(source, key), leads: 1 };
}

async function sameElsewhere(tx: Writing, source: string, same: string, at: string): Promise<string | null> {
  const row = await tx
    .selectFrom("source_record")
    .select("vacancy")
    .where("same", "=", same)
    .where("source", "!=", source)
    .where("gone", "is", null)
    .where("closes", ">", at)
    .orderBy("first_seen")
    .limit(1)
    .executeTakeFirst();
  return row?.vacancy ?? null;
}

/** The same title, employer and district, that has closed or is gone from the source: posted once more. */
async function formerPosting(tx: Writing, source: string, like: string, at: string) {
  const row = await tx
    .selectFrom("source_record")
    .select(["key", "vacancy"])
    .where("source", "=", source)
    .where("like", "=", like)
    .where("leads", "=", 1)
    .where((where) => where.or([where("gone", "is not", null), where("closes", "<=", at)]))
    .orderBy("first_seen", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

function vacancyId(source: string, key: string): string {
  return `v-${createHash("sha256").update(`${source}\n${key}`).digest("base64url").slice(0, 22)}`;
}

async function saveRecord(tx: Writing, row: Tables["source_record"]): Promise<void> {
  const { source: _, key: __, ...rest } = row;
  await tx
    .insertInto("source_record")
    .values(row)
    .onConflict((conflict) => conflict.columns(["source", "key"]).doUpdateSet(rest))
    .execute();
}

/** Withdrawn because its source had it no more, and here it is again. What a person withdrew stays so. */
async function bringBack(tx: Writing, vacancy: string, act: Act): Promise<void> {
  const item = await findItem(tx, vacancy);
  if (item?.state === "withdrawn" && item.by.startsWith("source:"))
    await moveItem(tx, vacancy, null, "draft", act);
}

async function sectorChoices(tx: Writing): Promise<ReadonlyMap<string, Sector>> {
  const rows = await tx.selectFrom("sector_choice").select(["title", "sector"]).execute();
  return new Map(rows.map(({ title, sector }) => [title, sector as Sector]));
}

/** What an adviser has said of such a title goes before the list's guess; not before what the source says itself. */
function withChoice({ body, title }: Prepared, choices: ReadonlyMap<string, Sector>): Prepared["body"] {
  const sector =
    choices.size > 0 && body.origin.sector !== "stated" ? choices.get(titleKey(title)) : undefined;
  return sector ? { ...body, sector, origin: { ...body.origin, sector: "adviser" } } : body;
}

const titleKey = (title: string) => plainTitle(title).slice(0, 200);

/** Remembers what kind of work an adviser says a title is, for every later one of the same. */
export async function rememberSector(tx: Writing, title: string, sector: Sector, act: Act): Promise<void> {
  const row = { sector, who: act.who, at: act.at };
  await tx
    .insertInto("sector_choice")
    .values({ title: titleKey(title), ...row })
    .onConflict((conflict) => conflict.column("title").doUpdateSet(row))
    .execute();
}
