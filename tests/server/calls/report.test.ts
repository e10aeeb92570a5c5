import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallReport } from "#shared/calls/report.ts";
import type { CallRow } from "#server/calls/row.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { type Adviser, adviserAt, saveCentre, valueOf } from "../../support/calls.ts";

const NOW = Date.parse("2027-01-20T10:00:00Z");

describe.each(databases)("what a district lead puts before a funder about calls, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let leah: Adviser;

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => NOW });
    for (const slug of ["larkhill", "mill-lane"]) await saveCentre(running, slug);
    leah = await adviserAt(running, "leah@example.org", [], "district");
    const rows = [
      ...calls("larkhill", "2026-12-01T09:10:00Z", 6, {
        about: "job",
        outcome: "spoke",
        answered: 4,
        in_time: 1,
      }),
      ...calls("larkhill", "2026-12-02T09:50:00Z", 5, { about: "money", outcome: "spoke", answered: 20, in_time: 0 }), // prettier-ignore
      ...calls("larkhill", "2026-12-03T14:00:00Z", 2, { about: "training", outcome: "prank", answered: 60, in_time: 0 }), // prettier-ignore
      ...calls("larkhill", "2026-12-03T15:00:00Z", 3, { about: "other", outcome: "unanswered" }),
      ...calls("larkhill", "2026-12-03T15:00:00Z", 9, { about: "other", state: "cancelled" }),
      ...calls("mill-lane", "2026-12-10T10:00:00Z", 4, {
        about: "job",
        outcome: "spoke",
        answered: 1,
        in_time: 1,
      }),
      ...calls("mill-lane", "2027-01-11T10:00:00Z", 7, {
        about: "job",
        outcome: "spoke",
        answered: 9,
        in_time: 1,
      }),
    ];
    await running.hub.database.reading.insertInto("call").values(rows).execute();
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  const period = { centres: null, from: "2026-12", to: "2027-01" };

  test("counts what was asked and answered, how soon and how well, and hides what is under five", async () => {
    const report = valueOf<CallReport>(await leah.browser.command("reportCalls", period));
    const [larkhill, mill, running_] = report.months;
    expect(larkhill).toEqual({
      centre: "larkhill",
      month: "2026-12",
      running: false,
      asked: 16,
      answered: 13,
      withinTarget: 6,
      medianMinutes: 20,
      p90Minutes: 60,
      about: { named: { job: 6, money: 5 }, others: 5 },
      outcomes: { named: { spoke: 11 }, others: 5 },
      hours: { named: { 9: 11 }, others: 5 },
    });
    expect(mill).toMatchObject({
      asked: null,
      answered: null,
      medianMinutes: null,
      about: { named: {}, others: 0 },
    });
    // The month that runs goes up by fives, and its parts are not told yet.
    expect(running_).toMatchObject({ month: "2027-01", running: true, asked: 5, answered: 5, medianMinutes: 9, about: { named: {} } }); // prettier-ignore
    expect(report).toMatchObject({ medianMinutes: 9, p90Minutes: 60 });
  });

  test("comes as a table as well, which no spreadsheet takes for a formula", async () => {
    const { csv } = valueOf<{ csv: string }>(await leah.browser.command("callsAsCsv", period));
    const lines = csv.replaceAll('"', "").split("\r\n");
    expect(lines[0]).toBe("\uFEFFcentre,month,what,of,figure");
    expect(lines).toContain("larkhill,2026-12,working minutes to answer,90th percentile,60");
    expect(lines).toContain("larkhill,2026-12,asked for by topic,others,5");
    expect(lines).toContain("mill-lane,2026-12,asked for,,under 5");
  });

  test("is each adviser's own centres' alone", async () => {
    const ada = await adviserAt(running, "ada@example.org", ["mill-lane"]);
    const report = valueOf<CallReport>(await ada.browser.command("reportCalls", { ...period, centres: ["larkhill", "mill-lane"] })); // prettier-ignore
    expect(new Set(report.months.map(({ centre }) => centre))).toEqual(new Set(["mill-lane"]));
  });
});

function calls(centre: string, at: string, count: number, more: Partial<CallRow>): CallRow[] {
  const asked = new Date(at).toISOString();
  const blank = Object.fromEntries(BLANK.map((name) => [name, null])) as Record<(typeof BLANK)[number], null>;
  const times = { asked, came: asked, starts: asked, due: asked, since: asked };
  const what = {
    way: "ring",
    about: "job",
    language: "en",
    suits: "soon",
    state: "ended",
    told: 0,
    purged: 0,
  };
  return Array.from({ length: count }, () => ({
    ...blank,
    id: randomUUID(),
    centre,
    ...times,
    ...what,
    ...more,
  }));
}

const BLANK = [
  "reference", "open_reference", "screen", "asked_by", "item_kind", "item", "next", "holder", "outcome",
  "told_step", "answered", "in_time", "secret", "notes", "number_hash",
] as const; // prettier-ignore
