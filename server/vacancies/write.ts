/** A vacancy written or mended by hand: in plain words, which the hub understands as it does a source's. */
import type { Item } from "#shared/item.ts";
import { LANGUAGES, textIn } from "#shared/languages.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { WrittenWords } from "#shared/vacancies/commands.ts";
import { hasAll } from "#shared/people/rules.ts";
import { SOURCE_CHANGED, type Telling } from "#shared/vacancies/merge.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import type { Writing } from "#server/db/open.ts";
import type { Acting } from "#server/live/door.ts";
import { findItem } from "#server/items/read.ts";
import { saveItem } from "#server/items/save.ts";
import { decide, needsApproval, type Outcome } from "./decide.ts";
import { bodyOf } from "./fromSource.ts";
import { offerTo } from "./offer.ts";
import { propose } from "./propose.ts";
import { undecide } from "./undecide.ts";

/** Reads a person's words; `null` where they have no title. `now`: epoch ms. */
export type Understand = (words: Words, now: number) => Promise<ReadVacancy | null>;

export interface Words {
  readonly title: string;
  readonly employer?: string | undefined;
  readonly place?: string | undefined;
  readonly pay?: string | undefined;
  readonly hours?: string | undefined;
  readonly closes?: string | undefined;
  readonly description?: string | undefined;
  readonly applyUrl?: string | undefined;
}

export interface Order {
  readonly id?: string | undefined;
  readonly over: number | null;
  readonly words: WrittenWords;
  readonly centres: readonly string[];
  readonly on: "board" | "search" | "new";
}

export interface Written {
  readonly item: Item<"vacancy">;
  readonly outcome: Outcome;
}

/**
 * Makes a vacancy and decides it for these centres, or mends one where it stands: only the words
 * that are given change. What staff mend that an adviser must approve leaves the screens until she
 * has. Refused: `changed-meanwhile`, `no-such-item`, `title-needed`, and as `decide`.
 */
export async function writeVacancy(
  tx: Writing,
  writing: Order,
  understand: Understand,
  act: Acting,
): Promise<Result<Written>> {
  const before = writing.id === undefined ? null : await findItem(tx, writing.id);
  if (before && before.kind !== "vacancy") return refused("other-kind", { kind: before.kind });
  if (!before && writing.over !== null) return refused("no-such-item", { id: writing.id });
  const known = before as Item<"vacancy"> | null;
  if (known && !(await mayMend(tx, known, act))) return refused("not-your-vacancy");
  const told = await tell(known, writing.words, understand, act.now);
  if (told === null) return refused("title-needed");
  const saved = await saveItem(
    tx,
    {
      id: writing.id,
      kind: "vacancy",
      audience: known?.audience ?? [],
      from: known?.from ?? null,
      until: told.until,
      pattern: known?.pattern ?? [],
      exceptDates: known?.exceptDates ?? [],
      termTimeOnly: known?.termTimeOnly ?? false,
      over: writing.over,
      body: told.body,
    },
    act,
  );
  if (!saved.ok) return saved;
  const { id } = saved.value;
  if (known && act.role === "staff") await awaitApproval(tx, id, act);
  const outcome = await spread(tx, id, told.until, writing, act);
  if (!outcome.ok) return outcome;
  return done({ item: (await findItem(tx, id)) as Item<"vacancy">, outcome: outcome.value });
}

async function spread(
  tx: Writing,
  vacancy: string,
  until: string | null,
  { centres, on }: Order,
  act: Acting,
): Promise<Result<Outcome>> {
  if (on !== "new") return decide(tx, centres.map((centre) => ({ vacancy, centre, on })), act); // prettier-ignore
  await offerTo(tx, { id: vacancy, until }, centres, act.at);
  return done({ done: [], not: [] });
}

