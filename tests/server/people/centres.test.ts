import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Caller } from "#server/live/door.ts";
import { OPERATOR } from "#server/live/identity.ts";
import { centre, noticeDraft, vacancyDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { publish, putOnBoard } from "../../support/publish.ts";

const adviser: Caller = { role: "adviser", id: "ada", centres: ["larkhill"], decides: [] };
const staff: Caller = { role: "staff", id: "stu", centres: ["larkhill"], decides: [] };
const nobodys: Caller = { role: "staff", id: "newcomer", centres: [], decides: [] };

describe.each(databases)("a person and their centres, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url });
    for (const slug of ["larkhill", "mill-lane"])
      await running.done("saveCentre", { centre: centre(slug), over: null });
    await publish(running, noticeDraft("ours", "Ours", ["larkhill"]));
    await publish(running, noticeDraft("theirs", "Theirs", ["mill-lane"]));
    await publish(running, noticeDraft("both", "Both", ["larkhill", "mill-lane"]));
    await publish(running, noticeDraft("everyones", "Everyone's", "all"));
    await putOnBoard(running, "larkhill", vacancyDraft("job", "Cook"));
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  async function say(caller: Caller, command: string, input: unknown): Promise<string> {
    const result = await running.hub.door.knock({ command, input, requestId: null, caller });
    return result.ok ? "done" : result.refusal.code;
  }
  async function ids(caller: Caller): Promise<readonly string[]> {
    const knock = { command: "listItems", input: {}, requestId: null, caller };
    const result = await running.hub.door.knock(knock);
    if (!result.ok) throw new Error(result.refusal.code);
    return (result.value as { id: string }[]).map(({ id }) => id).toSorted();
  }

  test("sees what is for one of their centres, and nothing else", async () => {
    expect(await ids(adviser)).toEqual(["both", "everyones", "job", "ours"]);
    expect(await ids(nobodys)).toEqual(["everyones"]);
    expect(await say(adviser, "findItem", { id: "both" })).toBe("done");
    expect(await say(adviser, "findItem", { id: "theirs" })).toBe("not-your-centre");
    expect(await say(adviser, "itemHistory", { id: "theirs" })).toBe("not-your-centre");
    expect(await say(nobodys, "listCentres", {})).toBe("done");
    expect(await say(nobodys, "listScreens", {})).toBe("done");
  });

  test("changes what is for their centres alone", async () => {
    expect(await say(adviser, "withdrawItem", { id: "both", over: null })).toBe("not-your-centre");
    expect(await say(adviser, "withdrawItem", { id: "everyones", over: null })).toBe("not-your-centre");
    const widened = { ...noticeDraft("ours", "Ours", ["larkhill", "mill-lane"]), over: 2 };
    expect(await say(adviser, "saveItem", widened)).toBe("not-your-centre");
    const seized = { ...noticeDraft("theirs", "Mine now", ["larkhill"]), over: 2 };
    expect(await say(adviser, "saveItem", seized)).toBe("not-your-centre");
    expect(await say(adviser, "saveItem", { ...noticeDraft("ours", "Ours", ["larkhill"]), over: 2 })).toBe(
      "done",
    );
    expect(await say(adviser, "placeVacancy", { vacancy: "job", centre: "mill-lane", on: "board" })).toBe(
      "not-your-centre",
    );
  });

  test("staff put up notices, and decide vacancies only where that was granted", async () => {
    expect(await say(staff, "saveItem", noticeDraft("snow", "Snow day", ["larkhill"]))).toBe("done");
    expect(await say(staff, "publishItem", { id: "snow", over: null })).toBe("done");
    expect(await say(staff, "saveItem", noticeDraft("nowhere", "For nobody", []))).toBe("centre-needed");
    expect(await say(staff, "withdrawItem", { id: "job", over: null })).toBe("not-allowed");
    const decision = { vacancy: "job", centre: "larkhill", on: "search" };
    expect(await say(staff, "placeVacancy", decision)).toBe("not-allowed");
    expect(await say({ ...staff, decides: ["larkhill"] }, "placeVacancy", decision)).toBe("done");
    expect(await say(staff, "saveCentre", { centre: centre("larkhill"), over: 1 })).toBe("not-allowed");
  });

  test("where a centre wants it, what staff put up waits for an adviser, and again when they change it", async () => {
    const curation = { approve: true, refill: "offer" as const };
    await running.done("curateCentre", { centre: "larkhill", curation });
    const stateOf = async () => (await running.done("findItem", { id: "fair" })).state;
    await say(staff, "saveItem", noticeDraft("fair", "Jobs fair", ["larkhill"]));
    expect(await say(staff, "publishItem", { id: "fair", over: null })).toBe("done");
    expect(await stateOf()).toBe("proposed");
    expect(await say(adviser, "publishItem", { id: "fair", over: null })).toBe("done");
    expect(await stateOf()).toBe("published");
    const { revision } = await running.done("findItem", { id: "fair" });
    const changed = { ...noticeDraft("fair", "Jobs fair, at ten", ["larkhill"]), over: revision };
    expect(await say(staff, "saveItem", changed)).toBe("done");
    expect(await stateOf()).toBe("proposed");
    const declined = { id: "fair", over: null, reason: "The hall is let" };
    expect(await say(staff, "declineItem", declined)).toBe("not-allowed");
    expect(await say(adviser, "declineItem", { ...declined, reason: " " })).toBe("bad-input");
    expect(await say(adviser, "declineItem", declined)).toBe("done");
    expect(await stateOf()).toBe("draft");
    expect((await running.done("itemHistory", { id: "fair" }))[0]).toMatchObject({
      what: "declined: The hall is let",
    });
    expect(await say(adviser, "declineItem", declined)).toBe("no-such-proposal");
    await running.done("withdrawItem", { id: "fair", over: null });
    await running.done("curateCentre", { centre: "larkhill", curation: { ...curation, approve: false } });
  });

  test("staff take anything off their own centre's screens, and it stays on the others", async () => {
    for (const id of ["both", "everyones", "job"])
      expect(await say(staff, "takeOff", { id, centre: "larkhill" })).toBe("done");
    expect(await say(staff, "takeOff", { id: "both", centre: "mill-lane" })).toBe("not-your-centre");
    const shownAt = async (slug: string) => {
      const response = await fetch(`${running.url}/api/v1/centres/${slug}/programme`);
      const { entries } = (await response.json()) as { entries: { id: string; value: unknown }[] };
      return entries.filter(({ value }) => value !== null).map(({ id }) => id);
    };
    expect((await shownAt("larkhill")).toSorted()).toEqual(["larkhill", "ours", "snow"]);
    expect((await shownAt("mill-lane")).toSorted()).toEqual(["both", "everyones", "mill-lane", "theirs"]);
  });

  test("the operator has every centre", async () => {
    expect(await say(OPERATOR, "withdrawItem", { id: "both", over: null })).toBe("done");
  });
});
