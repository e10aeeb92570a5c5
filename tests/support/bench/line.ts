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
  readonly stop: () => Promise<void>;
}

export interface Speed {
  readonly bitsPerSecond: number;
  /** Of each way, ms. */
  readonly delay: number;
}

/** One way of the line; all connections share it. Resolves when the last byte has arrived. */
type Carry = (bytes: Buffer) => Promise<void>;

export interface LineOptions {
  /** As fast as the machine where it is not given. */
  readonly speed?: Speed;
  /** Counts only what follows the first blank line each way: a websocket's handshake is none of its messages. */
  readonly afterHandshake?: boolean;
}

/** Opens a line on a free port of loopback to the server at `url`. */
export async function openLine(
  url: string,
  { speed, afterHandshake = false }: LineOptions = {},
): Promise<Line> {
  const { port } = new URL(url);
  const open = new Set<Socket>();
  const counted = { down: 0, up: 0 };
  const [carryDown, carryUp] = [way(speed), way(speed)];

  const server = createServer({ pauseOnConnect: true }, (near) => {
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
    const greeted = pause(speed ? 2 * speed.delay : 0);
    const counting = afterHandshake ? countingAfterBlankLine : countingAll;
    void greeted.then(() => {
      void pass(
        near,
        far,
        carryUp,
        counting((bytes) => (counted.up += bytes)),
      );
      void pass(
        far,
        near,
        carryDown,
        counting((bytes) => (counted.down += bytes)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    down: () => counted.down,
    up: () => counted.up,
    reset() {
      counted.down = counted.up = 0;
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

/** Hands over in order, as the line brings it; nothing more is read while the line is full. */
async function pass(from: Socket, to: Socket, carry: Carry, count: Count): Promise<void> {
  let arrived: Promise<void> = Promise.resolve();
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      count(chunk);
      const brought = carry(chunk);
      arrived = arrived.then(() => brought).then(() => void to.write(chunk));
    }
  } catch {
    to.destroy();
  }
  await arrived;
  to.end();
}

function way(speed: Speed | undefined): Carry {
  if (!speed) return () => Promise.resolve();
  let free = 0;
  return async (bytes) => {
    const sent = Math.max(free, monotonic()) + (bytes.length * 8_000) / speed.bitsPerSecond;
    free = sent;
    await pause(Math.max(0, sent + speed.delay - monotonic()));
  };
}
