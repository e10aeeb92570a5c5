/** Taking in a leaflet in one language beside those that it has already. */
import type { AnyItem } from "#shared/item.ts";
import type { Text } from "#shared/languages.ts";
import type { OfferedLeaflet } from "#shared/leaflets/importing.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import { findItem } from "#server/items/read.ts";
import { type Act, moveItem } from "#server/items/save.ts";
import { IMPORT, type Taken, takeIn } from "#server/items/takeIn.ts";

/** Refused: `withdrawn` (and it was on no screen), `other-kind`. */
export async function importLeaflet(
  tx: Writing,
  offer: OfferedLeaflet,
  act: Act,
): Promise<Result<{ readonly taken: Taken | "withdrawn" }>> {
  const before = await findItem(tx, offer.id);
  if (before && before.kind !== "leaflet") return refused("other-kind", { kind: before.kind });
  if (offer.withdrawn) return withdraw(tx, before, act);
  const known = before?.kind === "leaflet" ? before.body : null;
  const body = known ? merged(known, offer) : alone(offer);
  const taken = await takeIn(
    tx,
    { id: offer.id, kind: "leaflet", until: null, body, centres: offer.centres },
    act,
  );
  return taken.ok ? done({ taken: taken.value }) : taken;
}

async function withdraw(
  tx: Writing,
  before: AnyItem | null,
  act: Act,
): Promise<Result<{ readonly taken: "withdrawn" }>> {
  if (!before) return refused("withdrawn");
  const moved = await moveItem(tx, before.id, before.revision, "withdrawn", { ...act, who: IMPORT });
  return moved.ok ? done({ taken: "withdrawn" }) : moved;
}

function alone(offer: OfferedLeaflet): Leaflet {
  const text = (words: string): Text => ({ original: offer.language, words: { [offer.language]: words } });
  return {
    title: text(offer.title),
    summary: text(offer.summary),
    text: offer.text === null ? null : text(offer.text),
    topics: offer.topics,
    edition: offer.edition,
    reviewed: offer.reviewed,
    reviewBy: offer.reviewBy,
    picture: null,
    pdfs: offer.pdf ? { [offer.language]: offer.pdf } : {},
  };
}

/** A translation adds its words; the original also says what holds for all. */
function merged(known: Leaflet, offer: OfferedLeaflet): Leaflet {
  const original = offer.translation ? known.title.original : offer.language;
  const text = (before: Text | null, words: string | null): Text | null => {
    if (words === null) return before;
    const { older: _older, ...rest } = before ?? { original, words: {} };
    // What is marked as older stays so for the hub to judge: it compares the words with those before.
    const older = before?.older?.filter((language) => language !== offer.language) ?? [];
    return {
      ...rest,
      original: before?.words[original] ? original : rest.original,
      words: { ...rest.words, [offer.language]: words },
      ...(older.length > 0 ? { older } : {}),
    };
  };
  const shared = offer.translation
    ? { topics: known.topics, edition: known.edition, reviewed: known.reviewed, reviewBy: known.reviewBy }
    : { topics: offer.topics.length > 0 ? offer.topics : known.topics, edition: offer.edition, reviewed: offer.reviewed, reviewBy: offer.reviewBy }; // prettier-ignore
  return {
    ...known,
    ...shared,
    title: text(known.title, offer.title)!,
    summary: text(known.summary, offer.summary)!,
    text: text(known.text, offer.text),
    pdfs: offer.pdf ? { ...known.pdfs, [offer.language]: offer.pdf } : known.pdfs,
  };
}
