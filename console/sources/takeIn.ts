/** Gives the hub what was brought, a few at a time: an import of hundreds holds up no withdrawal. */
import { done, type Result } from "#shared/result.ts";
import type { Offers } from "#shared/bringing.ts";
import type { Sent } from "#shared/contract.ts";
import { order } from "../live/client.ts";

export type Decision = "inbox" | "search" | "board";

/** How many were new, how many changed, and how many were as they are already. */
export interface Taken {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly [fact: string]: number;
}

const AT_ONCE = 100;

export async function takeIn(offers: Offers, centre: string | null, decide: Decision): Promise<Result<Taken>> {
  const centres = centre === null ? [] : [centre];
  const shown = decide === "inbox" ? [] : centres;
  switch (offers.kind) {
    case "vacancies":
      return inParts(offers.vacancies, (vacancies) => order("importVacancies", { vacancies, decide, centres } as Sent<"importVacancies">));
    case "events":
      return inParts(offers.events, (events) => order("importEvents", { events, centres: shown } as Sent<"importEvents">));
    case "leaflet": {
      const result = await order<{ readonly taken: string }, "importLeaflet">("importLeaflet", { ...offers.leaflet, centres: shown } as Sent<"importLeaflet">);
      return result.ok ? done({ added: 0, changed: 0, unchanged: 0, [result.value.taken]: 1 }) : result;
    }
    case "none":
      return done({ added: 0, changed: 0, unchanged: 0 });
  }
} // prettier-ignore

async function inParts<T>(all: readonly T[], take: (some: readonly T[]) => Promise<Result<unknown>>): Promise<Result<Taken>> {
  const tally = { added: 0, changed: 0, unchanged: 0 };
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const result = await take(all.slice(from, from + AT_ONCE));
    if (!result.ok) return result;
    const counts = result.value as Partial<Taken>;
    for (const fate of Object.keys(tally) as (keyof typeof tally)[]) tally[fate] += counts[fate] ?? 0;
  }
  return done(tally);
} // prettier-ignore
