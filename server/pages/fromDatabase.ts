/** What the light pages read, straight from what screens show. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Item, Shown } from "#shared/item.ts";
import type { Placement } from "#shared/vacancies/placement.ts";
import type { Reading } from "#server/db/open.ts";
import { changesSince, shownEntry, shownEntries } from "#server/items/entries.ts";
import { placementId } from "#server/items/placements.ts";
import { findItem, shownOf } from "#server/items/read.ts";
import type { Held, PageKind, PageReader } from "./reader.ts";

export function pagesFrom(db: Reading, now: () => number): PageReader {
  const centre = async (slug: string) => (await shownEntry(db, "centre", slug)) as PublicCentre | null;
  return {
    centre,
    centres: async () => (await shownEntries(db, "centre")) as PublicCentre[],
    async programme(slug) {
      const found = await centre(slug);
      return found && { centre: found, entries: (await changesSince(db, slug, null, now())).entries };
    },
    held: (kind, id) => held(db, kind, id),
    placement: async (vacancy, slug) =>
      (await shownEntry(db, "placement", placementId(vacancy, slug))) as Placement | null,
  };
}

async function held<K extends PageKind>(db: Reading, kind: K, id: string): Promise<Held<K> | null> {
  const item = await findItem(db, id);
  if (!item || item.kind !== kind) return null;
  if (item.state !== "published" && item.state !== "withdrawn") return null;
  const everyone = async () =>
    (await shownEntries(db, "centre")).map((centre) => (centre as PublicCentre).slug);
  const centres = item.audience === "all" ? await everyone() : item.audience;
  if (kind === "vacancy" && centres.length === 0) return null;
  const shown = item.state === "published" ? (shownOf(item as Item<K>) as Shown<K>) : null;
  return { shown, centres };
}
