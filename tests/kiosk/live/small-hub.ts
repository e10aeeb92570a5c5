/**
 * A hub in a few lines for tests of the screen's side: it speaks the real protocol over real sockets
 * and HTTP, and can be told to misbehave as networks do.
 */
import { readFile } from "node:fs/promises";
import {
  createServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from "node:http";
import {
  type AddressInfo,
  createServer as createDoor,
  type Server as Door,
  type Socket as Wire,
} from "node:net";
import { extname, join } from "node:path";
import { Server, type Socket } from "socket.io";
import { digest, entryKey, type Changes, type Entry } from "#shared/programme.ts";
import type { Own } from "#shared/screens/own.ts";
import { CONTRACT, type Hello, type HubToScreen, type Order, type Pairing, type ScreenToHub, type Welcome } from "#shared/screens/protocol.ts"; // prettier-ignore

/** How the network treats sockets: lets them through, refuses them, or swallows every frame. */
type Sockets = "open" | "blocked" | "swallowed";

export class SmallHub {
  epoch = "first";
  version = 0;
  /** What the screen does otherwise than its centre. */
  own: Own = {};
  /** What the screen is to do, said with the answer to a hello. */
  order: Order | null = null;
  /** What it answers every hello with, instead of a welcome. */
  answer: Exclude<Welcome, { state: "welcome" }> | null = null;
  sockets: Sockets = "open";
  /** It is there, and serves its pages, but answers no screen in any way. */
  mute = false;
  /** Called with a hello before it is answered. */
  beforeAnswer: (socket: HubSocket) => void = () => {};
  pairing: Pairing | null = null;
  /** Bytes at addresses, beyond the files of the built pages. */
  readonly files = new Map<string, Buffer>();
  readonly hellos: Array<{ over: "socket" | "http"; hello: Hello }> = [];
  /** Everything handed out in answer to a hello. */
  readonly answered: Changes[] = [];
  readonly painted: number[] = [];
  readonly requested: string[] = [];
  beats = 0;
  wholes = 0;
  readonly #entries = new Map<string, Entry>();
  readonly #pages: string | null;
  #http: HttpServer | null = null;
  #io: Server<ScreenToHub, HubToScreen> | null = null;
  /** Stays its own while the hub is away: else somebody else might be given the port meanwhile. */
  #door: Door | null = null;
  readonly #wires = new Set<Wire>();
  #port = 0;
  #claim: () => void = () => {};
  readonly #claimed = new Promise<void>((resolve) => {
    this.#claim = resolve;
  });

  /** @param pages the folder of built pages, if it serves any */
  constructor(pages: string | null = null) {
    this.#pages = pages;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get connected(): number {
    return this.#io?.engine.clientsCount ?? 0;
  }

  /** Opens on a free port at first, and at the same address again after it was away. */
  async open(): Promise<void> {
    this.#http = createServer((request, response) => void this.#answer(request, response));
    this.#io = new Server(this.#http, {
      perMessageDeflate: false,
      allowRequest: (_request, decide) => decide(null, this.sockets !== "blocked"),
    });
    this.#io.on("connection", (socket) => this.#attend(socket));
    if (this.#door) return;
    this.#door = createDoor((wire) => this.#letIn(wire));
    await new Promise<void>((resolve) => this.#door?.listen(0, "127.0.0.1", resolve));
    this.#port = (this.#door.address() as AddressInfo).port;
  }

  #letIn(wire: Wire): void {
    if (!this.#http) return void wire.destroy();
    this.#wires.add(wire);
    wire.once("close", () => this.#wires.delete(wire));
    this.#http.emit("connection", wire);
  }

  /** Like a pulled plug: whoever is connected is cut off, and nobody else gets in. */
  async close(): Promise<void> {
    const io = this.#io;
    this.#io = this.#http = null;
    for (const wire of this.#wires) wire.destroy();
    await io?.close();
  }

  /** For good. */
  async end(): Promise<void> {
    await this.close();
    this.#door?.close();
  }

  publish(type: "notice", id: string, value: unknown): Entry {
    return this.#change({ type, id, value } as Pick<Entry, "type" | "id"> & { value: Entry["value"] });
  }

  withdraw(type: "notice", id: string): Entry {
    return this.#change({ type, id, value: null });
  }

  /** Everything is as after a restore: another epoch, another content. */
  restore(): void {
    this.epoch += "+";
    this.#entries.clear();
  }

  /** Leaves a change untold, as if the message had been lost. */
  forgetToTell(act: () => void): void {
    const io = this.#io;
    this.#io = null;
    act();
    this.#io = io;
  }

  /** An adviser entered the code. */
  claim(pairing: Pairing): void {
    this.pairing = pairing;
    this.#claim();
  }

  revoke(): void {
    this.answer = { state: "unpaired" };
    this.#io?.emit("revoked");
  }

  changes(since: number | null): Changes {
    const { epoch, version } = this;
    const whole = since === null;
    const entries = [...this.#entries.values()].filter((entry) =>
      whole ? entry.value !== null : entry.version > since,
    );
    return { epoch, version, now: Date.now(), whole, entries };
  }

  #change(part: object): Entry {
    this.version += 1;
    const entry = { ...part, version: this.version } as Entry;
    this.#entries.set(entryKey(entry), entry);
    const { epoch, version } = this;
    this.#io?.emit("changes", { epoch, version, now: Date.now(), whole: false, entries: [entry] });
    return entry;
  }

  #digest(now: number): string {
    return digest(this.#entries.values(), now);
  }

  #welcome(hello: Hello): Welcome {
    if (this.answer) return this.answer;
    if (hello.contract !== CONTRACT) return { state: "update", app: "newer" };
    const changes = this.changes(hello.epoch === this.epoch ? hello.version : null);
    this.answered.push(changes);
    const centre = hello.centre ?? "larkhill";
    const name = hello.centre === null ? "Reception" : null;
    const about = {
      centre,
      kind: hello.kind,
      name,
      own: this.own,
      publicUrl: null,
      code: null,
      app: "unbuilt",
    };
    const order = this.order === null ? {} : { order: this.order };
    return { state: "welcome", ...about, ...order, changes, digest: this.#digest(changes.now) };
  }

  #whole() {
    this.wholes += 1;
    const changes = this.changes(null);
    return { ...changes, digest: this.#digest(changes.now) };
  }

  #attend(socket: HubSocket): void {
    if (this.mute || this.sockets === "swallowed") return;
    socket.on("hello", (hello, reply) => {
      this.hellos.push({ over: "socket", hello });
      this.beforeAnswer(socket);
      reply(this.#welcome(hello));
    });
    socket.on("heartbeat", (_beat, reply) => {
      if (this.sockets === "swallowed") return;
      this.beats += 1;
      const now = Date.now();
      const version = Math.max(0, ...[...this.#entries.values()].map((entry) => entry.version));
      reply({ epoch: this.epoch, version, now, digest: this.#digest(now) });
    });
    socket.on("whole", (reply) => reply(this.#whole()));
    socket.on("painted", (version) => this.painted.push(version));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://hub");
    this.requested.push(pathname);
    if (this.mute && pathname.startsWith("/api/")) return;
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (pathname === "/api/v1/screens/hello") {
      const hello = JSON.parse(await bodyOf(request)) as Hello;
      this.hellos.push({ over: "http", hello });
      return void json(this.#welcome(hello));
    }
    if (pathname === "/api/v1/screens/whole") return void json(this.#whole());
    if (pathname === "/api/v1/pairings/mine" && !this.pairing) return void json({ ok: false }, 404);
    if (pathname.startsWith("/api/v1/pairings")) {
      if (request.url?.endsWith("?wait=1")) await this.#claimed;
      this.pairing ??= { state: "waiting", code: "ACD347", expires: Date.now() + 600_000 };
      return void json(this.pairing);
    }
    await this.#serve(pathname, response);
  }

  async #serve(pathname: string, response: ServerResponse): Promise<void> {
    const own = this.files.get(pathname);
    const path = extname(pathname) ? pathname : `${pathname}.html`;
    const bytes = own ?? (this.#pages && (await readFile(join(this.#pages, path)).catch(() => null)));
    if (!bytes) return void response.writeHead(404).end();
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": bytes.length }).end(bytes);
  }
}

type HubSocket = Socket<ScreenToHub, HubToScreen>;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}
