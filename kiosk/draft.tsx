/**
 * The very board or kiosk page, shown by the console before something goes out: fed by the page round
 * it instead of the hub. It speaks with nobody else, keeps nothing and changes nothing.
 */
import { render } from "preact";
import { entryKey } from "#shared/programme.ts";
import { EventPage } from "./events/EventPage.tsx";
import { faces } from "./kinds.tsx";
import { learnSpeech, speech } from "./language/speeches.ts";
import { directionOf } from "./language/tongue.ts";
import { LeafletPage } from "./leaflets/LeafletPage.tsx";
import { NOTHING, type Holdings } from "./live/items.ts";
import type { Live, LiveState } from "./live/live.ts";
import type { Now } from "./live/now.ts";
import { whatIsOffered } from "./live/offered.ts";
import { READY, type Previewed } from "./live/draft.ts";
import { valued } from "./live/value.ts";
import { runBoard } from "./screens/run.tsx";
import { Bar } from "./screens/touch/Bar.tsx";
import { dress } from "./screens/touch/look.ts";
import { WebsitesPage } from "./websites/WebsitesPage.tsx";
import { wearScripts } from "./ui/scripts.ts";
import { KioskProvider } from "./ui/touch/kiosk.ts";
import { beginVisit, went, type Visit } from "./ui/touch/visit.ts";

const pages = { leaflet: LeafletPage, event: EventPage, websites: WebsitesPage } as const;
const board = document.getElementById("screen")!;
const glass = document.getElementById("touch")!;

const holdings = valued<Holdings>(NOTHING);
let begun = { at: Date.now(), since: performance.now() };
const now = (): Now => ({ state: "online", at: begun.at + performance.now() - begun.since });
let stop: (() => void) | null = null;
let notes: Visit["notes"] = new Map();
let last: Previewed | null = null;

const live: Live = {
  holdings,
  state: valued<LiveState>("online"),
  about: valued(null),
  attuned: valued(0),
  called: valued(null),
  clock: {
    now,
    hear: () => {},
    lose: () => {},
    kept: () => null,
    clockError: () => null,
    jumped: () => false,
  },
  painted: () => {},
  shows: () => {},
  stop: () => {},
};

function show(shown: Previewed): void {
  begun = { at: shown.at, since: performance.now() };
  const entries = new Map(shown.entries.map((entry) => [entryKey(entry), entry]));
  holdings.value = { epoch: "preview", version: holdings.value.version + 1, entries, gone: new Map() };
  if (shown.page) void openPage(shown, shown.page);
  else {
    dress(null, null);
    render(null, glass);
    stop ??= runBoard({ live, root: board, faces, turned: () => {}, fault: (error) => console.error(error) });
  }
}

async function openPage(shown: Previewed, place: NonNullable<Previewed["page"]>): Promise<void> {
  stop?.();
  stop = null;
  await learnSpeech(place.language);
  if (shown === last) draw(place);
}

/** What is pressed turns pages and changes sizes, and leads nowhere else. */
function draw(place: NonNullable<Previewed["page"]>): void {
  const offered = whatIsOffered(holdings.value, now(), null);
  if (!offered) return;
  const visit: Visit = { ...went(beginVisit(place.language), place), notes };
  const Face = pages[place.page];
  dress(visit, offered.centre.brand.colour);
  for (const whole of [document.documentElement, glass]) {
    whole.lang = place.language;
    whole.dir = directionOf(place.language);
  }
  const kiosk = {
    visit,
    offered,
    speech: speech(place.language),
    online: true,
    paired: true,
    callable: false,
    publicUrl: null,
    go: () => {},
    back: () => {},
    busy: () => {},
    count: () => {},
    reader: null,
    change(next: (visit: Visit) => Visit) {
      ({ notes } = next(visit));
      draw(place);
    },
  };
  render(
    <KioskProvider value={kiosk}>
      <div class="shell">
        <Face place={place} />
        <Bar open={() => {}} />
      </div>
    </KioskProvider>,
    glass,
  );
  wearScripts(glass);
}

addEventListener("message", ({ origin, source, data }: MessageEvent<Partial<Previewed>>) => {
  if (origin !== location.origin || source !== parent || data?.signpost !== "preview") return;
  last = data as Previewed;
  show(last);
});
if (parent !== window) parent.postMessage(READY, location.origin);
