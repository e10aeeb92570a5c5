import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HistoryLine } from "#shared/history/line.ts";
import { centre, noticeDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { type Browser, signedIn } from "../../support/people.ts";

describe.each(databases)("who did what when, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let ada: Browser;
  let adaId: string;

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url });
    for (const slug of ["larkhill", "mill-lane"])
      await running.done("saveCentre", { centre: centre(slug), over: null });
    const who = { email: "ada@example.org", name: "Ada", role: "adviser", centres: ["larkhill"] } as const;
    ({ browser: ada, person: adaId } = await signedIn(running, who));
    await ada.command("saveItem", noticeDraft("snow", "Snow day", ["larkhill"]));
    await ada.command("publishItem", { id: "snow", over: null });
    await running.done("saveItem", noticeDraft("theirs", "Theirs", ["mill-lane"]));
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  const lines = async (browser: Browser, wanted: object = {}): Promise<readonly HistoryLine[]> =>
    (await browser.command("listHistory", wanted)).value;

  test("an adviser sees what was done at their centres, with names and titles, newest first", async () => {
    const told = (await lines(ada)).map(({ command, name, title }) => [command, name, title]);
    expect(told).toEqual([
      ["publishItem", "Ada", "Snow day"],
      ["saveItem", "Ada", "Snow day"],
      ["saveCentre", null, null],
    ]);
    expect(await ada.command("listHistory", { centre: "mill-lane" })).toMatchObject({
      refusal: { code: "not-your-centre" },
    });
  });

  test("the district lead sees everything, and finds by person, item and time", async () => {
    const { browser: lead } = await signedIn(running, { email: "leah@example.org", role: "district" });
    const all = await lines(lead);
    expect(all.map(({ command }) => command)).toContain("addPerson");
    expect((await lines(lead, { who: adaId })).map(({ command }) => command)).toEqual(["publishItem", "saveItem"]); // prettier-ignore
    expect((await lines(lead, { about: "theirs" })).map(({ who }) => who)).toEqual(["operator"]);
    const [newest] = all;
    expect(await lines(lead, { until: all.at(-1)!.at })).toEqual([]);
    expect((await lines(lead, { from: newest!.at })).length).toBeGreaterThan(0);
  });

  test("what was refused was not done, and what was tried again was done once", async () => {
    await ada.command("saveItem", noticeDraft("not-mine", "x", ["mill-lane"]));
    expect(JSON.stringify(await lines(ada))).not.toContain("not-mine");
    const draft = noticeDraft("once", "Once", ["larkhill"]);
    await running.order("saveItem", draft, "the-very-same-request");
    await running.order("saveItem", draft, "the-very-same-request");
    expect((await lines(ada, { about: "once" })).length).toBe(1);
  });

  test("no secret is written down", async () => {
    const rows = await running.hub.database.reading.selectFrom("audit").selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/welcome#|password|signpost_/);
  });
});
