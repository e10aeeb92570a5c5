/** What is said to one screen, through whichever hub it is connected to. */
import type { Order } from "#shared/screens/protocol.ts";
import type { Own } from "#shared/screens/own.ts";
import type { Between } from "#server/live/between.ts";
import { screenRoom, type Server } from "#server/live/rooms.ts";

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

export function tellScreens(between: Between): Telling {
  const say = (said: Said) => between.say(TOPIC, said);
  return {
    about: (id, data) => say({ id, event: "about", data }),
    order: (id, data) => say({ id, event: "order", data }),
    revoke: (id) => say({ id, event: "revoked" }),
  };
}

/** Passes on what is said to screens that are connected here. Returns the stop. */
export function passOn(between: Between, io: Server): () => void {
  return between.hear(TOPIC, (said: Said) => {
    const room = screenRoom(said.id);
    if (said.event === "about") io.to(room).emit("about", said.data);
    else if (said.event === "order") io.to(room).emit("order", said.data);
    else {
      io.to(room).emit("revoked");
      io.in(room).disconnectSockets(true);
    }
  });
}
