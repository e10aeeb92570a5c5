import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Caller } from "#server/live/door.ts";
import type { Event } from "#shared/events/schema.ts";
import { introduced, saidOf } from "#shared/events/presence.ts";
import { nextOccurrence } from "#shared/events/occurrences.ts";
import { textIn } from "#shared/languages.ts";
import { always, centre } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { connectScreen, pairScreen } from "../../support/screens.ts";

const adviser: Caller = { role: "adviser", id: "ada", centres: ["larkhill"], decides: [] };
const receptionist: Caller = { role: "staff", id: "rita", centres: ["larkhill"], decides: [] };
const stranger: Caller = { role: "staff", id: "sam", centres: ["mill-lane"], decides: [] };

const session: Event = {
  title: textIn("en", "Work adviser"),
  summary: null,
  place: null,
  first: { day: "2026-12-01", start: "09:30", end: "12:30" },
  repeats: { every: { weeks: 1 }, days: ["tue", "thu"], until: null },
  also: [{ day: "2026-12-01", start: "14:00", end: "16:00" }],
  exceptDates: [],
  cancelled: [],
  termTimeOnly: false,
  session: { name: "Josephine", here: null },
  about: "advice",
  languages: [],
  creche: null,
  free: true,
  booking: null,
  picture: null,
};

describe.each(databases)("an adviser's session, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let now = Date.parse("2026-12-01T09:40:00Z");
  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => now });
    for (const slug of ["larkhill", "mill-lane"])
      await running.done("saveCentre", { centre: centre(slug), over: null });
    await running.done("saveItem", { id: "ada-s", kind: "event", audience: ["larkhill"], over: null, ...always, body: session }); // prettier-ignore
    await running.done("publishItem", { id: "ada-s", over: 1 });
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  async function say(caller: Caller, command: string, input: unknown) {
    const result = await running.hub.door.knock({ command, input, requestId: null, caller });
    return result.ok ? "done" : result.refusal.code;
  }
  async function event(): Promise<Event> {
    return (await running.done("findItem", { id: "ada-s" })).body;
  }
  async function said() {
    const body = await event();
    return saidOf(body, nextOccurrence(body, [], now)!);
  }

  test("the receptionist says it in one touch, and the board is told at once", async () => {
    const screen = await connectScreen(
      running.url,
      (await pairScreen(running, "larkhill", "board", "Desk")).cookie,
    );
    await screen.hello();
    expect(await say(receptionist, "sayHere", { id: "ada-s", state: "here" })).toBe("done");
    const [entry] = (await screen.nextChanges()).entries;
    expect(entry?.value).toMatchObject({ body: { session: { here: { state: "here" } } } });
    screen.close();
    expect(await said()).toBe("here");
  });

  test("nobody of another centre can say it", async () => {
    expect(await say(stranger, "sayHere", { id: "ada-s", state: "gone" })).toBe("not-your-centre");
  });

  test("gone in the morning says nothing of the afternoon, nor of another day", async () => {
    expect(await say(adviser, "sayHere", { id: "ada-s", state: "gone" })).toBe("done");
    expect(await said()).toBe("gone");
    now = Date.parse("2026-12-01T13:00:00Z");
    expect(await said()).toBeNull();
    now = Date.parse("2026-12-03T09:00:00Z");
    expect(await said()).toBeNull();
  });

  test("not coming can be taken back; on a day without a session there is nothing to say", async () => {
    expect(await say(adviser, "sayHere", { id: "ada-s", state: "not-coming" })).toBe("done");
    expect(await said()).toBe("not-coming");
    expect(await say(adviser, "sayHere", { id: "ada-s", state: null })).toBe("done");
    expect(await said()).toBeNull();
    now = Date.parse("2026-12-04T09:00:00Z");
    expect(await say(adviser, "sayHere", { id: "ada-s", state: "here" })).toBe("no-session-today");
  });

  test("a name that somebody typed is not shown until the adviser agrees, and never for another name", async () => {
    const programme = async () => (await fetch(`${running.url}/api/v1/centres/larkhill/programme`)).text();
    expect(introduced((await event()).session)).toBeNull();
    expect(await programme()).not.toContain("Josephine");
    expect(await say(adviser, "agreeToName", { id: "ada-s", name: "Ada", photo: null })).toBe("done");
    expect(await programme()).toContain("Ada");
    expect(introduced((await event()).session)).toEqual({ name: "Ada", photo: null });
    const item = await running.done("findItem", { id: "ada-s" });
    const renamed = { ...item.body, session: { ...item.body.session, name: "Adeline" } };
    await running.done("saveItem", { id: "ada-s", kind: "event", audience: ["larkhill"], over: item.revision, ...always, body: renamed }); // prettier-ignore
    expect(introduced((await event()).session)).toBeNull();
  });

  test("a consent that was ended does not come back with a former version", async () => {
    await say(adviser, "agreeToName", { id: "ada-s", name: "Ada", photo: null });
    const { revision } = await running.done("findItem", { id: "ada-s" });
    await say(adviser, "agreeToName", { id: "ada-s", name: null, photo: null });
    await running.done("bringBackItem", { id: "ada-s", revision, over: revision + 1 });
    expect(introduced((await event()).session)).toBeNull();
  });
});
