/** Screens and people on sockets. */
import type { IncomingMessage, Server as HttpServer } from "node:http";
import { Server as SocketServer } from "socket.io";
import { refused } from "#shared/result.ts";
import {
  heartbeatSchema,
  helloSchema,
  paintedSchema,
  showingSchema,
  watchedSchema,
} from "#shared/screens/schema.ts";
import type { Screen } from "#shared/screens/screen.ts";
import type { Log } from "#server/log.ts";
import type { Caller, Door } from "./door.ts";
import { callerOf, cookieOf, originAllowed, SCREEN_COOKIE } from "./identity.ts";
import { CONSOLES } from "./news.ts";
import { personRoom, roomsOf, watchRoom, type Server, type Socket } from "./rooms.ts";
import { beat, welcome, type WelcomeNeeds, whole } from "./welcome.ts";

/** The largest message anyone may send, bytes: a leaflet in eight languages, and room to spare. */
const LARGEST = 1_000_000;
/** Messages that one socket may send within ten seconds: a screen answers a change by two, painted and what is on it. */
const BUSIEST = 400;
const COUNTED_MS = 10_000;

export interface SocketNeeds extends WelcomeNeeds {
  readonly door: Door;
  readonly secret: string;
  readonly log: Log;
  findScreen(token: string): Promise<Screen | null>;
  /** The person who speaks, by session or token. */
  personOf(request: IncomingMessage): Promise<Caller | null>;
  painted(screen: Screen | null, version: number): void;
  showing(screen: Screen, what: string): void;
  /** A message was refused: counted by reason. */
  turnedAway(reason: string): void;
}

export function openSockets(http: HttpServer, needs: SocketNeeds): Server {
  const io: Server = new SocketServer(http, {
    serveClient: false,
    // Deflating costs five times the memory a socket and makes a fan-out slower; the messages are small.
    perMessageDeflate: false,
    maxHttpBufferSize: LARGEST,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    allowRequest: (request, decide) => {
      const allowed = originAllowed(request, needs.publicUrl);
      if (!allowed) needs.turnedAway("origin");
      decide(allowed ? null : "origin", allowed);
    },
  });
  io.use((socket, next) => {
    identify(socket, needs).then(
      () => next(),
      (error: unknown) => {
        needs.log.error({ error }, "could not tell who connects");
        next(new Error("broken"));
      },
    );
  });
  const heard = listening(needs);
  io.on("connection", (socket) => {
    if (socket.handshake.auth["console"] === true) void keepIfSignedIn(socket, needs);
    socket.use((_packet, next) => (inMeasure(socket) ? next() : heard.turnAway(socket, "too-busy")));
    socket.on("hello", heard.hello);
    socket.on("heartbeat", heard.heartbeat);
    socket.on("whole", heard.whole);
    socket.on("painted", heard.painted);
    socket.on("showing", heard.showing);
    socket.on("watch", heard.watch);
    socket.on("command", heard.command);
  });
  return io;
}

async function identify(socket: Socket, needs: SocketNeeds): Promise<void> {
  const token = cookieOf(socket.request, SCREEN_COOKIE);
  const screen = token === null ? null : await needs.findScreen(token);
  if (token !== null && screen === null) needs.turnedAway("token");
  socket.data.screen = screen;
  socket.data.own = null;
  socket.data.standing = null;
  socket.data.countedSince = 0;
  socket.data.said = 0;
  const person = await needs.personOf(socket.request);
  if (person) await socket.join([CONSOLES, personRoom(person.id)]);
}

/** Who was let go while the console's socket came in would never hear of it: the console then asks who is there. */
async function keepIfSignedIn(socket: Socket, needs: SocketNeeds): Promise<void> {
  try {
    if ((await needs.personOf(socket.request)) === null) socket.disconnect(true);
  } catch (error) {
    needs.log.error({ error }, "could not tell who connects");
    socket.disconnect(true);
  }
}

/**
 * What a socket may say. One function for each event, whoever speaks: a thousand screens with listeners
 * of their own would hold each of them in memory a thousand times.
 */
function listening(needs: SocketNeeds) {
  function turnAway(socket: Socket, reason: string): void {
    needs.turnedAway(reason);
    socket.disconnect(true);
  }
  const malformed = (socket: Socket) => turnAway(socket, "malformed");
  function failed(socket: Socket, error: unknown): void {
    needs.log.error({ error }, "could not answer a screen");
    socket.disconnect(true);
  }
  return {
    turnAway,
    hello(this: Socket, input: unknown, reply: unknown) {
      const hello = helloSchema.safeParse(input);
      if (!hello.success || !isReply(reply)) return malformed(this);
      welcome(needs, this.data.screen, hello.data, (standing) =>
        join(this, standing, hello.data.centre === null),
      )
        .then(reply)
        .catch((error: unknown) => failed(this, error));
    },
    heartbeat(this: Socket, input: unknown, reply: unknown) {
      const heartbeat = heartbeatSchema.safeParse(input);
      const { standing, own } = this.data;
      if (!heartbeat.success || !standing || !isReply(reply)) return malformed(this);
      beat(needs, own, standing, heartbeat.data)
        .then(reply)
        .catch((error: unknown) => failed(this, error));
    },
    whole(this: Socket, reply: unknown) {
      const { standing } = this.data;
      if (!standing || !isReply(reply)) return malformed(this);
      whole(needs, standing)
        .then(reply)
        .catch((error: unknown) => failed(this, error));
    },
    painted(this: Socket, version: unknown) {
      const painted = paintedSchema.safeParse(version);
      if (!painted.success) return malformed(this);
      needs.painted(this.data.own, painted.data);
    },
    showing(this: Socket, what: unknown) {
      const showing = showingSchema.safeParse(what);
      if (!showing.success) return malformed(this);
      const { own } = this.data;
      if (own) needs.showing(own, showing.data);
    },
    watch(this: Socket, centres: unknown) {
      const watched = watchedSchema.safeParse(centres);
      if (!watched.success || !this.rooms.has(CONSOLES)) return malformed(this);
      for (const room of this.rooms) if (room.startsWith(watchRoom(""))) void this.leave(room);
      void this.join(watched.data.map(watchRoom));
    },
    command(this: Socket, name: unknown, input: unknown, requestId: unknown, reply: unknown) {
      if (typeof name !== "string" || !isReply(reply)) return malformed(this);
      if (requestId !== null && typeof requestId !== "string") return reply(refused("bad-request-id"));
      // Asked at every command: a session may have been ended, or its person given other centres.
      callerOf(this.request, needs, this.data.screen)
        .then((caller) => needs.door.knock({ command: name, input, requestId, caller }))
        .then(reply)
        .catch((error: unknown) => failed(this, error));
    },
  };
}

function isReply(reply: unknown): reply is (answer: unknown) => void {
  return typeof reply === "function";
}

/** Counts what a socket says; `false` once it was too much. */
function inMeasure({ data }: Socket): boolean {
  const now = performance.now();
  if (now - data.countedSince > COUNTED_MS) {
    data.countedSince = now;
    data.said = 0;
  }
  data.said += 1;
  return data.said <= BUSIEST;
}

function join(socket: Socket, standing: NonNullable<Socket["data"]["standing"]>, asItself: boolean): void {
  for (const room of [...socket.rooms].filter((name) => name !== socket.id)) void socket.leave(room);
  socket.data.standing = standing;
  socket.data.own = asItself ? socket.data.screen : null;
  void socket.join(roomsOf(standing.centre, standing.kind));
}
