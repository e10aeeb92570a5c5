/**
 * What every page of a screen stands on: the programme it should show, kept right by the hub while
 * it is heard, and by the device's own copy while it is not.
 */
import type { SaidToKiosk } from "#shared/calls/protocol.ts";
import { CONTRACT, type Hello, type Welcome } from "#shared/screens/protocol.ts";
import type { ScreenKind } from "#shared/screens/screen.ts";
import { sameAbout, type About } from "./about.ts";
import { renewCookie } from "./asking.ts";
import type { Clock } from "./clock.ts";
import { keepFiles } from "./files.ts";
import { followProgramme } from "./follow.ts";
import { startCheckup } from "./health.ts";
import { talkToHub, type Hub } from "./hub.ts";
import { NOTHING, type Holdings } from "./items.ts";
import { keepCopy } from "./keep.ts";
import { lateClock } from "./late-clock.ts";
import { mendOldBrowser } from "./old-browsers.ts";
import type { Screen } from "./path.ts";
import { startUpdates } from "./update.ts";
import { valued, whenever, type Watchable } from "./value.ts";

export type { About } from "./about.ts";
export type { Holdings } from "./items.ts";
export { mediaUrl } from "./media.ts";

/** `offline` also where the hub answers but this page is too old or new for it, until it has reloaded. */
export type LiveState = "starting" | "online" | "offline" | "unpaired" | "no-such-centre";

export interface LiveOptions {
  /** The centre that an unpaired screen asks for (`?centre=`); `null` for a paired one. */
  readonly centre: string | null;
  readonly kind: ScreenKind;
  /** Resolves when a reload disturbs nobody; without it any moment is calm. */
  readonly calm?: () => Promise<void>;
}

export interface Live {
  readonly holdings: Watchable<Holdings>;
  readonly state: Watchable<LiveState>;
  readonly about: Watchable<About | null>;
  readonly clock: Clock;
  /** Changes when the clock found the hub, was moved by it or lost it: what shows is then to be reckoned anew. */
  readonly attuned: Watchable<number>;
  /** What the hub said last about a request for a call. */
  readonly called: Watchable<SaidToKiosk | null>;
  /** The frame that shows everything up to this version has been drawn. */
  painted(version: number): void;
  /** This is on the glass now, by the page's own name for it. */
  shows(what: string): void;
  stop(): void;
}

/** Their code is a file of its own (vite.config.ts). */
const ORDERS = import.meta.env.DEV ? "./orders.ts" : "/orders.js";
const LOOK = 5_000;
/** Nobody sees a clock that is so little out (ms). */
const UNSEEN = 500;
/** A browser drops a cookie after 400 days at most (RFC 6265bis); only an answer over HTTP renews it. */
const RENEW_COOKIE = 7 * 24 * 60 * 60_000;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Starts from the device's copy at once and talks to the hub from then on. When the screen is
 * revoked, or its centre is not known, it drops what it holds, also on the device.
 */
