/** Taking in what a source offers: the same vacancy twice is one, and an adviser's words are not overwritten. */
import type { AnyItem, Item } from "#shared/item.ts";
import type { Input } from "#shared/contract.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { merge, type Telling } from "#shared/vacancies/merge.ts";
import { missingCentre } from "#server/db/missing.ts";
import type { Writing } from "#server/db/open.ts";
import { findItem } from "#server/items/read.ts";
import { type Act, saveItem } from "#server/items/save.ts";
import { openOffering } from "./offer.ts";
import { findOriginal, keepOriginal } from "./original.ts";
import { placeVacancy } from "./place.ts";

export type Offer = Input<"importVacancies">["vacancies"][number];

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Vacancies that have closed already: kept, but put on no screen. */
  readonly closed: number;
}

/**
 * Keeps each offered vacancy, and offers it to the centres named (to every centre that it concerns
 * where none is), or where it is decided for them at once, places it there.
 * Refused: `no-such-centre`, `centre-needed` (decided, but for no centre).
 */
export async function importVacancies(
  tx: Writing,
  input: Input<"importVacancies">,
  act: Act,
): Promise<Result<Imported>> {
  if (input.decide !== "inbox" && input.centres.length === 0) return refused("centre-needed");
  const missing = await missingCentre(tx, input.centres);
  if (missing !== null) return refused("no-such-centre", { centre: missing });
  const tally = { added: 0, changed: 0, unchanged: 0, closed: 0 };
  const addressees = input.centres.length > 0 ? { centres: input.centres } : {};
  const offering = await openOffering(tx, addressees, act.at);
  for (const offer of input.vacancies) {
    const taken = await takeIn(tx, offer, act);
    if (!taken.ok) return taken;
    const { item, outcome } = taken.value;
    tally[outcome] += 1;
    if (input.decide === "inbox") await offering.offer(item);
    else if (offer.until !== null && offer.until <= act.at) tally.closed += 1;
    else {
      const placed = await placeEverywhere(tx, offer.id, input.decide, input.centres, act);
      if (!placed.ok) return placed;
    }
  }
  return done(tally);
}

export interface Taken {
  readonly item: AnyItem;
  readonly outcome: "added" | "changed" | "unchanged";
}

/** Keeps one vacancy as its source tells it, but for what people have mended. */
export async function takeIn(tx: Writing, offer: Offer, act: Act): Promise<Result<Taken>> {
  const before = await findItem(tx, offer.id);
  if (before && before.kind !== "vacancy") return refused("other-kind", { kind: before.kind });
  const known = before as Item<"vacancy"> | null;
  const told: Telling = { until: offer.until, body: offer.body };
  const original = await findOriginal(tx, offer.id);
  // One from before originals were kept, and mended since: nobody knows any more what is whose.
  if (known && !original && known.by !== act.who) return done({ item: known, outcome: "unchanged" });
  if (known && sameTelling(original ?? known, told)) return done({ item: known, outcome: "unchanged" });
  await keepOriginal(tx, offer.id, told, act.at);
  const merged = known && original ? merge(original, known, told) : told;
  if (known && sameTelling(known, merged)) return done({ item: known, outcome: "unchanged" });
  const saved = await saveItem(
    tx,
    {
      id: offer.id,
      kind: "vacancy",
      audience: known?.audience ?? [],
      from: known?.from ?? null,
      until: merged.until,
      pattern: known?.pattern ?? [],
      exceptDates: known?.exceptDates ?? [],
      termTimeOnly: known?.termTimeOnly ?? false,
      over: known?.revision ?? null,
      body: merged.body,
    },
    act,
  );
  return saved.ok ? done({ item: saved.value, outcome: known ? "changed" : "added" }) : saved;
}

function sameTelling(one: Telling, other: Telling): boolean {
  return one.until === other.until && JSON.stringify(one.body) === JSON.stringify(other.body);
}

/** What people have said of a vacancy or its employer goes before what a source would like. */
const STANDS: readonly string[] = ["withdrawn", "employer-not-shown"];

async function placeEverywhere(
  tx: Writing,
  vacancy: string,
  on: "search" | "board",
  centres: readonly string[],
  act: Act,
): Promise<Result<null>> {
  for (const centre of centres) {
    const decided = await tx
      .selectFrom("placement")
      .select("decision")
      .where("vacancy", "=", vacancy)
      .where("centre", "=", centre)
      .executeTakeFirst();
    // What a person has decided stands; a repeated import does not decide anew.
    if (decided) continue;
    const placed = await placeVacancy(tx, { vacancy, centre, on }, act);
    if (!placed.ok && !STANDS.includes(placed.refusal.code)) return placed;
  }
  return done(null);
}
