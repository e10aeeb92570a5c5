/** Runs a kiosk: the board's slides until it is touched, then a visit until that is wiped. */
import { render } from "preact";
import type { Language } from "#shared/languages.ts";
import type { KioskUse } from "#shared/uses/uses.ts";
import { learnSpeech, speech } from "#kiosk/language/speeches.ts";
import { directionOf } from "#kiosk/language/tongue.ts";
import type { Live } from "#kiosk/live/live.ts";
import { whatIsOffered, type Offered } from "#kiosk/live/offered.ts";
import { bestGuess } from "#kiosk/live/now.ts";
import { countUses } from "#kiosk/live/uses.ts";
import { valued, whenever, type Watchable } from "#kiosk/live/value.ts";
import { wearScripts } from "#kiosk/ui/scripts.ts";
import { startAloud } from "#kiosk/ui/touch/aloud.ts";
import { keepEveryScript } from "#kiosk/ui/touch/scripts.ts";
import { putUpGuardrails } from "#kiosk/ui/touch/guardrails.ts";
import { KioskProvider, type Kiosk, type Reader } from "#kiosk/ui/touch/kiosk.ts";
import { startScanning, type Scanning } from "#kiosk/ui/touch/scanning.ts";
import {
  beginVisit,
  here,
  standingOn,
  went,
  wentBack,
  type PageName,
  type Visit,
} from "#kiosk/ui/touch/visit.ts";
import { keepAwake, startRecovery } from "../care.ts";
import { drawInFrames } from "../frame.ts";
import { runBoard, type Faces } from "../run.tsx";
import type { AheadParts } from "./ahead.tsx";
import { Attract } from "./Attract.tsx";
import { watchIdle } from "./idle.ts";
import { dress } from "./look.ts";
import { Shell, type Pages } from "./Shell.tsx";
import { startSound } from "./sound.ts";
import { StartPage } from "./StartPage.tsx";
import { Urgent } from "./Urgent.tsx";

interface Parts {
  readonly live: Live;
  readonly faces: Faces;
  readonly pages: Omit<Pages, "start">;
  /** A job as it stands in a list. */
  readonly row: AheadParts["row"];
  /** Sheets that pages open. */
  readonly sheets: AheadParts["sheets"];
  /** What can be made ready while nobody is there. */
  prepare(offered: Offered): void;
  /** Where the board's slides run, and where the visitor's pages stand. */
  readonly slides: HTMLElement;
  readonly glass: HTMLElement;
  /** What its centre offers of calls; `null`: nothing. */
  readonly calls: Watchable<unknown>;
  /** Nobody is here: the best moment for a reload. */
  calm(): void;
}

/** Pages on which somebody reads for a while without touching. */
const READ: ReadonlySet<PageName> = new Set<PageName>(["job", "leaflet", "event", "take", "statement"]);

/** What opening a page counts as. */
const USES: Readonly<Partial<Record<PageName, KioskUse>>> = {
  job: "vacancy",
  leaflet: "leaflet",
  event: "event",
};
/** How often counts of hours that are over are handed in (ms). */
const DELIVER = 60_000;

