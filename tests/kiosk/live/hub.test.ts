import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { CONTRACT, type Hello } from "#shared/screens/protocol.ts";
import { followProgramme } from "#kiosk/live/follow.ts";
import { talkToHub } from "#kiosk/live/hub.ts";
import { NOTHING, type Holdings } from "#kiosk/live/items.ts";
import type { Pace, Screen } from "#kiosk/live/path.ts";
import { SmallHub } from "./small-hub.ts";

/** As in the field, a thousand times as fast; answers are given longer, for a busy machine. */
const BRISK: Pace = {
  patience: 3_000,
  beat: [15, 20],
  ask: [16, 20],
  retry: 10,
  retryMost: 40,
  rest: [60, 90],
};
/** Nothing happens by the clock: neither beats nor asking over HTTP. */
const PATIENT: Pace = { ...BRISK, patience: 60_000, beat: [60_000, 60_000], ask: [60_000, 60_000] };

const health = {
  app: "unbuilt",
  painted: 0,
  clockError: null,
  picture: { width: 1920, height: 1080 },
  storageLeft: null,
  keepsCopy: false,
};

async function openHub(): Promise<SmallHub> {
  const hub = new SmallHub();
  await hub.open();
  onTestFinished(() => hub.end());
  return hub;
}

/** What a screen holds that has been here before anything was published. */
const EMPTY: Holdings = { ...NOTHING, epoch: "first" };

/** A screen without a face, on the very parts that the pages stand on. */
function startScreen(origin: string, pace: Pace, begin: Holdings = EMPTY) {
  const said: string[] = [];
  const following = followProgramme(() => hub.whole());
  following.begin(begin);
  const held = () => following.holdings.value;
  const screen: Screen = {
    greeting: following.greeting,
    hello: (): Hello => ({ contract: CONTRACT, centre: "larkhill", kind: "board", epoch: held().epoch, version: held().version, health }), // prettier-ignore
    heartbeat: () => ({ health, epoch: held().epoch ?? "", version: held().version }),
    welcomed(welcome) {
      said.push(welcome.state);
      if (welcome.state === "welcome") following.welcomed(welcome.changes, welcome.digest);
    },
    changed: following.changed,
    beaten: following.beaten,
    revoked() {
      said.push("revoked");
      hub.stop();
    },
    told: (event, data) => void said.push(`${event} ${JSON.stringify(data)}`),
    lost() {
      said.push("lost");
      following.lost();
    },
  };
  const hub = talkToHub(screen, origin, pace);
  onTestFinished(() => hub.stop());
  return {
    said,
    hub,
    held,
    shows: () => [...held().entries.values()].map((entry) => `${entry.id}@${entry.version}`).toSorted(),
  };
}

/** Waits for what is meant, not for a time. */
function until(meant: () => void): Promise<void> {
  return vi.waitFor(meant, { timeout: 25_000, interval: 5 });
}

afterEach(() => vi.restoreAllMocks());

