/** Tells kiosks and advisers what happened to a call, through whichever hub they are connected to. */
import type { CallRow } from "./row.ts";
import type { SaidToAdviser, SaidToKiosk } from "#shared/calls/protocol.ts";
import type { VoiceSaid } from "#shared/calls/voice.ts";
import type { About, Way } from "#shared/calls/call.ts";
import type { Reading } from "#server/db/open.ts";
import type { Between } from "#server/live/between.ts";
import { CONSOLES } from "#server/live/news.ts";
import { centreRoom, personRoom, type Server, socketsOf } from "#server/live/rooms.ts";
import type { Log } from "#server/log.ts";
import { progressOf } from "./row.ts";
import { centreOf, watchersOf } from "./team.ts";

type Said =
  | { readonly to: "kiosk"; readonly screen: string; readonly said: SaidToKiosk }
  | { readonly to: "kiosks"; readonly centre: string; readonly said: SaidToKiosk }
  | { readonly to: "person"; readonly person: string; readonly said: SaidToAdviser }
  | { readonly to: "watchers"; readonly centre: string; readonly said: SaidToAdviser };

const TOPIC = "calls";

export interface Bell {
  /** One has come in, or is up again. */
  ring(row: CallRow): void;
  /** One is other than it was. */
  changed(row: CallRow): void;
  /** What a centre offers may be other than it was. */
  offer(centre: string): void;
  toKiosk(screen: string, voice: VoiceSaid): void;
  toPerson(person: string, voice: VoiceSaid): void;
}

export function openBell(between: Between): Bell {
  const say = (said: Said) => between.say(TOPIC, said);
  function changed(row: CallRow): void {
    say({ to: "watchers", centre: row.centre, said: { what: "queue", centre: row.centre } });
    if (row.screen !== null) say({ to: "kiosk", screen: row.screen, said: { what: "progress", progress: progressOf(row) } }); // prettier-ignore
  }
  return {
    ring({ id, centre, way, about }) {
      const said: SaidToAdviser = { what: "ring", id, centre, way: way as Way, about: about as About };
      say({ to: "watchers", centre, said });
    },
    changed,
    offer: (centre) => say({ to: "kiosks", centre, said: { what: "offer" } }),
    toKiosk: (screen, voice) => say({ to: "kiosk", screen, said: { what: "voice", voice } }),
    toPerson: (person, voice) => say({ to: "person", person, said: { what: "voice", voice } }),
  };
}

/** Passes on to those who are connected here, and may know. Returns the stop. */
export function passCallsOn(between: Between, io: Server, db: Reading, log: Log): () => void {
  async function tellWatchers(slug: string, said: SaidToAdviser): Promise<void> {
    if (!io.sockets.adapter.rooms.has(CONSOLES)) return;
    const centre = await centreOf(db, slug);
    if (centre === null) return;
    const rooms = (await watchersOf(db, centre, said.what === "ring")).map(personRoom).filter((room) => io.sockets.adapter.rooms.has(room)); // prettier-ignore
    if (rooms.length > 0) io.to(rooms).emit("call", said);
  }
  return between.hear(TOPIC, (said: Said) => {
    if (said.to === "kiosk") for (const socket of socketsOf(io, said.screen)) socket.emit("call", said.said);
    else if (said.to === "kiosks") io.to(centreRoom(said.centre, "kiosk")).emit("call", said.said);
    else if (said.to === "person") io.to(personRoom(said.person)).emit("call", said.said);
    else
      tellWatchers(said.centre, said.said).catch((error: unknown) =>
        log.warn({ error }, "could not tell who answers calls"),
      );
  });
}
