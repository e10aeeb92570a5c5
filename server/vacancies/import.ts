/** Taking in what a source offers: the same vacancy twice is one, and an adviser's words are not overwritten. */
import type { Item } from "#shared/item.ts";
import type { Input } from "#shared/contract.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import { findItem } from "#server/items/read.ts";
import { type Act, saveItem } from "#server/items/save.ts";
import { placeVacancy } from "./place.ts";

type Offer = Input<"importVacancies">["vacancies"][number];

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Vacancies that have closed already: kept, but put on no screen. */
  readonly closed: number;
}

/**
 * Keeps each offered vacancy, and where it is decided for centres at once, places it there.
 * Refused: `no-such-centre`, `centre-needed` (decided, but for no centre).
 */
export async function importVacancies(
  tx: Writing,
  input: Input<"importVacancies">,
  act: Act,
): Promise<Result<Imported>> {
  if (input.decide !== "inbox" && input.centres.length === 0) return refused("centre-needed");
  const tally = { added: 0, changed: 0, unchanged: 0, closed: 0 };
  for (const offer of input.vacancies) {
    const taken = await takeIn(tx, offer, act);
    if (!taken.ok) return taken;
    tally[taken.value] += 1;
    if (input.decide === "inbox") continue;
    if (offer.until !== null && offer.until <= act.at) {
      tally.closed += 1;
      continue;
    }
    const placed = await placeEverywhere(tx, offer.id, input.decide, input.centres, act);
    if (!placed.ok) return placed;
  }
  return done(tally);
}

async function takeIn(
  tx: Writing,
  offer: Offer,
  act: Act,
): Promise<Result<"added" | "changed" | "unchanged">> {
  const before = await findItem(tx, offer.id);
  const known = before?.kind === "vacancy" ? (before as Item<"vacancy">) : null;
  if (known && (sameOffer(known, offer) || known.by !== act.who)) return done("unchanged");
  const saved = await saveItem(
    tx,
    {
      id: offer.id,
      kind: "vacancy",
      audience: known?.audience ?? [],
      from: known?.from ?? null,
      until: offer.until,
      pattern: known?.pattern ?? [],
      exceptDates: known?.exceptDates ?? [],
      termTimeOnly: known?.termTimeOnly ?? false,
      over: known?.revision ?? null,
      body: offer.body,
    },
    act,
  );
  return saved.ok ? done(known ? "changed" : "added") : saved;
}

function sameOffer(known: Item<"vacancy">, offer: Offer): boolean {
  return known.until === offer.until && JSON.stringify(known.body) === JSON.stringify(offer.body);
}

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
    if (!placed.ok) return placed;
  }
  return done(null);
}
