/** Gives the hub what was read of a file. */
import { createHash } from "node:crypto";
import type { ReadEvent } from "#shared/events/read.ts";
import type { OfferedLeaflet } from "#shared/leaflets/importing.ts";
import type { ReadLeaflet } from "#shared/leaflets/read.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { ReadWebsite } from "#shared/websites/read.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { eventOffers } from "#server/events/fromSource.ts";
import type { ImportedEvents } from "#server/events/import.ts";
import { leafletOffer } from "#server/leaflets/offer.ts";
import type { Kept } from "#server/media/media.ts";
import { identity } from "#server/sources/identity.ts";
import type { Reading } from "#server/sources/reading.ts";
import { type Offer, offerOf } from "#server/vacancies/fromSource.ts";
import type { Imported } from "#server/vacancies/import.ts";
import type { Orders } from "../orders.ts";
import { settings } from "../usage.ts";
import { languageOf } from "#server/sources/welsh.ts";
import type { Asked } from "./asked.ts";
import type { Brought } from "./bring.ts";

/** How many of each fate: `added`, `changed`, `unchanged`, `closed`, `edited`, `over`, `left`, `withdrawn`. */
export type Tally = Readonly<Record<string, number>>;

export async function takeAll(reading: Reading, file: Brought, asked: Asked): Promise<Result<Tally | null>> {
  if (reading.read.length === 0) return done(null);
  const { openOrders } = await import("../orders.ts");
  const orders = await openOrders(settings());
  if (!orders.ok) return orders;
  try {
    switch (reading.kind) {
      case "events":
        return await takeEvents(reading.read as readonly ReadEvent[], orders.value, asked);
      case "leaflet":
        return await takeLeaflet(reading.read[0] as ReadLeaflet, file, orders.value, asked);
      case "vacancies":
        return await takeVacancies(reading.read as readonly ReadVacancy[], file.name, orders.value, asked);
      case "websites":
        return await takeWebsites(reading.read as readonly ReadWebsite[], orders.value, asked);
    }
  } finally {
    await orders.value.close();
  }
}

/** Records per command: one transaction each, so that an import of thousands holds up no withdrawal. */
const AT_ONCE = 250;

async function takeVacancies(
  read: readonly ReadVacancy[],
  source: string,
  orders: Orders,
  { decide, centres }: Asked,
): Promise<Result<Tally>> {
  const vacancies = offersOf(read, source);
  return inParts(vacancies, { added: 0, changed: 0, unchanged: 0, closed: 0 } satisfies Imported, (some) =>
    orders.order("importVacancies", { vacancies: [...some], decide, centres: [...centres] }),
  );
}

async function takeEvents(
  read: readonly ReadEvent[],
  orders: Orders,
  { centres }: Asked,
): Promise<Result<Tally>> {
  const { offers, left } = eventOffers(read, languageOf);
  const none = { added: 0, changed: 0, unchanged: 0, edited: 0, over: 0 } satisfies ImportedEvents;
  const taken = await inParts(offers, none, (some) =>
    orders.order("importEvents", { events: [...some], centres: [...centres] }),
  );
  return taken.ok ? done({ ...taken.value, left }) : taken;
}

/** Each by itself: one that the hub refuses keeps none of the others out. */
async function takeWebsites(
  read: readonly ReadWebsite[],
  orders: Orders,
  { centres }: Asked,
): Promise<Result<Tally>> {
  const tally: Record<string, number> = { added: 0, changed: 0, unchanged: 0, edited: 0, refused: 0 };
  for (const { address, topics, allow, helpers, reviewBy, texts } of read) {
    const id = `website-${createHash("sha256").update(address).digest("base64url").slice(0, 22)}`;
    const words = { ...texts, address, topics: [...topics], allow: [...allow], helpers: [...helpers] };
    const result = await orders.order("importWebsite", {
      id,
      body: { ...words, picture: null, reviewBy },
      centres: [...centres],
    });
    if (!result.ok && result.refusal.code === "no-such-centre") return result;
    const fate = result.ok ? (result.value as { readonly taken: string }).taken : "refused";
    tally[fate] = (tally[fate] ?? 0) + 1;
  }
  return done(tally);
}

async function inParts<T>(
  all: readonly T[],
  none: Tally,
  take: (some: readonly T[]) => Promise<Result<unknown>>,
): Promise<Result<Tally>> {
  const tally: Record<string, number> = { ...none };
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const result = await take(all.slice(from, from + AT_ONCE));
    if (!result.ok) return result;
    const counts = result.value as Tally;
    for (const fate of Object.keys(none)) tally[fate]! += counts[fate] ?? 0;
  }
  return done(tally);
}

async function takeLeaflet(
  read: ReadLeaflet,
  file: Brought,
  orders: Orders,
  { centres }: Asked,
): Promise<Result<Tally>> {
  const offer = leafletOffer(read, centres, Date.now());
  if (!offer) return refused("language-not-spoken", { language: read.language });
  const pdf = read.pages === null ? done(null) : await keepPdf(file, orders);
  if (!pdf.ok) return pdf;
  const taken = await orders.order("importLeaflet", { ...offer, pdf: pdf.value });
  if (!taken.ok) return taken;
  return done({ added: 0, changed: 0, unchanged: 0, [(taken.value as { readonly taken: string }).taken]: 1 });
}

async function keepPdf(file: Brought, orders: Orders): Promise<Result<OfferedLeaflet["pdf"]>> {
  const kept = await orders.keep(file.bytes, file.name);
  if (!kept.ok) return kept;
  const value = kept.value as Kept;
  if (value.kind !== "pdf") return refused("not-a-pdf");
  const pages = value.pages.map((page) => ({ ...page, kind: "page" as const, alt: null }));
  const pdf = value.pdf && { ...value.pdf, kind: "pdf" as const, alt: null };
  return done({ file: pdf, pages, text: value.text });
}

/** The same job twice in one file is one job. */
function offersOf(read: readonly ReadVacancy[], source: string): readonly Offer[] {
  const offers = new Map(read.map((vacancy) => [keyOf(vacancy), vacancy]));
  return [...offers].map(([key, vacancy]) => offerOf(vacancy, key, source));
}

/** An employer's own reference tells two like jobs apart, and knows one again whose closing date was moved. */
function keyOf(vacancy: ReadVacancy): string {
  const { reference, title, employer } = vacancy;
  if (reference === null) return identity(vacancy);
  return identity({ title: `${reference} ${title}`, employer, locations: [], closes: null });
}
