/** Finds the item that an address names, and says whether it may be read. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Shown } from "#shared/item.ts";
import { idSchema } from "#shared/schema.ts";
import { because, type Viewer } from "#shared/showing.ts";
import { viewerOf } from "./agenda.ts";
import type { PageKind, PageReader } from "./reader.ts";

export type Found<K extends PageKind> =
  | {
      readonly state: "open";
      readonly shown: Shown<K>;
      readonly centre: PublicCentre | null;
      readonly viewer: Viewer;
    }
  /** Ended or withdrawn. */
  | { readonly state: "gone"; readonly centre: PublicCentre | null }
  | { readonly state: "lost" };

/**
 * The item as it stands at `now` (epoch ms). It stands under the name of the centre that `from` says,
 * if that one holds it, or of the only one that does. A page is taken home, so that the hours of the
 * day at which screens show the item do not bind it; its first and last instant do.
 */
export async function find<K extends PageKind>(
  read: PageReader,
  kind: K,
  id: string,
  from: unknown,
  now: number,
): Promise<Found<K>> {
  const held = idSchema.safeParse(id).success ? await read.held(kind, id) : null;
  if (!held) return { state: "lost" };
  const { shown, centres } = held;
  const home = centres.find((slug) => slug === from) ?? (centres.length === 1 ? centres[0] : undefined);
  const centre = home === undefined ? null : await read.centre(home);
  const [first] = centres;
  if (!shown || first === undefined) return { state: "gone", centre };
  const holder = centre ?? (await read.centre(first));
  const viewer = holder ? viewerOf(holder) : { centre: first, terms: [] };
  const reason = because(shown, viewer, now);
  if (reason === "ended" || reason === "not-reviewed") return { state: "gone", centre };
  if (reason !== "showing" && reason !== "outside-its-times") return { state: "lost" };
  return { state: "open", shown, centre, viewer };
}
