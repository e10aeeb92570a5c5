/** What is taken home: its title, and the address that opens it on a phone. */
import type { Text } from "#shared/languages.ts";
import { titleOf } from "#kiosk/live/offered.ts";
import type { Kiosk } from "#kiosk/ui/touch/kiosk.ts";
import type { Keepable } from "#kiosk/ui/touch/visit.ts";

export interface Thing {
  readonly item: Keepable;
  readonly title: Text;
  /** `null` where phones cannot open the hub and the thing has no address of its own. */
  readonly address: string | null;
}

const PATHS = { vacancy: "j", event: "e", leaflet: "l" } as const;

/** Those of the items that are still there. */
export function thingsOf(items: readonly Keepable[], kiosk: Kiosk): readonly Thing[] {
  return items.flatMap((item) => {
    const title = titleOf(item, kiosk.offered);
    return title ? [{ item, title, address: addressOf(item, kiosk) }] : [];
  });
}

/** One address for all of them: the thing's own, or a page that lists several. */
export function addressOfAll(things: readonly Thing[], kiosk: Kiosk): string | null {
  const [first] = things;
  if (things.length <= 1) return first?.address ?? null;
  if (kiosk.publicUrl === null) return null;
  const names = things.map(({ item }) => `${PATHS[item.kind]}.${item.id}`).join("~");
  return `${kiosk.publicUrl}/t/${names}?${query(kiosk)}`;
}

function addressOf({ kind, id }: Keepable, kiosk: Kiosk): string | null {
  const { publicUrl, offered } = kiosk;
  if (publicUrl !== null) return `${publicUrl}/${PATHS[kind]}/${id}?${query(kiosk)}`;
  if (kind !== "vacancy") return null;
  return offered.jobs.find((job) => job.id === id)?.vacancy.applyUrl ?? null;
}

function query({ offered, visit }: Kiosk): string {
  return `centre=${offered.centre.slug}&lang=${visit.language}`;
}