/** The words as they stand with those that are given put over them, understood anew. */
async function tell(
  known: Item<"vacancy"> | null,
  given: WrittenWords,
  understand: Understand,
  now: number,
): Promise<Telling | null> {
  const { sector, patterns, apply, closes, ...plain } = given;
  const words = { ...(known ? wordsOf(known) : {}), ...plain, closes: closes ?? undefined };
  const title = words.title?.trim();
  const read = title ? await understand({ ...words, title }, now) : null;
  if (read === null) return null;
  const fresh = bodyOf(read, "");
  const until = closes === undefined && known ? known.until : read.closes;
  const chosen = {
    ...(sector === undefined ? {} : { sector }),
    ...(patterns === undefined ? {} : { patterns: [...patterns] }),
    ...(apply === undefined ? {} : { apply: apply === null ? null : textIn(languageOf(known), apply) }),
  };
  const changed = known ? mended(known.body, fresh, given) : { ...fresh, source: null };
  return { until, body: { ...changed, ...chosen, flags: flagsOf(fresh, until) } };
}

/** Whether it has a closing date stands in the item, and is asked there. */
function flagsOf({ flags }: Vacancy, until: string | null): string[] {
  return flags.filter((flag) => flag !== SOURCE_CHANGED && !(flag === "no-closing-date" && until !== null));
}

/** Only what the given words are about; the rest stays as it was understood before. */
function mended(before: Vacancy, fresh: Vacancy, given: WrittenWords): Vacancy {
  const language = before.title.original;
  const has = (word: keyof WrittenWords) => given[word] !== undefined;
  const withTitle = {
    ...before.title,
    words: { ...before.title.words, [language]: fresh.title.words[fresh.title.original] },
  };
  return {
    ...before,
    ...(has("title") ? { title: withTitle } : {}),
    ...(has("employer") ? { employer: fresh.employer } : {}),
    ...(has("place") ? { locations: fresh.locations, remote: fresh.remote } : {}),
    ...(has("pay") || has("hours") ? { pay: fresh.pay } : {}),
    ...(has("hours") ? { hours: fresh.hours, patterns: fresh.patterns } : {}),
    ...(has("applyUrl") ? { applyUrl: fresh.applyUrl } : {}),
    ...(has("description") ? { description: fresh.description, trainingGiven: fresh.trainingGiven, noExperienceNeeded: fresh.noExperienceNeeded } : {}),
  }; // prettier-ignore
}

function wordsOf({ body }: Item<"vacancy">): Words {
  const place = body.locations.map(({ text, postcode }) => [text, postcode && !text?.includes(postcode) ? postcode : null].filter(Boolean).join(", ")); // prettier-ignore
  return {
    title: body.title.words[body.title.original] ?? "",
    employer: body.employer ?? undefined,
    place: place.join("; ") || undefined,
    pay: body.pay?.text ?? undefined,
    hours: body.hours?.text ?? undefined,
    description: body.description?.words[body.description.original],
    applyUrl: body.applyUrl ?? undefined,
  };
}

function languageOf(known: Item<"vacancy"> | null): (typeof LANGUAGES)[number] {
  return known?.body.title.original ?? "en";
}

/** Staff mend where they decide, and what they wrote themselves. */
async function mayMend(tx: Writing, { id, audience }: Item<"vacancy">, act: Acting): Promise<boolean> {
  if (act.role !== "staff" || (audience.length > 0 && hasAll(act.decides, audience))) return true;
  const first = await tx
    .selectFrom("item_history")
    .select("who")
    .where("item", "=", id)
    .where("revision", "=", 1)
    .executeTakeFirst();
  return first?.who === act.who;
}

/** What an approved vacancy said was approved; what it says now is not. */
async function awaitApproval(tx: Writing, vacancy: string, act: Acting): Promise<void> {
  const placed = await tx
    .selectFrom("placement")
    .select(["centre", "decision"])
    .where("vacancy", "=", vacancy)
    .where("decision", "in", ["board", "search"])
    .execute();
  for (const { centre, decision } of placed) {
    if (!(await needsApproval(tx, centre, act))) continue;
    await undecide(tx, { vacancy, centre, to: "new" }, act);
    await propose(tx, { vacancy, centre, wanted: decision as "board" | "search", words: null }, act);
  }
}
