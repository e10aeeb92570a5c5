/** Screens and people on sockets. */
import type { IncomingMessage, Server as HttpServer } from "node:http";
import { RateLimiterMemory } from "rate-limiter-flexible";
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
import { personRoom, roomsOf, screenRoom, watchRoom, type Server, type Socket } from "./rooms.ts";
import { beat, welcome, type WelcomeNeeds, whole } from "./welcome.ts";

/** The largest message anyone may send, bytes: a leaflet in eight languages, and room to spare. */
const LARGEST = 1_000_000;
/** Messages that one socket may send within ten seconds: a screen answers a change by two, painted and what is on it. */
const BUSIEST = 400;

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
  const limiter = new RateLimiterMemory({ points: BUSIEST, duration: 10 });
  io.on("connection", (socket) => attend(socket, needs, limiter));
  return io;
}

async function identify(socket: Socket, needs: SocketNeeds): Promise<void> {
  const token = cookieOf(socket.request, SCREEN_COOKIE);
  const screen = token === null ? null : await needs.findScreen(token);
  if (token !== null && screen === null) needs.turnedAway("token");
  socket.data.screen = screen;
  socket.data.standing = null;
  const person = await needs.personOf(socket.request);
  if (person) await socket.join([CONSOLES, personRoom(person.id)]);
}

function attend(socket: Socket, needs: SocketNeeds, limiter: RateLimiterMemory): void {
  function turnAway(reason: string): void {
    needs.turnedAway(reason);
    socket.disconnect(true);
  }
  function failed(error: unknown): void {
    needs.log.error({ error }, "could not answer a screen");
    socket.disconnect(true);
  }
  socket.use((_packet, next) => {
    limiter.consume(socket.id).then(
      () => next(),
      () => turnAway("too-busy"),
    );
  });
  socket.on("hello", (input, reply) => {
    const hello = helloSchema.safeParse(input);
    if (!hello.success || typeof reply !== "function") return turnAway("malformed");
    welcome(needs, socket.data.screen, hello.data, (standing) =>
      join(socket, standing, hello.data.centre === null),
    )
      .then(reply)
      .catch(failed);
  });
  socket.on("heartbeat", (input, reply) => {
    const heartbeat = heartbeatSchema.safeParse(input);
    const { standing } = socket.data;
    if (!heartbeat.success || !standing || typeof reply !== "function") return turnAway("malformed");
    beat(needs, own(socket), standing, heartbeat.data).then(reply).catch(failed);
  });
  socket.on("whole", (reply) => {
    const { standing } = socket.data;
    if (!standing || typeof reply !== "function") return turnAway("malformed");
    whole(needs, standing).then(reply).catch(failed);
  });
  socket.on("painted", (version) => {
    if (!paintedSchema.safeParse(version).success) return turnAway("malformed");
    needs.painted(own(socket), version);
  });
  socket.on("showing", (what) => {
    if (!showingSchema.safeParse(what).success) return turnAway("malformed");
    const screen = own(socket);
    if (screen) needs.showing(screen, what);
  });
  socket.on("watch", (centres) => {
    const watched = watchedSchema.safeParse(centres);
    if (!watched.success || !socket.rooms.has(CONSOLES)) return turnAway("malformed");
    for (const room of socket.rooms) if (room.startsWith(watchRoom(""))) void socket.leave(room);
    void socket.join(watched.data.map(watchRoom));
  });
  socket.on("command", (name, input, requestId, reply) => {
    if (typeof name !== "string" || typeof reply !== "function") return turnAway("malformed");
    if (requestId !== null && typeof requestId !== "string") return reply(refused("bad-request-id"));
    // Asked at every command: a session may have been ended, or its person given other centres.
    callerOf(socket.request, needs, socket.data.screen)
      .then((caller) => needs.door.knock({ command: name, input, requestId, caller }))
      .then(reply)
      .catch(failed);
  });
}

/** The paired screen itself; a device that looks at another centre speaks for no screen. */
function own(socket: Socket): Screen | null {
  return socket.rooms.has(screenRoom(socket.data.screen?.id ?? "")) ? socket.data.screen : null;
}

function join(socket: Socket, standing: NonNullable<Socket["data"]["standing"]>, asItself: boolean): void {
  const { screen } = socket.data;
  for (const room of [...socket.rooms].filter((name) => name !== socket.id)) void socket.leave(room);
  socket.data.standing = standing;
  void socket.join(roomsOf(standing.centre, standing.kind));
  if (asItself && screen) void socket.join(screenRoom(screen.id));
}