export function runKiosk({
  live,
  faces,
  pages,
  row,
  sheets,
  prepare,
  slides,
  glass,
  calls,
  calm,
}: Parts): void {
  const visit = valued<Visit | null>(null);
  const switches = valued(false);
  const frames = drawInFrames(draw, () => live.painted(live.holdings.value.version));
  const { fault } = startRecovery(() => live.state.value === "online" || Boolean(navigator.serviceWorker?.controller)); // prettier-ignore
  const idle = watchIdle(() => visit.value !== null && READ.has(here(visit.value).page), wipe);
  const uses = countUses(() => bestGuess(live.clock.now()));
  let scanning: Scanning | null = null;
  let offered: Offered | null = null;
  let board: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let read: string | null = null;
  /** Whether somebody has had something read to her in this visit. */
  let listens = false;
  let prepared: Offered["jobs"] | null = null;

  function attract(): void {
    calm();
    dress(null, null);
    board ??= runBoard({ live, root: slides, faces, turned: calm, fault });
    if (offered && offered.jobs !== prepared) {
      prepared = offered.jobs;
      prepare(offered);
    }
  }

  function wake(): void {
    if (!offered) return;
    idle.stays();
    choose(offered.centre.languages[0] ?? "en", beginVisit("en"));
    count("visit");
  }

  /** The visit goes, and with it everything that was chosen, kept and typed: it is nowhere else. */
  function wipe(): void {
    if (visit.value === null) return;
    read = null;
    listens = false;
    aloud.stop();
    switches.value = false;
    visit.value = null;
  }

  function choose(language: Language, begun: Visit | null = visit.value): void {
    if (!begun) return;
    aloud.stop();
    visit.value = { ...begun, language };
    void learnSpeech(language).then(frames.ask);
  }

  /** Only a paired kiosk is somewhere; what others look at from anywhere is not counted. */
  function count(what: KioskUse, item: string | null = null): void {
    if (live.about.value?.name && visit.value) uses.count(what, item, visit.value.language);
  }

  const nothing = () => {};
  const every: Pages = { ...pages, start: () => <StartPage choose={choose} /> };
  const change = (next: (visit: Visit) => Visit) => {
    if (!visit.value) return;
    const was = here(visit.value);
    visit.value = next(visit.value);
    frames.hurry();
    const now = here(visit.value);
    if (now === was) return;
    aloud.stop();
    // Taking away what has the focus would have the page before laid out once more.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const use = USES[now.page];
    if (use) count(use, now.id ?? null);
  };

  const go: Kiosk["go"] = (place) => change((before) => went(before, place));
  const back = () => change(wentBack);

  function kioskOf(current: Visit, now: Offered): Kiosk {
    const about = live.about.value;
    return {
      visit: current,
      offered: now,
      speech: speech(current.language),
      online: live.state.value === "online",
      paired: Boolean(about?.name),
      callable: calls.value !== null && Boolean(about?.name) && now.centre.offer === "enhanced",
      publicUrl: about?.code?.address.replace(/\/c\/[^/]*$/, "") ?? null,
      change,
      go,
      back,
      busy: idle.busy,
      count,
      reader: readerOf(current.language),
    };
  }

  const sound = startSound({
    live,
    pages: every,
    row,
    sheets,
    offered: () => offered,
    kioskOf: (language, place, now) => ({
      ...kioskOf(standingOn(language, place), now),
      change: nothing,
      go: nothing,
      back: nothing,
      busy: nothing,
      count: nothing,
      reader: null,
    }),
    alone: () => visit.value === null,
  });
  const aloud = startAloud(sound.voiceFor, idle.busy);

  function readAloud(): void {
    listens = true;
    aloud.read();
    count("read-aloud", visit.value ? (here(visit.value).id ?? null) : null);
  }

  function readerOf(language: Language): Reader | null {
    if (!aloud.speaks(language)) return null;
    return { reading: aloud.reading.value, read: readAloud, stop: aloud.stop };
  }

  function look(): void {
    offered = whatIsOffered(live.holdings.value, live.clock.now(), offered, live.about.value?.own);
    clearTimeout(timer);
    timer = setTimeout(look, Math.min(offered?.nextChange ?? 60_000, 0x7fffffff));
    frames.ask();
  }

  function draw(): void {
    const current = visit.value;
    if (!offered || !current) {
      attract();
      render(offered && <Attract languages={offered.centre.languages} wake={wake} />, glass);
      return wearScripts(glass);
    }
    board?.();
    board = null;
    // What somebody reads is nobody else's business.
    live.shows("in-use");
    const kiosk = kioskOf(current, offered);
    dress(current, offered.centre.brand.colour);
    for (const whole of [document.documentElement, glass]) {
      whole.lang = kiosk.speech.language;
      whole.dir = directionOf(kiosk.speech.language);
    }
    const { urgent } = offered;
    const unread = urgent && `${urgent.id} ${urgent.version}` !== read ? urgent : null;
    render(
      <KioskProvider value={kiosk}>
        <Shell
          pages={every}
          left={idle.left.value}
          readOut={listens ? aloud.read : null}
          switches={switches.value}
          version={live.holdings.value.version}
          urgent={
            unread && (
              <Urgent
                notice={unread.notice}
                close={() => {
                  read = `${unread.id} ${unread.version}`;
                  frames.ask();
                }}
              />
            )
          }
          setSwitches={(on) => (switches.value = on)}
          choose={choose}
          stay={idle.stays}
          wipe={wipe}
          fault={fault}
        />
      </KioskProvider>,
      glass,
    );
    wearScripts(glass);
  }

  /** Whoever begins with the space bar has two switches; a keyboard's user begins with another key. */
  function wokenBy(event: KeyboardEvent): void {
    if (visit.value !== null || !/^( |Enter|Tab|Arrow\w+)$/.test(event.key)) return;
    event.preventDefault();
    wake();
    switches.value = event.key === " ";
  }

  addEventListener("keydown", wokenBy, true);
  whenever([switches], () => {
    scanning?.stop();
    scanning = switches.value ? startScanning() : null;
  });
  keepEveryScript();
  globalThis.speechSynthesis?.addEventListener("voiceschanged", frames.ask);
  for (const sign of ["pointerdown", "keydown"] as const) addEventListener(sign, idle.touched, true);
  putUpGuardrails(() => (visit.value ? JSON.stringify(here(visit.value)) : "attract"));
  keepAwake();
  whenever([live.holdings, live.attuned, live.about], look);
  whenever(
    [visit, switches, idle.left, aloud.reading, sound.languages, live.state, live.about, calls],
    frames.ask,
  );
  setInterval(() => {
    if (live.state.value === "online" && live.about.value?.name) uses.deliver();
  }, DELIVER);
  whenever([live.state], () => {
    if (live.state.value === "unpaired") location.replace("/pair");
  });
}
