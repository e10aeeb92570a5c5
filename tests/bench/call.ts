/** From the press of a kiosk's button to the ring at an adviser's console, with five hundred kiosks connected. */
import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { SaidToAdviser } from "#shared/calls/protocol.ts";
import { wish } from "../support/calls.ts";
import { centre } from "../support/drafts.ts";
import { Browser, enterBy } from "../support/people.ts";
import { benchmark, type Keep } from "../support/bench/benchmark.ts";
import { monotonic } from "../support/bench/channel.mjs";
import { type HubProcess, startHub } from "../support/bench/hub.ts";
import { median, percentile, round } from "../support/bench/numbers.ts";
import { gather, plantScreens } from "../support/bench/screens.ts";
import { startBare } from "../support/bench/yardstick.ts";

const KIOSKS = 500;
/** Of them, so many ask, each this often: the hub lets no kiosk ask without end. */
const ASKING = 20;
const EACH = 8;
const WARM_UP = 10;
const LONGEST_MS = 300;
const CENTRE = "larkhill";

await benchmark("call", async (keep) => {
  const hub = await district(keep);
  const bare = await desk(keep);
  const [calls, bells]: [number[], number[]] = [[], []];
  for (let run = 0; run < ASKING * EACH; run += 1) {
    const call = await hub(run);
    const bell = await bare(run);
    if (run < WARM_UP) continue;
    calls.push(call);
    bells.push(bell);
  }
  const [figures, yardstick] = [summary(calls), summary(bells)];
  return {
    figures: { kiosks: KIOSKS, ...figures },
    yardstick,
    ratio: {
      medianMs: round(figures.medianMs / yardstick.medianMs, 2),
      p95Ms: round(figures.p95Ms / yardstick.p95Ms, 2),
    },
    target: { p95Ms: LONGEST_MS },
    pass: figures.p95Ms <= LONGEST_MS,
    runs: calls.length,
  };
});

/** A hub with its kiosks and an adviser: gives what rings once and says how long that took (ms). */
async function district(keep: Keep): Promise<(run: number) => Promise<number>> {
  let cookies: readonly string[] = [];
  const hub = keep(
    await startHub({
      plant: async (database) => {
        cookies = await plantScreens(database, CENTRE, KIOSKS);
        await database.reading.updateTable("screen").set({ kind: "kiosk" }).execute();
      },
    }),
  );
  await hub.order("saveCentre", { centre: centre(CENTRE, { offer: "enhanced" }) as never, over: null });
  const adviser = await connect(keep, hub.url, await signIn(hub));
  const asking = await Promise.all(cookies.slice(0, ASKING).map((cookie) => connect(keep, hub.url, cookie)));
  (await gather(hub.url, cookies.slice(ASKING), 1)).map(keep);
  return async (run) => {
    const id = randomUUID();
    const rung = heard<SaidToAdviser>(adviser, "call", (said) => said.what === "ring" && said.id === id);
    const request = { id, ...wish({ number: `07700 900${String(run).padStart(3, "0")}` }) };
    const pressed = monotonic();
    const accepted = asking[run % ASKING]!.emitWithAck("command", "askForCall", request, id);
    const took = (await rung) - pressed;
    const reply = (await accepted) as { ok: boolean };
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return took;
  };
}

/** The same over a bare server that keeps nothing and asks nobody's leave. */
async function desk(keep: Keep): Promise<(run: number) => Promise<number>> {
  const bare = keep(await startBare("bare.mjs"));
  const adviser = await connect(keep, bare.url, null);
  await adviser.emitWithAck("desk");
  const asking = await Promise.all(Array.from({ length: ASKING }, () => connect(keep, bare.url, null)));
  (await gather(bare.url, Array(KIOSKS - ASKING).fill(null), 1)).map(keep);
  return async (run) => {
    const id = randomUUID();
    const rung = heard<string>(adviser, "rang", (said) => said === id);
    const pressed = monotonic();
    asking[run % ASKING]!.emit("ring", id);
    return (await rung) - pressed;
  };
}

async function signIn(hub: HubProcess): Promise<string> {
  const handed = (await hub.order("addPerson", { email: "ada@example.org", role: "adviser", centres: [CENTRE], decides: [] })) as { link: string }; // prettier-ignore
  const browser = new Browser(hub.url);
  await enterBy(browser, { link: handed.link, password: "correct horse battery staple" });
  return browser.cookie;
}

async function connect(keep: Keep, url: string, cookie: string | null): Promise<Socket> {
  const socket = io(url, { transports: ["websocket"], forceNew: true, extraHeaders: cookie === null ? {} : { cookie } }); // prettier-ignore
  keep({ stop: () => void socket.disconnect() });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return socket;
}

/** The instant at which it is heard. */
function heard<Said>(socket: Socket, event: string, isIt: (said: Said) => boolean): Promise<number> {
  return new Promise((resolve) => {
    const hear = (said: Said): void => {
      if (!isIt(said)) return;
      const at = monotonic();
      socket.off(event, hear);
      resolve(at);
    };
    socket.on(event, hear);
  });
}

function summary(all: readonly number[]) {
  return {
    medianMs: round(median(all), 2),
    p95Ms: round(percentile(all, 95), 2),
    slowestMs: round(Math.max(...all), 2),
  };
}
