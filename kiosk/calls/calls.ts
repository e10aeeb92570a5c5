/**
 * The warm phone as a kiosk knows it: what its centre offers, kept for when the line is down, and the requests
 * that wait here, sealed, until the hub has them. Nothing of them can be read on this device.
 */
import type { HandedIn } from "#shared/calls/call.ts";
import type { CallOffer } from "#shared/calls/offer.ts";
import type { SaidToKiosk } from "#shared/calls/protocol.ts";
import type { Sealed } from "#shared/calls/seal.ts";
import type { Live } from "#kiosk/live/live.ts";
import { order } from "#kiosk/live/order.ts";
import { openStore } from "#kiosk/live/store.ts";
import { valued, whenever, type Watchable } from "#kiosk/live/value.ts";

export interface Calls {
  /** `null`: this kiosk offers no call. */
  readonly offer: Watchable<CallOffer | null>;
  /** What the hub said last about one of this kiosk's requests. */
  readonly said: Watchable<SaidToKiosk | null>;
  /** What was sealed here and has come to the hub since this page began. */
  readonly handedIn: Watchable<ReadonlyMap<string, HandedIn>>;
  /** Asks anew what is offered: whether somebody stands by for a voice call changes by the minute. */
  refresh(): void;
  /** Resolves when it lies on the disk; rejects where the device cannot keep it. */
  keepSealed(id: string, sealed: Sealed): Promise<void>;
}

interface Waiting {
  readonly id: string;
  readonly sealed: Sealed;
}

/** When she pressed: by the monotonic clock of this page, and by the device's. */
interface Pressed {
  readonly on: number;
  readonly by: number;
}

const KEY = "offer";
const LOOK = 20_000;
const ASK = 10 * 60_000;
/** What the hub has no room for, or does not take from this device, is not asked about again for so long. */
const REST = 10 * 60_000;
/** The two clocks part by more than that (ms) where the device slept or was set meanwhile. */
const APART = 5_000;

export function keepCalls(live: Pick<Live, "state" | "about" | "called">): Calls {
  const store = openStore("signpost/calls");
  const offer = valued<CallOffer | null>(null);
  const handedIn = valued<ReadonlyMap<string, HandedIn>>(new Map());
  const pressed = new Map<string, Pressed>();
  const rests = new Map<string, number>();
  let asked = -Infinity;
  let handing = false;

  const isHere = () => live.state.value === "online" && Boolean(live.about.value?.name);

  async function begin(): Promise<void> {
    const { result } = await store.use("readonly", (records) => records.get(KEY));
    offer.value ??= (result as CallOffer | undefined) ?? null;
    dropForeign();
  }

  /** What another centre offered, from where this device has been moved, is promised here no more. */
  function dropForeign(): void {
    const centre = live.about.value?.centre;
    if (offer.value && centre && offer.value.centre !== centre) offer.value = null;
  }

  async function ask(): Promise<void> {
    if (!isHere()) return;
    asked = performance.now();
    const answer = await order<CallOffer>("callOffer", {});
    // Where nobody answers, what was offered still stands.
    if (!answer) return;
    offer.value = answer.ok ? answer.value : null;
    await store.use("readwrite", (records) => records.put(offer.value ?? undefined, KEY));
  }

  async function hand({ id, sealed }: Waiting): Promise<void> {
    if (performance.now() < (rests.get(id) ?? 0)) return;
    const answer = await order<HandedIn>("handInCall", { id, sealed, heldFor: heldFor(pressed.get(id)) });
    // Also what it cannot read the hub takes, and tells its advisers. So what it refuses it may take later:
    // nothing that somebody was promised is thrown away here.
    if (answer && !answer.ok) rests.set(id, performance.now() + REST);
    if (!answer?.ok) return;
    await store.use("readwrite", (records) => records.delete(id));
    handedIn.value = new Map(handedIn.value).set(id, answer.value);
  }

  async function handAll(): Promise<void> {
    if (handing || !isHere()) return;
    handing = true;
    try {
      const { result } = await store.use("readonly", (records) => records.getAll());
      for (const one of result as readonly Partial<Waiting>[]) {
        if (one?.sealed) await hand(one as Waiting); // oxlint-disable-line no-await-in-loop -- in their order
      }
    } finally {
      handing = false;
    }
  }

  function look(): void {
    if (performance.now() - asked > ASK) void ask().catch(() => undefined);
    void handAll().catch(() => undefined);
  }

  void begin().catch(() => undefined);
  whenever([live.state, live.about], () => {
    dropForeign();
    if (!isHere()) return;
    asked = -Infinity;
    look();
  });
  live.called.watch(() => {
    if (live.called.value?.what === "offer") void ask().catch(() => undefined);
  });
  setInterval(look, LOOK);

  return {
    offer,
    said: live.called,
    handedIn,
    refresh: () => void ask().catch(() => undefined),
    async keepSealed(id, sealed) {
      pressed.set(id, { on: performance.now(), by: Date.now() });
      await store.use("readwrite", (records) => records.put({ id, sealed } satisfies Waiting, id));
      // The line may be there again already.
      void handAll().catch(() => undefined);
    },
  };
}

/** Milliseconds since she pressed; `null` where nobody can tell. */
function heldFor(at: Pressed | undefined): number | null {
  if (!at) return null;
  const held = performance.now() - at.on;
  return Math.abs(Date.now() - at.by - held) > APART ? null : Math.round(held);
}