describe("on a socket", () => {
  test("a screen that missed three changes gets just these", async () => {
    const hub = await openHub();
    for (const id of ["tea", "fair", "sew"]) hub.publish("notice", id, {});
    const first = startScreen(hub.origin, PATIENT);
    await until(() => expect(first.shows()).toEqual(["fair@2", "sew@3", "tea@1"]));
    first.hub.stop();

    hub.publish("notice", "fair", {});
    hub.withdraw("notice", "sew");
    hub.publish("notice", "toys", {});
    const again = startScreen(hub.origin, PATIENT, first.held());
    await until(() => expect(again.shows()).toEqual(["fair@4", "tea@1", "toys@6"]));
    expect(hub.answered.at(-1)).toMatchObject({ whole: false, version: 6 });
    expect(hub.answered.at(-1)?.entries.map((entry) => entry.version)).toEqual([4, 5, 6]);
    expect(hub.wholes).toBe(0);
  });

  test("what is published is on the screen, what is withdrawn leaves it, and the hub hears that it was painted", async () => {
    const hub = await openHub();
    const screen = startScreen(hub.origin, PATIENT);
    await until(() => expect(screen.said).toEqual(["welcome"]));
    hub.publish("notice", "tea", {});
    await until(() => expect(screen.shows()).toEqual(["tea@1"]));
    screen.hub.tell("painted", 1);
    hub.withdraw("notice", "tea");
    await until(() => expect(screen.shows()).toEqual([]));
    screen.hub.tell("painted", 2);
    await until(() => expect(hub.painted).toEqual([1, 2]));
  });

  test("a change that overtakes the answer to the hello is shown, and not taken for all before it", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const first = startScreen(hub.origin, PATIENT);
    await until(() => expect(first.held().version).toBe(1));
    first.hub.stop();

    hub.publish("notice", "fair", {});
    hub.beforeAnswer = (socket) => {
      hub.publish("notice", "sew", {});
      socket.disconnect(true);
      hub.beforeAnswer = () => {};
    };
    const again = startScreen(hub.origin, PATIENT, first.held());
    await until(() => expect(again.shows()).toEqual(["fair@2", "sew@3", "tea@1"]));
    const versions = hub.hellos.map(({ hello }) => hello.version);
    expect(versions).toEqual([0, 1, 1]);
  });

  test("a screen to which a change was never told heals itself", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const screen = startScreen(hub.origin, BRISK);
    await until(() => expect(screen.shows()).toEqual(["tea@1"]));
    hub.forgetToTell(() => {
      hub.withdraw("notice", "tea");
      hub.publish("notice", "fair", {});
    });
    await until(() => expect(screen.shows()).toEqual(["fair@3"]));
    expect(hub.wholes).toBe(1);
  });

  test("a screen that holds what the hub never had heals itself", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const first = startScreen(hub.origin, PATIENT);
    await until(() => expect(first.held().version).toBe(1));
    first.hub.stop();

    const phantom = { type: "notice", id: "phantom", version: 50, value: {} } as never;
    const entries = new Map([...first.held().entries, ["notice/phantom", phantom]]);
    const again = startScreen(hub.origin, BRISK, { ...first.held(), entries });
    await until(() => expect(again.shows()).toEqual(["tea@1"]));
  });

  test("after a restore the screen shows the restored content and nothing else", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const screen = startScreen(hub.origin, BRISK);
    await until(() => expect(screen.shows()).toEqual(["tea@1"]));
    hub.restore();
    hub.publish("notice", "fair", {});
    await until(() => expect(screen.shows()).toEqual(["fair@2"]));
    expect(screen.held().epoch).toBe(hub.epoch);
  });

  test("a screen comes back by itself when the hub was away", async () => {
    const hub = await openHub();
    const screen = startScreen(hub.origin, BRISK);
    await until(() => expect(screen.said).toContain("welcome"));
    await hub.close();
    await until(() => expect(screen.said.at(-1)).toBe("lost"));
    hub.publish("notice", "tea", {});
    await hub.open();
    await until(() => expect(screen.shows()).toEqual(["tea@1"]));
  });

  test("a line that has gone dead without a word is renewed", async () => {
    const hub = await openHub();
    const screen = startScreen(hub.origin, BRISK);
    await until(() => expect(hub.beats).toBeGreaterThan(0));
    hub.forgetToTell(() => hub.publish("notice", "tea", {}));
    hub.sockets = "swallowed";
    await until(() => expect(screen.said).toEqual(["welcome", "lost"]));
    hub.sockets = "open";
    await until(() => expect(screen.shows()).toEqual(["tea@1"]));
  });

  test("a revoked screen stops at once and does not come back", async () => {
    const hub = await openHub();
    const screen = startScreen(hub.origin, BRISK);
    await until(() => expect(screen.said).toEqual(["welcome"]));
    hub.revoke();
    await until(() => expect(screen.said).toEqual(["welcome", "revoked"]));
    await until(() => expect(hub.connected).toBe(0));
    const other = startScreen(hub.origin, BRISK);
    await until(() => expect(other.said).toContain("unpaired"));
    expect(screen.said).toEqual(["welcome", "revoked"]);
  });

  test("a page that the hub cannot talk to asks again after a rest", async () => {
    const hub = await openHub();
    hub.answer = { state: "update", app: "newer" };
    const screen = startScreen(hub.origin, BRISK);
    await until(() => expect(screen.said).toContain("update"));
    hub.answer = null;
    await until(() => expect(screen.said.at(-1)).toBe("welcome"));
  });
});

