/** What each kind of screen gets of an entry: a board a short card, a kiosk all of it. */
import type { Shown } from "#shared/item.ts";
import type { Bodies, Kind } from "#shared/kinds.ts";
import { leafletCard } from "#shared/leaflets/card.ts";
import type { Changes, Entry } from "#shared/programme.ts";
import type { ScreenKind } from "#shared/screens/screen.ts";
import { vacancyCard } from "#shared/vacancies/card.ts";

const same = <T>(body: T): T => body;

const cards: { readonly [K in Kind]: (body: Bodies[K]) => Bodies[K] } = {
  vacancy: vacancyCard,
  leaflet: leafletCard,
  event: same,
  notice: same,
  website: same,
};

export function forScreen(changes: Changes, kind: ScreenKind): Changes {
  return kind === "kiosk" ? changes : { ...changes, entries: changes.entries.map(cardOf) };
}

function cardOf(entry: Entry): Entry {
  if (entry.value === null || !(entry.type in cards)) return entry;
  const shown = entry.value as Shown;
  const shorten = cards[entry.type as Kind] as (body: unknown) => unknown;
  return { ...entry, value: { ...shown, body: shorten(shown.body) } } as Entry;
}
