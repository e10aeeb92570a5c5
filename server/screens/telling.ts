/** What is said to one screen, through whichever hub it is connected to. */
import type { Order } from "#shared/screens/protocol.ts";
import type { Screen } from "#shared/screens/screen.ts";
import type { Own } from "#shared/screens/own.ts";
import type { Between } from "#server/live/between.ts";
import { type Server, socketsOf, watchRoom } from "#server/live/rooms.ts";

export interface Telling {
  about(id: string, self: { readonly name: string; readonly own: Own }): void;
  order(id: string, order: Order): void;
  /** Its token has ended: it goes to the pairing page, and is let go. */
  revoke(id: string): void;
}

type Said = { readonly id: string } & (
  | { readonly event: "about"; readonly data: { readonly name: string; readonly own: Own } }
  | { readonly event: "order"; readonly data: Order }
  | { readonly event: "revoked" }
);

const TOPIC = "screen";
const SHOWN = "shown";

export function tellScreens(between: Between): Telling {
  const say = (said: Said) => between.say(TOPIC, said);
  return {
    about: (id, data) => say({ id, event: "about", data }),
    order: (id, data) => say({ id, event: "order", data }),
    revoke: (id) => say({ id, event: "revoked" }),
  };
}

interface Shown {
  readonly id: string;
  readonly centre: string;
  readonly what: string;
}

/** Says to every hub what is on a screen now: those who watch it may be connected to any. */
export function sayShown(
  between: Between,
  { id, centre }: Pick<Screen, "id" | "centre">,
  what: string,
): void {
  between.say(SHOWN, { id, centre, what } satisfies Shown);
}

/** Passes on what is said to screens, and of them, to those who are connected here. Returns the stop. */
export function passOn(between: Between, io: Server): () => void {
  const stopShowing = between.hear(SHOWN, ({ id, centre, what }: Shown) =>
    io.to(watchRoom(centre)).emit("showing", id, what),
  );
  const stopTelling = between.hear(TOPIC, (said: Said) => {
    for (const socket of socketsOf(io, said.id)) {
      if (said.event === "about") socket.emit("about", said.data);
      else if (said.event === "order") socket.emit("order", said.data);
      else {
        socket.emit("revoked");
        socket.disconnect(true);
      }
    }
  });
  return () => {
    stopShowing();
    stopTelling();
  };
}

export interface KeptOrders {
  /** What this screen is to do, once; `null` for nothing. */
  take(id: string): Order | null;
  stop(): void;
}

/** A screen whose sockets are blocked asks every 20 s: so long an order waits for it, and not much longer. */
const WAITS = 60_000;

/** Keeps the last order for a screen that has no socket here, until it asks. */
export function keepOrders(
  between: Between,
  hasSocket: (id: string) => boolean,
  now: () => number,
): KeptOrders {
  const kept = new Map<string, { readonly order: Order; readonly until: number }>();
  const stop = between.hear(TOPIC, (said: Said) => {
    for (const [id, { until }] of kept) if (until <= now()) kept.delete(id);
    if (said.event === "order" && !hasSocket(said.id))
      kept.set(said.id, { order: said.data, until: now() + WAITS });
  });
  return {
    take(id) {
      const found = kept.get(id);
      kept.delete(id);
      return found && found.until > now() ? found.order : null;
    },
    stop,
  };
}
