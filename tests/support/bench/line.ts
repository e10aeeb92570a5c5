/** A line between a screen and a server: counts what passes, and can be as slow as a modem. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { monotonic } from "./channel.mjs";

export interface Line {
  readonly url: string;
  /** Bytes carried to the screen and to the server since `reset`, TCP's payload. */
  readonly down: () => number;
  readonly up: () => number;
  readonly reset: () => void;
  /** From now on it is so fast; `null`: as fast as the machine. */
  readonly set: (speed: Speed | null) => void;
  readonly stop: () => Promise<void>;
}

export interface Speed {
  readonly bitsPerSecond: number;
  /** Of each way, ms. */
  readonly delay: number;
}

/** One way of the line, which all connections share: when a packet will have left, and when it will be there. */
type Carry = (packet: Buffer) => { readonly left: Promise<void>; readonly arrived: Promise<void> };

/** A packet on Ethernet. */
const PACKET = 1_460;

export interface LineOptions {
  /** Counts only what follows the first blank line each way: a websocket's handshake is none of its messages. */
  readonly afterHandshake?: boolean;
}

/** Opens a line on a free port of loopback to the server at `url`. */
export async function openLine(url: string, { afterHandshake = false }: LineOptions = {}): Promise<Line> {
  const { port } = new URL(url);
  const open = new Set<Socket>();
  const counted = { down: 0, up: 0 };
  let speed: Speed | null = null;
  const [carryDown, carryUp] = [way(() => speed), way(() => speed)];

  const counting = afterHandshake ? countingAfterBlankLine : countingAll;

  async function join(near: Socket): Promise<void> {
    const far = connect(Number(port), "127.0.0.1");
    for (const socket of [near, far]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.once("close", () => open.delete(socket));
      socket.on("error", () => {
        near.destroy();
        far.destroy();
      });
    }
    // Before the first byte, TCP's own greeting has gone there and come back.
    await pause(speed ? 2 * speed.delay : 0);
    void pass(near, far, carryUp, counting((bytes) => (counted.up += bytes))); // prettier-ignore
    void pass(far, near, carryDown, counting((bytes) => (counted.down += bytes))); // prettier-ignore
  }

  const server = createServer({ pauseOnConnect: true }, (near) => void join(near));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    down: () => counted.down,
    up: () => counted.up,
    reset() {
      counted.down = counted.up = 0;
    },
    set(next) {
      speed = next;
    },
    stop() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

type Count = (chunk: Buffer) => void;

function countingAll(add: (bytes: number) => void): Count {
  return (chunk) => add(chunk.length);
}

function countingAfterBlankLine(add: (bytes: number) => void): Count {
  let head: Buffer | null = Buffer.alloc(0);
  return (chunk) => {
    if (!head) return add(chunk.length);
    head = Buffer.concat([head, chunk]);
    const blank = head.indexOf("\r\n\r\n");
    if (blank < 0) return;
    add(head.length - blank - 4);
    head = null;
  };
}

/** Hands over packet by packet, in order; nothing more is read while the line is full. */
async function pass(from: Socket, to: Socket, carry: Carry, count: Count): Promise<void> {
  let handed: Promise<void> = Promise.resolve();

  async function hand(packet: Buffer, before: Promise<void>, arrived: Promise<void>): Promise<void> {
    await before;
    await arrived;
    count(packet);
    to.write(packet);
  }
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += PACKET) {
        const packet = chunk.subarray(at, at + PACKET);
        const { left, arrived } = carry(packet);
        handed = hand(packet, handed, arrived);
        await left;
      }
    }
  } catch {
    to.destroy();
  }
  await handed;
  to.end();
}

function way(now: () => Speed | null): Carry {
  let free = 0;
  return (packet) => {
    const speed = now();
    if (!speed) return { left: Promise.resolve(), arrived: Promise.resolve() };
    free = Math.max(free, monotonic()) + (packet.length * 8_000) / speed.bitsPerSecond;
    return { left: pause(free - monotonic()), arrived: pause(free + speed.delay - monotonic()) };
  };
}
