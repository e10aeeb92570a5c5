import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tellOwners } from "#server/leaflets/reviews.ts";
import { deliveriesOf } from "#server/messages/message.ts";
import { textIn } from "#shared/languages.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { always, centre } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

const leaflet: Leaflet = {
  title: textIn("en", "Help with childcare"),
  summary: textIn("en", "Thirty hours a week."),
  text: textIn("en", "Ask at the desk."),
  topics: ["childcare"],
  edition: "3",
  reviewed: "2026-06-01",
  reviewBy: "2026-12-15",
  picture: null,
  pdfs: {},
};

describe.each(databases)("a leaflet's review, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let ada = "";
  let now = Date.parse("2026-11-20T10:00:00Z");
  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => now });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
    const added = await running.done("addPerson", { email: "ada@example.org", role: "adviser", centres: ["larkhill"], decides: [] }); // prettier-ignore
    ada = added.person.id;
    await running.done("saveCentre", { centre: centre("larkhill", { adviser: ada }), over: 1 });
    await running.done("saveItem", { id: "help", kind: "leaflet", audience: ["larkhill"], over: null, ...always, body: leaflet }); // prettier-ignore
    await running.done("publishItem", { id: "help", over: 1 });
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  async function told(day: string): Promise<readonly string[]> {
    now = Date.parse(`${day}T10:00:00Z`);
    await tellOwners(running.hub.database, now);
    const all = await deliveriesOf(running.hub.database.reading, null);
    return all.map(({ about, person }) => `${about} to ${person === ada ? "Ada" : person}`).toReversed();
  }

  test("is told to the centre's adviser two weeks ahead, when it has passed, and when it is off the screens", async () => {
    expect(await told("2026-11-30")).toEqual([]);
    expect(await told("2026-12-01")).toEqual(["leaflet-review-soon to Ada"]);
    expect(await told("2026-12-02")).toHaveLength(1);
    expect(await told("2026-12-16")).toContain("leaflet-review-overdue to Ada");
    expect(await told("2027-01-13")).toContain("leaflet-off to Ada");
    expect(await told("2027-01-13")).toHaveLength(3);
  });

  test("a leaflet that has left the screens is published again only with a new review day", async () => {
    await running.done("withdrawItem", { id: "help", over: null });
    expect(await running.order("publishItem", { id: "help", over: null })).toMatchObject({ refusal: { code: "not-reviewed" } }); // prettier-ignore
    const body = { ...leaflet, edition: "4", reviewed: "2027-01-13", reviewBy: "2027-07-13" };
    await running.done("saveItem", {
      id: "help",
      kind: "leaflet",
      audience: ["larkhill"],
      over: 3,
      ...always,
      body,
    });
    await running.done("publishItem", { id: "help", over: 4 });
    expect(await (await fetch(`${running.url}/l/help`)).text()).toContain("Ask at the desk.");
  });
});