describe("where sockets do not get through", () => {
  test.each(["blocked", "swallowed"] as const)(
    "with sockets %s the board still hears by asking",
    async (how) => {
      const hub = await openHub();
      hub.sockets = how;
      hub.publish("notice", "tea", {});
      const screen = startScreen(hub.origin, BRISK);
      await until(() => expect(screen.shows()).toEqual(["tea@1"]));
      hub.withdraw("notice", "tea");
      hub.publish("notice", "fair", {});
      await until(() => expect(screen.shows()).toEqual(["fair@3"]));
      expect(new Set(hub.hellos.map(({ over }) => over))).toEqual(new Set(["http"]));
    },
  );

  test("what a person has it do comes with an answer", async () => {
    const hub = await openHub();
    hub.sockets = "blocked";
    hub.order = { what: "identify", name: "Reception" };
    const screen = startScreen(hub.origin, BRISK);
    await until(() => expect(screen.said).toContain('order {"what":"identify","name":"Reception"}'));
  });

  test("what differs is healed over HTTP as well", async () => {
    const hub = await openHub();
    hub.sockets = "blocked";
    hub.publish("notice", "tea", {});
    const screen = startScreen(hub.origin, BRISK, { ...NOTHING, epoch: hub.epoch, version: 1 });
    await until(() => expect(screen.shows()).toEqual(["tea@1"]));
    expect(hub.wholes).toBe(1);
  });

  test("a screen that holds nothing asks for everything over HTTP, which compresses, and only then takes a socket", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    const screen = startScreen(hub.origin, PATIENT, NOTHING);
    await until(() => expect(hub.hellos.some(({ over }) => over === "socket")).toBe(true));
    expect(hub.hellos.map(({ over, hello }) => [over, hello.version])).toEqual([
      ["http", 0],
      ["socket", 1],
    ]);
    hub.publish("notice", "fair", {});
    await until(() => expect(screen.shows()).toEqual(["fair@2", "tea@1"]));
  });

  test("a screen that holds nothing takes a socket where asking over HTTP fails", async () => {
    const hub = await openHub();
    hub.publish("notice", "tea", {});
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("blocked"));
    const screen = startScreen(hub.origin, PATIENT, NOTHING);
    await until(() => expect(screen.shows()).toEqual(["tea@1"]));
    expect(hub.hellos.map(({ over }) => over)).toEqual(["socket"]);
  });

  test("it asks no more once the socket gets through", async () => {
    const hub = await openHub();
    hub.sockets = "blocked";
    const screen = startScreen(hub.origin, BRISK);
    await until(() => expect(hub.hellos.filter(({ over }) => over === "http").length).toBeGreaterThan(1));
    hub.sockets = "open";
    await until(() => expect(hub.hellos.some(({ over }) => over === "socket")).toBe(true));
    await until(() => expect(hub.beats).toBeGreaterThan(2));
    const asked = hub.hellos.length;
    const { beats } = hub;
    hub.publish("notice", "tea", {});
    await until(() => expect(screen.shows()).toEqual(["tea@1"]));
    await until(() => expect(hub.beats).toBeGreaterThan(beats + 5));
    expect(hub.hellos.length).toBe(asked);
  });
});
