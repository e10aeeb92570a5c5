import { createHmac, randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SaidToAdviser, SaidToKiosk } from "#shared/calls/protocol.ts";
import type { Ringing } from "#shared/calls/voice.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { type Adviser, adviserAt, type Kiosk, kioskAt, MINUTE, saveCentre, settings, TEN, valueOf } from "../../support/calls.ts"; // prettier-ignore
import { health } from "../../support/screens.ts";
import { CONTRACT } from "#shared/screens/protocol.ts";

const OFFER = `v=0\r\n${"a=candidate:1 1 udp 2122260223 192.0.2.1 49203 typ host\r\n".repeat(40)}`;

// oxlint-disable-next-line typescript/no-explicit-any -- whatever the hub says
type Answer = any;

/** A socket that keeps what it is told of calls until somebody asks for it. */
class Ear {
  readonly socket: Socket;
  readonly #heard: (SaidToKiosk | SaidToAdviser)[] = [];
  #wake = (): void => {};
  constructor(url: string, cookie: string) {
    this.socket = io(url, { transports: ["websocket"], forceNew: true, reconnection: false, extraHeaders: { cookie } }); // prettier-ignore
    this.socket.on("call", (said) => {
      this.#heard.push(said);
      this.#wake();
    });
  }
  async until(isIt: (said: Answer) => boolean): Promise<Answer> {
    for (;;) {
      const at = this.#heard.findIndex(isIt);
      if (at >= 0) return this.#heard.splice(at, 1)[0];
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
  heard(isIt: (said: Answer) => boolean): boolean {
    return this.#heard.some(isIt);
  }
  command(name: string, input: unknown): Promise<Answer> {
    return this.socket.emitWithAck("command", name, input, null);
  }
  static async of(url: string, cookie: string, screen: boolean): Promise<Ear> {
    const ear = new Ear(url, cookie);
    await new Promise<void>((resolve) => ear.socket.once("connect", () => resolve()));
    if (screen) await ear.socket.emitWithAck("hello", { contract: CONTRACT, centre: null, kind: "kiosk", epoch: null, version: 0, health }); // prettier-ignore
    return ear;
  }
}

const voice = (what: string) => (said: { what: string; voice?: { what: string } }) => said.what === "voice" && said.voice?.what === what; // prettier-ignore

describe.each(databases)("a call without a line, on $name", ({ fresh, name }) => {
  let database: Fresh;
  let running: RunningHub;
  /** Where the advisers are connected: on Postgres another hub. */
  let second: RunningHub;
  let kiosk: Kiosk;
  let ada: Adviser;
  let ben: Adviser;
  let now = TEN;
  const ears: Ear[] = [];

  beforeAll(async () => {
    database = await fresh();
    const env = { SIGNPOST_TURN_URLS: "stun:stun.example:3478,turn:turn.example:3478?transport=udp", SIGNPOST_TURN_SECRET: "north" }; // prettier-ignore
    running = await startHub({ databaseUrl: database.url, now: () => now, env });
    second =
      name === "postgres" ? await startHub({ databaseUrl: database.url, now: () => now, env }) : running;
    await saveCentre(running, "larkhill", settings({ handset: false }));
    await saveCentre(running, "mill-lane", settings({ handset: true }));
    ada = await adviserAt(running, "ada@example.org", ["larkhill", "mill-lane"]);
    ben = await adviserAt(running, "ben@example.org", ["larkhill"]);
  });
  beforeEach(async () => {
    now = TEN;
    await running.hub.database.reading.deleteFrom("call").execute();
  });
  afterAll(async () => {
    for (const ear of ears) ear.socket.disconnect();
    if (second !== running) await second.stop();
    await running.stop();
    await database.close();
  });

  async function kioskEar(centre = "larkhill"): Promise<Ear> {
    kiosk = await kioskAt(running, centre, randomUUID().slice(0, 8));
    return keep(await Ear.of(running.url, kiosk.cookie, true));
  }
  const adviserEar = async (who: Adviser) => keep(await Ear.of(second.url, who.browser.cookie, false));
  function keep(ear: Ear): Ear {
    ears.push(ear);
    return ear;
  }
  const ring = (ear: Ear, id: string = randomUUID()) => ear.command("ringVoice", { id, about: "childcare", item: null, language: "pl" }); // prettier-ignore

  test("is not rung where nobody stands by", async () => {
    const ear = await kioskEar();
    valueOf(await ada.browser.command("standByForVoice", { here: false }));
    expect(await ring(ear)).toMatchObject({ refusal: { code: "nobody-stands-by" } });
  });

  test("rings, is answered by one, passes its signals both ways, and is hung up", async () => {
    const [screen, amy, bob] = [await kioskEar(), await adviserEar(ada), await adviserEar(ben)];
    valueOf(await ada.browser.command("standByForVoice", { here: true }));
    const ringing = valueOf<Ringing>(await ring(screen));
    expect(ringing.until - ringing.now).toBe(30_000);
    expect(ringing.ice[0]).toEqual({ urls: ["stun:stun.example:3478"] });
    const turn = ringing.ice[1]!;
    expect(turn.username).toBe(`${TEN / 1000 + 4 * 3_600}:${ringing.id}`);
    expect(turn.credential).toBe(createHmac("sha1", "north").update(turn.username!).digest("base64"));
    const isRing = (said: SaidToAdviser) => said.what === "ring" && said.id === ringing.id;
    expect(await amy.until(isRing)).toMatchObject({ way: "voice", about: "childcare", centre: "larkhill" });
    await bob.until(isRing);
    const answers = [await amy.command("acceptVoice", ringing), await bob.command("acceptVoice", ringing)];
    expect(answers[0]).toMatchObject({ ok: true, value: { taken: { number: null }, ice: [{}, {}] } });
    expect(answers[1]).toMatchObject({ refusal: { code: "taken-already" } });
    await screen.until(voice("accepted"));
    const signal = { id: ringing.id, signal: { type: "offer", sdp: OFFER } };
    expect(await bob.command("signalVoice", signal)).toMatchObject({ refusal: { code: "no-such-call" } });
    valueOf(await screen.command("signalVoice", signal));
    expect(await amy.until(voice("signal"))).toEqual({ what: "voice", voice: { ...signal, what: "signal" } });
    valueOf(await amy.command("signalVoice", { id: ringing.id, signal: { type: "ice", candidate: "candidate:1", mid: "0", line: 0 } })); // prettier-ignore
    await screen.until(voice("signal"));
    expect(bob.heard(voice("signal"))).toBe(false);
    valueOf(await screen.command("hangUpVoice", { id: ringing.id }));
    await amy.until(voice("ended"));
    valueOf(await amy.command("endCall", { id: ringing.id, outcome: "spoke" }));
    expect(await screen.command("signalVoice", signal)).toMatchObject({ refusal: { code: "call-over" } });
  });

  test("rings out into a request to ring the handset, where one stands there", async () => {
    const [screen, amy] = [await kioskEar("mill-lane"), await adviserEar(ada)];
    valueOf(await ada.browser.command("standByForVoice", { here: true }));
    const { id } = valueOf<Ringing>(await ring(screen));
    now += 30_000;
    await running.hub.goRounds();
    expect(await screen.until(voice("rung-out"))).toMatchObject({ voice: { became: "handset" } });
    await amy.until(
      (said: SaidToAdviser) => said.what === "ring" && said.id === id && said.way === "handset",
    );
    expect(await ada.queue()).toMatchObject([{ id, way: "handset", state: { state: "waiting" } }]);
    expect(await amy.command("acceptVoice", { id })).toMatchObject({ refusal: { code: "call-over" } });
  });

  test("rings out where there is none, and is asked for otherwise under the same reference, or forgotten", async () => {
    const screen = await kioskEar();
    valueOf(await ada.browser.command("standByForVoice", { here: true }));
    const [one, other] = [valueOf<Ringing>(await ring(screen)), valueOf<Ringing>(await ring(screen))];
    now += 30_000;
    await running.hub.goRounds();
    expect(await screen.until(voice("rung-out"))).toMatchObject({ voice: { became: null } });
    const asked = valueOf(await kiosk.ask({}, one.id));
    expect(asked.reference).toBe(one.reference);
    expect(valueOf(await ada.take(one.id))).toMatchObject({ number: "+447700900123", call: { way: "ring" } });
    now += 10 * MINUTE;
    await running.hub.goRounds();
    const ended = (await ada.queue()).find(({ id }) => id === other.id);
    expect(ended).toMatchObject({ state: { state: "ended", outcome: "unanswered", by: "by itself" } });
  });

  test("is taken back by the kiosk while it rings", async () => {
    const screen = await kioskEar();
    valueOf(await ada.browser.command("standByForVoice", { here: true }));
    const { id } = valueOf<Ringing>(await ring(screen));
    valueOf(await screen.command("hangUpVoice", { id }));
    expect(await ada.browser.command("acceptVoice", { id })).toMatchObject({
      refusal: { code: "call-over" },
    });
  });

  test("news of a call reaches only who may see it, through whichever hub", async () => {
    const [screen, amy] = [await kioskEar("mill-lane"), await adviserEar(ada)];
    const bob = await adviserEar(ben);
    const news: string[] = [];
    bob.socket.on("news", (topics: string[]) => news.push(...topics));
    const { id } = valueOf(await kiosk.ask({ way: "handset", number: null }));
    await amy.until((said: SaidToAdviser) => said.what === "ring" && said.id === id);
    await amy.until((said: SaidToAdviser) => said.what === "queue" && said.centre === "mill-lane");
    valueOf(await amy.command("takeCall", { id }));
    expect(await screen.until((said: SaidToKiosk) => said.what === "progress" && said.progress.state === "taken")).toMatchObject({ progress: { id } }); // prettier-ignore
    valueOf(
      await running.order("arrangeCalls", {
        centre: "mill-lane",
        calls: settings({ handset: false }) as never,
      }),
    );
    await screen.until((said: SaidToKiosk) => said.what === "offer");
    expect(bob.heard(() => true)).toBe(false);
    expect(news.filter((topic) => /call/i.test(topic) && topic !== "arrangeCalls")).toEqual([]);
  });
});
