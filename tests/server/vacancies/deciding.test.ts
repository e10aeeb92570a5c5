import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Result } from "#shared/result.ts";
import type { FullVacancy, Inbox, Row, Ten } from "#shared/vacancies/inbox.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import type { Caller } from "#server/live/door.ts";
import { centre, vacancy } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 2, 9);
const iso = (days: number) => new Date(START + days * DAY).toISOString();

const ann: Caller = { role: "adviser", id: "ann", centres: ["larkhill", "mill-lane"], decides: [] };
const bob: Caller = { role: "adviser", id: "bob", centres: ["larkhill", "northbrook"], decides: [] };
const stu: Caller = { role: "staff", id: "stu", centres: ["larkhill"], decides: ["larkhill"] };
const sal: Caller = { role: "staff", id: "sal", centres: ["larkhill"], decides: [] };

describe.each(databases)("advisers and what waits for them, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let now = START;

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => now });
    for (const slug of ["larkhill", "mill-lane", "northbrook"])
      await running.done("saveCentre", {
        centre: centre(slug, { board: { ten: 3, motion: "steps", secondsPerSlide: 12 } }),
        over: null,
      });
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  async function knock(caller: Caller, command: string, input: unknown): Promise<Result<never>> {
    return (await running.hub.door.knock({ command, input, requestId: null, caller })) as Result<never>;
  }
  // oxlint-disable-next-line typescript/no-explicit-any -- each command has its own reply
  async function say(caller: Caller, command: string, input: unknown = {}): Promise<any> {
    const result = await knock(caller, command, input);
    if (!result.ok) throw new Error(`${command}: ${JSON.stringify(result.refusal)}`);
    return result.value;
  }
  async function code(caller: Caller, command: string, input: unknown): Promise<string> {
    const result = await knock(caller, command, input);
    return result.ok ? "done" : result.refusal.code;
  }
  async function bring(id: string, more: Partial<Vacancy> = {}, until: string | null = iso(60), to = ["larkhill", "mill-lane", "northbrook"]) {
    const body = vacancy(id, { employer: `${id} Ltd`, applyUrl: null, ...more });
    await running.done("importVacancies", { vacancies: [{ id, until, body }], decide: "inbox", centres: to });
  } // prettier-ignore
  const inbox = (caller: Caller, tab = "new", more = {}): Promise<Inbox> =>
    say(caller, "inbox", { tab, ...more });
  const ids = async (caller: Caller, tab = "new", more = {}) => (await inbox(caller, tab, more)).rows.map(({ id }) => id); // prettier-ignore
  const decide = (caller: Caller, vacancyId: string, on: string, more = {}, at = "larkhill") =>
    say(caller, "decideVacancies", { decisions: [{ vacancy: vacancyId, centre: at, on, ...more }] });
  const standing = async (id: string, at = "larkhill") =>
    ((await say({ ...ann, centres: "all" }, "findVacancy", { id })) as FullVacancy).row.at.find(
      ({ centre: slug }) => slug === at,
    );
  const onScreens = async (id: string, slug = "larkhill") => {
    const answer = await fetch(`${running.url}/api/v1/centres/${slug}/programme`);
    const { entries } = (await answer.json()) as {
      entries: { id: string; value: { until: string | null } }[];
    };
    return entries.find((entry) => entry.id === `${id}@${slug}`)?.value ?? null;
  };

  test("an adviser sees what waits at their centres, newest first, page by page, and nobody else's", async () => {
    for (const [at, id] of ["first", "second", "third"].entries()) {
      now = START + at * 1000;
      await bring(id);
    }
    now += 1000;
    await bring("elsewhere", {}, null, ["northbrook"]);
    expect(await ids(ann)).toEqual(["third", "second", "first"]);
    expect(await ids(bob)).toEqual(["elsewhere", "third", "second", "first"]);
    const page = await inbox(ann, "new", { limit: 2 });
    expect(page.rows.map(({ id }) => id)).toEqual(["third", "second"]);
    expect(await ids(ann, "new", { limit: 2, after: page.next })).toEqual(["first"]);
    expect(page.counts).toMatchObject({ new: 3, board: 0 });
    expect(page.rows[0]!.at.map(({ centre: slug }) => slug)).toEqual(["larkhill", "mill-lane"]);
    expect(await code(ann, "inbox", { tab: "new", centres: ["northbrook"] })).toBe("not-your-centre");
    expect(await code(ann, "findVacancy", { id: "elsewhere" })).toBe("not-your-centre");
  });

  test("decides for one centre or several, many at once, and takes it back as it was", async () => {
    const decisions = ["larkhill", "mill-lane"].map((slug) => ({
      vacancy: "first",
      centre: slug,
      on: "board",
    }));
    const { done } = await say(ann, "decideVacancies", { decisions });
    expect(done).toMatchObject([{ was: { on: "new" }, waiting: false }, { was: { on: "new" } }]);
    expect(await onScreens("first")).not.toBeNull();
    expect(await ids(ann)).toEqual(["third", "second"]);
    expect(await ids(bob)).toContain("first");
    await say(ann, "decideVacancies", {
      decisions: decisions.map((one) => ({ ...one, on: "new", was: "board", since: done[0].was.since })),
    });
    expect(await onScreens("first")).toBeNull();
    expect(await ids(ann)).toEqual(["third", "second", "first"]);
  });

  test("of two advisers the second sees the first's decision, and chooses", async () => {
    await decide(ann, "second", "board", { was: "new" });
    const refusal = await knock(bob, "decideVacancies", {
      decisions: [{ vacancy: "second", centre: "larkhill", on: "no", was: "new" }],
    });
    expect(refusal).toMatchObject({
      refusal: { code: "changed-meanwhile", details: { theirs: { on: "board", who: "ann" } } },
    });
    expect(await standing("second")).toMatchObject({ on: "board" });
    await decide(bob, "second", "search", { was: "board" });
    expect(await standing("second")).toMatchObject({ on: "search", who: "bob" });
  });

  test("of many at once, one that has closed meanwhile does not hold up the others", async () => {
    await bring("soon", {}, new Date(now + 1000).toISOString());
    now += 2000;
    const decisions = ["soon", "third"].map((id) => ({ vacancy: id, centre: "larkhill", on: "search" }));
    const outcome = await say(ann, "decideVacancies", { decisions });
    expect(outcome.done).toMatchObject([{ vacancy: "third" }]);
    expect(outcome.not).toMatchObject([{ vacancy: "soon", refusal: { code: "already-ended" } }]);
    expect(await ids(ann, "search")).toContain("third");
  });

  test("an undated one is asked about after 14 days, leaves after 21, and stays if somebody says so", async () => {
    for (const id of ["undated", "undated-too"]) await bring(id, {}, null, ["larkhill"]);
    const decided = now;
    for (const id of ["undated", "undated-too"]) await decide(ann, id, "board");
    expect((await onScreens("undated"))?.until).toBe(new Date(decided + 21 * DAY).toISOString());
    now = decided + 14 * DAY;
    expect(await ids(ann)).toEqual(expect.arrayContaining(["undated", "undated-too"]));
    await decide(ann, "undated", "board", { was: "board" });
    expect(await ids(ann)).not.toContain("undated");
    now = decided + 21 * DAY;
    const ten: Ten = await say(ann, "theTen", { centre: "larkhill" });
    expect(ten.rows.map(({ id }) => id)).toEqual(["undated"]);
    expect(ten.closed.map(({ id }) => id)).toContain("undated-too");
  });

  test("a source's words stay beside what an adviser mended", async () => {
    await bring("mended", { employer: "Riverside" });
    const before: FullVacancy = await say(ann, "findVacancy", { id: "mended" });
    await say({ ...ann, centres: "all" }, "writeVacancy", {
      id: "mended", over: before.row.revision, words: { pay: "£13.40 an hour" }, centres: [], on: "new",
    }); // prettier-ignore
    const after: FullVacancy = await say(ann, "findVacancy", { id: "mended" });
    expect(after.body.pay).toMatchObject({ text: "£13.40 an hour", perHour: 13.4 });
    expect(after.body.title).toEqual(before.body.title);
    expect(after.original?.body.pay?.text).toBe("£12.85 an hour");
    expect(after.mended).toEqual(["pay"]);
    const stale = {
      id: "mended",
      over: before.row.revision,
      words: { title: "Other" },
      centres: [],
      on: "new",
    };
    expect(await code({ ...ann, centres: "all" }, "writeVacancy", stale)).toBe("changed-meanwhile");
  });

  test("one written by hand is understood and on the board in one go", async () => {
    const words = {
      title: "Lunchtime cook", employer: "Mill Street School", place: "Leeds LS7 3AB",
      pay: "£9.50 an hour", hours: "20 hours a week, term time", closes: "2027-03-05",
      description: "Cook for <60> children.\n\nSend money to apply: pay a £20 registration fee first.",
    }; // prettier-ignore
    const { item } = await say(ann, "writeVacancy", {
      over: null,
      words,
      centres: ["larkhill"],
      on: "board",
    });
    expect(item).toMatchObject({
      state: "published",
      audience: ["larkhill"],
      until: "2027-03-06T00:00:00.000Z",
      body: { source: null, pay: { perHour: 9.5 }, hours: { perWeek: 20 }, locations: [{ outcode: "LS7" }] },
    });
    expect(item.body.description.words.en).toMatch(/Cook for <60> children\.\n\nSend money/);
    const { row }: FullVacancy = await say(ann, "findVacancy", { id: item.id });
    expect(row.flags).toEqual(["asks-for-money", "below-minimum-wage"]);
    expect(await code(ann, "writeVacancy", { over: null, words: {}, centres: [], on: "new" })).toBe(
      "title-needed",
    );
  });

  test("one that is filled leaves every screen, and comes back where it was", async () => {
    await bring("filled");
    await decide(ann, "filled", "board");
    await say(ann, "closeVacancy", { id: "filled", over: null, why: "filled" });
    expect(await onScreens("filled")).toBeNull();
    const [last] = await running.done("itemHistory", { id: "filled" });
    expect(last).toMatchObject({ what: "filled", who: "ann" });
    await say(ann, "reopenVacancy", { id: "filled", over: null });
    expect(await onScreens("filled")).not.toBeNull();
    expect(await standing("filled")).toMatchObject({ on: "board" });
  });

  test("staff propose; an adviser agrees, or says why not", async () => {
    for (const id of ["liked", "disliked"]) {
      await bring(id);
      await say(sal, "proposeVacancy", {
        vacancy: id,
        centre: "larkhill",
        wanted: "board",
        words: "Many ask",
      });
    }
    expect(await code(sal, "decideVacancies", { decisions: [{ vacancy: "liked", centre: "larkhill", on: "board" }] })).toBe("not-allowed"); // prettier-ignore
    expect((await ids(ann, "proposed")).toSorted()).toEqual(["disliked", "liked"]);
    const answer = { centre: "larkhill", reason: null };
    expect(await code(sal, "answerProposal", { ...answer, vacancy: "liked", agrees: true })).toBe(
      "not-allowed",
    );
    await say(ann, "answerProposal", { ...answer, vacancy: "liked", agrees: true });
    expect(await onScreens("liked")).not.toBeNull();
    expect(await code(ann, "answerProposal", { ...answer, vacancy: "disliked", agrees: false })).toBe("reason-needed"); // prettier-ignore
    await say(ann, "answerProposal", { ...answer, vacancy: "disliked", agrees: false, reason: "Too far" });
    expect((await standing("disliked"))?.proposal).toMatchObject({ state: "declined", reason: "Too far" });
    expect(await ids(ann, "proposed")).toEqual([]);
  });

  test("where the centre says so, what staff show waits, and again after they mend it", async () => {
    await bring("careful");
    await say(ann, "curateCentre", { centre: "larkhill", curation: { approve: true, refill: "offer" } });
    const { done } = await decide(stu, "careful", "board");
    expect(done).toMatchObject([{ waiting: true }]);
    await say(stu, "placeVacancy", { vacancy: "careful", centre: "larkhill", on: "board" });
    expect(await onScreens("careful")).toBeNull();
    await say(ann, "answerProposal", { vacancy: "careful", centre: "larkhill", agrees: true, reason: null });
    expect(await onScreens("careful")).not.toBeNull();
    const { row }: FullVacancy = await say(stu, "findVacancy", { id: "careful" });
    await say(stu, "writeVacancy", { id: "careful", over: row.revision, words: { title: "Careful cook" }, centres: ["larkhill"], on: "new" }); // prettier-ignore
    expect(await onScreens("careful")).toBeNull();
    expect(await ids(ann, "proposed")).toEqual(["careful"]);
    expect(await code(sal, "writeVacancy", { id: "careful", over: row.revision + 1, words: { title: "Mine" }, centres: ["larkhill"], on: "new" })).toBe("not-your-vacancy"); // prettier-ignore
    expect(await code(stu, "takeOff", { id: "careful", centre: "larkhill" })).toBe("done");
    await say(ann, "curateCentre", { centre: "larkhill", curation: { approve: false, refill: "offer" } });
  });

  test("a note on an employer stands beside each of its jobs, at every centre, and nowhere public", async () => {
    await bring("bus", { employer: "Riverside Buses Ltd" });
    await bring("coach", { employer: "RIVERSIDE BUSES" });
    const words = "Good employer, three placed";
    const note = await say(ann, "saveEmployerNote", {
      name: "Riverside Buses",
      verdict: "good",
      words,
      over: null,
    });
    const rows = (await inbox(bob)).rows.filter(({ id }) => id === "bus" || id === "coach");
    expect(rows.map((row: Row) => row.note?.words)).toEqual([words, words]);
    await decide(ann, "bus", "board");
    for (const address of ["/", "/c/larkhill", "/j/bus", "/board?centre=larkhill", "/api/v1/centres/larkhill/programme", "/api/v1/openapi.json", "/api/v1/commands/listEmployerNotes"]) {
      const answer = await fetch(`${running.url}${address}`, address.includes("commands") ? { method: "POST" } : {});
      expect(await answer.text(), address).not.toMatch(/three placed/);
    } // prettier-ignore
    expect(await code(sal, "saveEmployerNote", { name: "Riverside Buses", verdict: "no", words: "", over: 1 })).toBe("not-allowed"); // prettier-ignore
    await say(bob, "saveEmployerNote", {
      name: "Riverside Buses",
      verdict: "no",
      words: "",
      over: note.revision,
    });
    expect(await onScreens("bus")).toBeNull();
    expect(await ids(ann)).not.toContain("coach");
    expect(await code(ann, "decideVacancies", { decisions: [{ vacancy: "bus", centre: "larkhill", on: "board" }] })).toBe("employer-not-shown"); // prettier-ignore
  });

  test("an adviser's way to a place is on the board, until its day of review", async () => {
    await bring("northern", { locations: [{ text: "Northbrook Road, Leeds", postcode: null, outcode: null, lat: null, lon: null }] }); // prettier-ignore
    await decide(ann, "northern", "board");
    const route = { centre: "larkhill", name: "Northbrook Road", outcode: null, by: "bus", minutes: 15, line: "36", review: "2027-06-01" }; // prettier-ignore
    const kept = await say(ann, "saveRoute", { ...route, over: null });
    expect(await onScreens("northern")).toMatchObject({ travel: { by: "bus", minutes: 15, line: "36" } });
    expect(await code(ann, "saveRoute", { ...route, id: kept.id, minutes: 20, over: null })).toBe("changed-meanwhile"); // prettier-ignore
    expect(await code({ ...ann, centres: ["mill-lane"] }, "removeRoute", { id: kept.id, centre: "larkhill" })).toBe("not-your-centre"); // prettier-ignore
    expect(await code(ann, "removeRoute", { id: kept.id, centre: "mill-lane" })).toBe("no-such-route");
    await say(ann, "saveRoute", { ...route, id: kept.id, review: "2026-11-01", over: 1 });
    expect(await onScreens("northern")).toMatchObject({ travel: null });
  });

  test("one that may be the same as one that is shown says so", async () => {
    await bring("told-once", { employer: "Weavers Yard", title: vacancy("Bookkeeper (part time)").title });
    await decide(ann, "told-once", "search");
    await bring("told-twice", {
      employer: "The Weavers Yard Ltd",
      title: vacancy("Part-time bookkeeper").title,
    });
    const row = (await inbox(ann)).rows.find(({ id }) => id === "told-twice");
    expect(row).toMatchObject({ sameAs: { id: "told-once" }, flags: ["same-as-shown"] });
  });
});