export function startLive({ centre, kind, calm = () => Promise.resolve() }: LiveOptions): Live {
  mendOldBrowser();
  const state = valued<LiveState>("starting");
  const about = valued<About | null>(null);
  const attuned = valued(0);
  const called = valued<SaidToKiosk | null>(null);
  const clock = lateClock();
  const keep = keepCopy(`${kind}/${centre ?? "*"}`);
  const files = keepFiles();
  const checkup = startCheckup();
  const updates = startUpdates(calm);
  const following = followProgramme(async () => {
    if (!hub) throw new Error("not talking to the hub");
    return hub.whole();
  });
  const { holdings } = following;
  let hub: Hub | null = null;
  let drawn: { readonly epoch: string | null; readonly version: number } = { epoch: null, version: 0 };
  let showing = "";
  let renewed = -Infinity;
  let jumped = false;
  /** By how much the clock led the device's monotonic one when `attuned` last told (ms). */
  let tuned = NaN;
  let stopped = false;

  const health = () => ({
    ...checkup.health(drawn.epoch === holdings.value.epoch ? drawn.version : 0, clock.clockError()),
    showing,
  });

  function hear(now: number, roundTrip?: number): void {
    clock.hear(now, roundTrip);
    const reading = clock.now();
    const lead = reading.state === "online" ? reading.at - performance.now() : NaN;
    if (Math.abs(lead - tuned) < UNSEEN) return;
    tuned = lead;
    attuned.value += 1;
  }

  function lose(next: LiveState): void {
    clock.lose();
    tuned = NaN;
    attuned.value += 1;
    state.value = next;
  }

  /** Nothing of this may be shown any more. */
  function drop(next: LiveState): void {
    lose(next);
    following.begin(NOTHING);
    about.value = null;
    void keep.forget();
    void files.forget();
  }

  function settleIn(welcome: Extract<Welcome, { state: "welcome" }>, roundTrip: number): void {
    const { changes, digest, app, centre: at, kind: as, name, code, own } = welcome;
    const next: About = { centre: at, kind: as, name, code, own };
    hear(changes.now, roundTrip);
    if (about.value && about.value.centre !== at) following.begin(NOTHING);
    if (!sameAbout(about.value, next)) about.value = next;
    following.welcomed(changes, digest);
    state.value = "online";
    updates.noticed(app);
  }

  const screen: Screen = {
    greeting: following.greeting,
    hello(): Hello {
      const { epoch, version } = holdings.value;
      return { contract: CONTRACT, centre, kind, epoch, version, health: health() };
    },
    heartbeat() {
      const { epoch, version } = holdings.value;
      return { health: health(), epoch: epoch ?? "", version };
    },
    welcomed(welcome, roundTrip) {
      if (welcome.state === "welcome") return settleIn(welcome, roundTrip);
      if (welcome.state === "unpaired") return screen.revoked();
      if (welcome.state === "no-such-centre") return drop("no-such-centre");
      lose("offline");
      updates.needed(welcome.app);
    },
    changed(changes) {
      hear(changes.now);
      following.changed(changes);
    },
    beaten(beat, roundTrip) {
      hear(beat.now, roundTrip);
      following.beaten(beat);
    },
    revoked() {
      hub?.stop();
      hub = null;
      drop("unpaired");
    },
    told(event, data) {
      if (event === "call") called.value = data as SaidToKiosk;
      else if (event === "about") about.value = { ...about.value!, ...(data as Partial<About>) };
      else void import(/* @vite-ignore */ ORDERS).then(({ obey }) => obey(data));
    },
    lost() {
      following.lost();
      if (state.value !== "offline") lose("offline");
    },
  };

  function save(): void {
    if (about.value && holdings.value.epoch !== null) {
      keep.save({ holdings: holdings.value, about: about.value, clock: clock.kept() });
    }
  }

  /** What is not told by any event: time goes by, the device slept, the cookie grows old. */
  function look(): void {
    save();
    const was = jumped;
    jumped = clock.jumped();
    if (jumped && !was) hub?.retry();
    if (state.value !== "online" || !about.value?.name) return;
    if (performance.now() - renewed < RENEW_COOKIE) return;
    renewed = performance.now();
    void renewCookie(screen.hello());
  }

  async function begin(): Promise<void> {
    const copy = await keep.load();
    if (stopped) return;
    if (copy) {
      clock.begin(copy.clock);
      about.value = copy.about;
      following.begin(copy.holdings);
      attuned.value += 1;
    }
    if (centre === null || SLUG.test(centre)) hub = talkToHub(screen);
    else drop("no-such-centre");
  }

  const retry = () => hub?.retry();
  addEventListener("online", retry);
  addEventListener("offline", retry);
  const timer = setInterval(look, LOOK);
  const saving = whenever([holdings, about], save);
  const keeping = whenever([holdings, state], () => {
    if (state.value === "online") files.want(holdings.value.entries);
  });
  void navigator.storage?.persist?.().catch(() => false);
  void begin();

  return {
    holdings,
    state,
    about,
    clock,
    attuned,
    called,
    painted(version) {
      const { epoch } = holdings.value;
      if (epoch === null || (drawn.epoch === epoch && drawn.version >= version)) return;
      drawn = { epoch, version };
      keep.proven();
      hub?.tell("painted", version);
    },
    shows(what) {
      if (what !== showing) hub?.tell("showing", what);
      showing = what;
    },
    stop() {
      stopped = true;
      removeEventListener("online", retry);
      removeEventListener("offline", retry);
      clearInterval(timer);
      saving();
      keeping();
      hub?.stop();
      for (const part of [updates, checkup, files, keep]) part.stop();
    },
  };
}
