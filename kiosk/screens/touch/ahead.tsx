/**
 * Has everything that can be read aloud made and kept while nobody is there, so that it is heard without a network
 * too. What is spoken is what stands on the pages, so the pages themselves are drawn, unseen, in each language.
 */
import { render, type ComponentType, type VNode } from "preact";
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { learnSpeech } from "#kiosk/language/speeches.ts";
import { directionOf } from "#kiosk/language/tongue.ts";
import { askFor, keyOf, noteWhole, openKept, type Sounds } from "#kiosk/live/sounds.ts";
import type { Job, Offered } from "#kiosk/live/offered.ts";
import { partsIn } from "#kiosk/ui/touch/aloud.ts";
import { KioskProvider, type Kiosk } from "#kiosk/ui/touch/kiosk.ts";
import { sentencesOf } from "#kiosk/ui/touch/sentences.ts";
import type { Place } from "#kiosk/ui/touch/visit.ts";
import type { Pages } from "./Shell.tsx";
import { DoneSheet, IdleSheet, LanguageSheet, LookSheet } from "./sheets.tsx";

export interface AheadParts {
  readonly pages: Pages;
  /** A job as it stands in the list. */
  readonly row: ComponentType<{ readonly job: Job }>;
  /** What pages open over themselves, with all that may stand in it. */
  readonly sheets: readonly ComponentType[];
  readonly sounds: Sounds;
  offered(): Offered | null;
  /** A kiosk in this language that nothing can be done with. */
  kioskOf(language: Language, place: Place, offered: Offered): Kiosk;
  /** Whether nobody is there and the hub is heard. */
  free(): boolean;
  /** Whether the device itself speaks it. */
  speaksItself(language: string): boolean;
}

/** Beyond these, jobs are read aloud only while the hub is heard. */
const MOST_JOBS = 200;
/** What sounds may take of the device (bytes): some fifteen hours of speech. */
const MOST_BYTES = 80_000_000;
const TYPICAL = 4_000;
/** Until a page has what it loads by itself (ms), and until the hub may be asked again when it has too much to do. */
const SETTLED = 60;
const LATER = 20_000;

/** One round, until somebody comes. Resolves with whether there is nothing more to do until something changes. */
export async function keepAhead(parts: AheadParts): Promise<boolean> {
  const offered = parts.offered();
  const cache = await openKept();
  if (!offered || !cache) return false;
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search));
  const wanted = new Set<string>();
  const whole: Language[] = [];
  const hubSpeaks = parts.sounds.languages.value;
  const speaks = (language: string) => hubSpeaks.has(language) && !parts.speaksItself(language);
  let room = MOST_BYTES;
  for (const language of new Set<Language>([...offered.centre.languages, ...LANGUAGES])) {
    if (!speaks(language)) continue;
    if (!(await learnSpeech(language))) return false;
    for (const page of pagesOf(parts, language, offered)) {
      const sentences = await drawn(page, language);
      for (const { language: spoken, words } of sentences) {
        const key = keyOf(spoken, words);
        if (wanted.has(key) || !speaks(spoken)) continue;
        wanted.add(key);
        const size = kept.has(key) ? TYPICAL : await fetchInto(cache, key, spoken, words, parts.free);
        if (size === null) return false;
        room -= size;
        if (room <= 0) return true;
      }
      if (!parts.free()) return false;
    }
    whole.push(language);
    await noteWhole(whole);
  }
  // Only a whole round knows what nobody needs any more.
  for (const key of kept) if (/^\/sounds\/..\?/.test(key) && !wanted.has(key)) await cache.delete(key);
  return true;
}

/** What is always there first, then what is shown now. */
function pagesOf(
  { pages, row: Row, sheets, kioskOf }: AheadParts,
  language: Language,
  offered: Offered,
): readonly (() => VNode)[] {
  const within = (place: Place, what: VNode) => () => (
    <KioskProvider value={kioskOf(language, place, offered)}>{what}</KioskProvider>
  );
  const page = (place: Place) => {
    const Face = pages[place.page];
    return within(place, <Face place={place} />);
  };
  const listed = (job: Job) => within({ page: "jobs" }, <Row job={job} />);
  const lying = (Over: ComponentType) => within({ page: "start" }, <Over />);
  const jobs = offered.jobs
    .toSorted((one, other) => Number(other.placement.on === "board") - Number(one.placement.on === "board"))
    .slice(0, MOST_JOBS);
  const places: readonly Place[] = [
    ...(["start", "jobs", "leaflets", "on", "learn", "adviser", "websites", "list", "statement"] as const).map((name) => ({ page: name })), // prettier-ignore
    { page: "take", items: jobs.slice(0, 1).map(({ id }) => ({ kind: "vacancy", id })) },
    ...jobs.map(({ id }): Place => ({ page: "job", id })),
    ...offered.leaflets.map(({ id }): Place => ({ page: "leaflet", id })),
    ...offered.events.map(({ id }): Place => ({ page: "event", id })),
  ];
  return [...[...SHEETS, ...sheets].map(lying), ...jobs.map(listed), ...places.map(page)];
}

const nothing = () => {};
const SHEETS: readonly ComponentType[] = [
  () => <LanguageSheet close={nothing} choose={nothing} />,
  () => <LookSheet close={nothing} switches={false} setSwitches={nothing} />,
  () => <LookSheet close={nothing} switches setSwitches={nothing} />,
  () => <DoneSheet close={nothing} wipe={nothing} />,
  () => <IdleSheet left={0} readOut={null} stay={nothing} wipe={nothing} />,
];

/** Draws it where nobody sees it, and says what would be read of it. */
async function drawn(page: () => VNode, language: Language) {
  const root = document.createElement("div");
  root.lang = language;
  root.dir = directionOf(language);
  await quiet();
  render(page(), root);
  // A leaflet's text is there once what reads it has been loaded; others say themselves that they come.
  for (
    let turn = 0;
    turn < 20 && (turn === 0 || root.querySelector(".leaflet-text:empty, [data-coming]"));
    turn += 1
  ) {
    await new Promise((resolve) => setTimeout(resolve, SETTLED));
  }
  const sentences = partsIn(root).flatMap(sentencesOf);
  render(null, root);
  return sentences;
}

/** `null`: somebody came, or the hub cannot be asked. What it cannot say takes nothing. */
async function fetchInto(
  cache: Cache,
  key: string,
  language: string,
  words: string,
  free: () => boolean,
): Promise<number | null> {
  if (!free()) return null;
  const response = await askFor(language, words).catch(() => null);
  if (!response) return null;
  if (response.status === 429 || response.status === 503) {
    await new Promise((resolve) => setTimeout(resolve, LATER));
    return fetchInto(cache, key, language, words, free);
  }
  if (!response.ok) return 0;
  const sound = await response.blob();
  await cache.put(key, new Response(sound));
  return sound.size;
}

/** The slides of the board come first. */
function quiet(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 2_000 }));
}
