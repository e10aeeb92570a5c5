import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UseReport } from "#shared/uses/report.ts";
import { change } from "#server/db/change.ts";
import { addCounts } from "#server/uses/count.ts";
import { noteOutcome } from "#server/uses/outcomes.ts";
import { done } from "#shared/result.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { centre } from "../../support/drafts.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { pairScreen } from "../../support/screens.ts";
import { website } from "../../support/websites.ts";

const now = Date.parse("2026-11-27T10:20:00Z");
const october = Date.parse("2026-10-14T09:00:00Z");

describe.each(databases)("use, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let cookie: string;

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => now });
    for (const slug of ["larkhill", "northbrook"])
      await running.done("saveCentre", { centre: centre(slug), over: null });
    ({ cookie } = await pairScreen(running, "larkhill", "kiosk", "By the door"));
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  const handIn = async (batch: string, counts: readonly unknown[], as = cookie) => {
    const response = await fetch(`${running.url}/api/v1/commands/countUses`, {
      method: "POST",
      headers: { "Content-Type": "application/json", cookie: as },
      body: JSON.stringify({ batch, counts }),
    });
    return response.json() as Promise<unknown>;
  };
  const visits = (hour: string, count: number, language = "en") => ({ hour, what: "visit", item: null, language, count }); // prettier-ignore
  const report = async (from = "2026-10", to = "2026-11"): Promise<UseReport> =>
    running.done("reportUse", { centres: null, from, to });
  const monthOf = ({ months }: UseReport, slug: string, month: string) =>
    months.find((one) => one.centre === slug && one.month === month)!;

  test("a kiosk that was offline hands in its counts once, however often it tries", async () => {
    const counts = [visits("2026-10-14T09:00:00Z", 6), visits("2026-10-14T10:00:00Z", 3, "pl")];
    expect(await handIn("batch-0001", counts)).toMatchObject({ value: { taken: 2, left: 0 } });
    expect(await handIn("batch-0001", counts)).toMatchObject({ value: { taken: 0, left: 0 } });
    const month = monthOf(await report(), "larkhill", "2026-10");
    expect(month.acts.visit).toBe(9);
    // Three in Polish would be told by taking six from nine.
    expect(month.languages).toEqual({ named: {}, others: 9 });
  });

  test("hours that have not been, or were long ago, are left out and not brought again", async () => {
    const counts = [visits("2026-11-28T09:00:00Z", 5), visits("2026-01-05T09:00:00Z", 5)];
    expect(await handIn("batch-0002", counts)).toMatchObject({ value: { taken: 0, left: 2 } });
  });

  test("nobody but a paired kiosk counts, and it counts plain things only", async () => {
    const count = visits("2026-11-20T09:00:00Z", 1);
    expect(await handIn("batch-0003", [count], "")).toMatchObject({ refusal: { code: "not-allowed" } });
    expect(await handIn("batch-0004", [{ ...count, what: "<script>" }])).toMatchObject({
      refusal: { code: "bad-input" },
    });
    expect(await handIn("batch-0005", [{ ...count, hour: "2026-11-20T09:13:07Z" }])).toMatchObject({
      refusal: { code: "bad-input" },
    });
  });

  test("figures under five are hidden, and a month that runs goes up by fives", async () => {
    await handIn("batch-0006", [visits("2026-11-20T09:00:00Z", 13)]);
    await handIn("batch-0007", [{ ...visits("2026-11-20T09:00:00Z", 2), what: "print" }]);
    const november = monthOf(await report(), "larkhill", "2026-11");
    expect(november).toMatchObject({ running: true, acts: { visit: 10, print: null, search: 0 } });
    expect(november.languages).toEqual({ named: {}, others: 0 });
  });

  test("what staff note is counted once, can be taken back, and names nobody", async () => {
    const note = {
      id: "outcome-1",
      centre: "larkhill",
      what: "job" as const,
      day: "2026-10-20",
      vacancy: null,
    };
    await running.done("noteOutcome", note);
    await running.done("noteOutcome", note);
    for (let count = 2; count <= 5; count += 1)
      await running.done("noteOutcome", { ...note, id: `outcome-${count}` });
    expect(monthOf(await report(), "larkhill", "2026-10").outcomes).toMatchObject({ job: 5, interview: 0 });
    expect(await running.done("listOutcomes", { centre: "larkhill" })).toHaveLength(5);
    await running.done("dropOutcome", { id: "outcome-5", centre: "larkhill" });
    expect(monthOf(await report(), "larkhill", "2026-10").outcomes.job).toBeNull();
    expect(await running.order("noteOutcome", { ...note, id: "outcome-9", day: "2026-12-24" })).toMatchObject(
      {
        refusal: { code: "not-yet" },
      },
    );
    // Half past midnight on the first of July in London is still the thirtieth of June in UTC.
    const justBegun = { who: "ann", at: "2026-06-30T23:30:00.000Z" };
    const today = { ...note, id: "outcome-10", day: "2026-07-01" };
    await expect(change(running.hub.database, (tx) => noteOutcome(tx, today, justBegun))).resolves.toEqual({
      ok: true,
      value: today,
    });
  });

  test("what was opened is reported by what it is called, unless so few opened it that they might be known", async () => {
    await running.done("saveItem", website("childcare", "https://childcare.example/", ["larkhill"]));
    const opened = (what: string, item: string, count: number) => ({ ...visits("2026-10-14T09:00:00Z", count), what, item }); // prettier-ignore
    await handIn("batch-0008", [
      opened("website", "childcare", 7),
      opened("website", "rare", 5),
      opened("event", "few", 3),
    ]);
    const { months, titles } = await report();
    const month = months.find((one) => one.centre === "larkhill" && one.month === "2026-10")!;
    expect(month.opened.website).toEqual({ named: { childcare: 7, rare: 5 }, others: 0 });
    expect(month.opened.event.named).toEqual({});
    expect(titles).toMatchObject({ childcare: "The childcare website", rare: "rare" });
    const { csv } = await running.done("useAsCsv", { centres: null, from: "2026-10", to: "2026-10" });
    expect(csv).toMatch(/website by title"?,"?The childcare website"?,7/);
  });

  test("a spreadsheet gets the same figures, with nothing in it that runs", async () => {
    await change(running.hub.database, async (tx) => {
      await addCounts(tx, [
        { centre: "northbrook", hour: october, what: "shown", item: "=cmd()", language: null, count: 90 },
        { centre: "northbrook", hour: october, what: "screen-open", item: null, language: null, count: 120 },
        { centre: "northbrook", hour: october, what: "screen-right", item: null, language: null, count: 117 },
      ]);
      return done(null);
    });
    const { csv } = await running.done("useAsCsv", { centres: null, from: "2026-10", to: "2026-11" });
    const lines = (csv as string).replaceAll('"', "").split("\r\n");
    expect(lines[0]).toBe("\uFEFFcentre,from,to,what,of,figure");
    expect(lines).toContain("northbrook,2026-10,2026-10,hours right,screens,2");
    expect(lines).toContain("larkhill,2026-11,2026-11,print,,under 5");
    expect(lines).toContain("northbrook,2026-10-14,2026-10-14,hours on the board,'=cmd(),1.5");
  });

  test("a report of more than five years is refused", async () => {
    expect(await running.order("reportUse", { centres: null, from: "1990-01", to: "2026-11" })).toMatchObject(
      {
        refusal: { code: "too-long" },
      },
    );
  });
});
