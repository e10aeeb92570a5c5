/** Bytes both ways, after the handshake, when a paired screen comes back and there is nothing new for it. */
import type { Welcome } from "#shared/screens/protocol.ts";
import { connectScreen } from "../support/screens.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { startHub } from "../support/bench/hub.ts";
import { type Line, openLine } from "../support/bench/line.ts";
import { median, round } from "../support/bench/numbers.ts";
import { health, plantScreens } from "../support/bench/screens.ts";
import { startBare } from "../support/bench/yardstick.ts";

const MOST = 1_500;
const RUNS = 10;

interface Held {
  readonly epoch: string;
  readonly version: number;
}

interface Bytes {
  readonly down: number;
  readonly up: number;
}

await benchmark("reconnect", async (keep) => {
  const [hub, bare] = [keep(await hubWithScreen()), keep(await startBare("bare.mjs"))];
  const hubLine = keep(await openLine(hub.url, { afterHandshake: true }));
  const bareLine = keep(await openLine(bare.url, { afterHandshake: true }));
  const first = await welcomed(hub.url, hub.cookie, null);
  const held = { epoch: first.changes.epoch, version: first.changes.version };
  const returns: Bytes[] = [];
  const plain: Bytes[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    hubLine.reset();
    const welcome = await welcomed(hubLine.url, hub.cookie, held);
    if (welcome.changes.entries.length > 0) throw new Error("There was something new.");
    returns.push(bytesOf(hubLine));
    bareLine.reset();
    await connected(bareLine.url);
    plain.push(bytesOf(bareLine));
  }
  const figures = summary(returns);
  const yardstick = summary(plain);
  return {
    figures: { entriesHeld: first.changes.entries.length, ...figures },
    yardstick,
    ratio: { bytes: round(figures.bytes / yardstick.bytes, 2) },
    target: { bytes: MOST },
    pass: figures.bytes <= MOST,
    runs: RUNS,
  };
});

/** With the demo district, so that there is a whole programme that need not be sent. */
async function hubWithScreen() {
  let cookie = "";
  const hub = await startHub({
    demo: true,
    plant: async (database) => {
      [cookie = ""] = await plantScreens(database, "larkhill", 1);
    },
  });
  return { ...hub, cookie };
}

async function welcomed(url: string, cookie: string, held: Held | null) {
  const screen = await connectScreen(url, cookie);
  const painted = { ...health, painted: held?.version ?? 0 };
  const welcome: Welcome = await screen.hello({ ...held, health: painted });
  screen.close();
  if (welcome.state !== "welcome") throw new Error(`The screen is ${welcome.state}.`);
  return welcome;
}

/** The least that a socket can do: connect, ask, be answered. */
async function connected(url: string): Promise<void> {
  const screen = await connectScreen(url);
  await screen.socket.emitWithAck("hello", {} as never);
  screen.close();
}

/** Taken at once after the answer: closing is not part of it. */
function bytesOf({ down, up }: Line): Bytes {
  return { down: down(), up: up() };
}

function summary(all: readonly Bytes[]) {
  return {
    bytes: median(all.map(({ down, up }) => down + up)),
    downBytes: median(all.map(({ down }) => down)),
    upBytes: median(all.map(({ up }) => up)),
  };
}
