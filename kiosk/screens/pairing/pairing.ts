/** Getting a device paired: a code, kept fresh until an adviser has entered it. */
import { CONTRACT, type Hello, type Pairing, type Welcome } from "#shared/screens/protocol.ts";
import type { Health, ScreenKind } from "#shared/screens/screen.ts";
import { request } from "#kiosk/live/request.ts";
import { valued, type Watchable } from "#kiosk/live/value.ts";

export type PairingView =
  | { readonly state: "asking" }
  | {
      readonly state: "waiting";
      readonly code: string;
      /** When the code ends, on the monotonic clock: the device's own may be wrong by years. */
      readonly ends: number;
      /** Where phones can open the console, `null` where there is no such address. */
      readonly publicUrl: string | null;
      /** The hub cannot be reached just now; the code stays good. */
      readonly away: boolean;
    }
  | { readonly state: "away" }
  | { readonly state: "paired"; readonly kind: ScreenKind };

/** Milliseconds. */
export interface PairingPace {
  /** Between two tries, at random up to twice this. */
  readonly retry: number;
  /** How long the hub may keep us waiting: it answers a long poll after 25 s. */
  readonly patience: number;
}

const PACE: PairingPace = { retry: 2_000, patience: 40_000 };

const HELLO = "/api/v1/screens/hello";
const PAIRINGS = "/api/v1/pairings";
const MINE = "/api/v1/pairings/mine";

export interface PairingFlow {
  readonly view: Watchable<PairingView>;
  stop(): void;
}

/** Runs until the device is paired, also if it was before; a code that ends is followed by a new one. */
export function startPairing(health: () => Health, pace: PairingPace = PACE): PairingFlow {
  const view = valued<PairingView>({ state: "asking" });
  const stopping = new AbortController();
  const stopped = stopping.signal;
  const { patience } = pace;

  async function run(): Promise<void> {
    const paired = await followCode().catch(() => false);
    if (paired || stopped.aborted) return;
    setTimeout(() => void run(), pace.retry * (1 + Math.random()));
  }

  /** Whether the device is paired; if not, its code has ended, or the hub refuses one for now. */
  async function followCode(): Promise<boolean> {
    try {
      if (await wasPaired()) return true;
      let held = await ask("GET", MINE);
      if (!held.reply) held = await ask("POST", PAIRINGS, {});
      return await follow(held);
    } catch (error) {
      if (!stopped.aborted) missHub();
      throw error;
    }
  }

  async function wasPaired(): Promise<boolean> {
    const body: Hello = { contract: CONTRACT, centre: null, kind: "board", epoch: null, version: 0, health: health() }; // prettier-ignore
    const { reply } = await request<Welcome>({ method: "POST", url: HELLO, body, patience, stopped });
    if (reply?.state !== "welcome") return false;
    view.value = { state: "paired", kind: reply.kind };
    return true;
  }

  async function follow({ reply, now }: Awaited<ReturnType<typeof ask>>): Promise<boolean> {
    if (!reply) return false;
    if (reply.state === "paired") {
      view.value = { state: "paired", kind: reply.kind };
      return true;
    }
    const { code, expires, publicUrl = null } = reply;
    const ends = performance.now() + expires - now;
    view.value = { state: "waiting", code, ends, publicUrl, away: false };
    if (minutesLeft(view.value) === 0) return false;
    await new Promise((resolve) => setTimeout(resolve, pace.retry / 4));
    return follow(await ask("GET", `${MINE}?wait=1`));
  }

  function missHub(): void {
    const { value } = view;
    const good = value.state === "waiting" && minutesLeft(value) > 0;
    view.value = good ? { ...value, away: true } : { state: "away" };
  }

  function ask(method: "GET" | "POST", url: string, body?: unknown) {
    return request<Pairing>({ method, url, body, patience, stopped });
  }

  void run();
  return { view, stop: () => stopping.abort() };
}

/** Whole minutes that a shown code is still good for, the begun one included. */
export function minutesLeft(view: PairingView): number {
  return view.state === "waiting" ? Math.max(0, Math.ceil((view.ends - performance.now()) / 60_000)) : 0;
}
