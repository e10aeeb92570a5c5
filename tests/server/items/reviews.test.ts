import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change } from "#server/db/change.ts";
import { tellOfReviews } from "#server/items/reviews.ts";
import { deliveriesOf, tidyMessages } from "#server/messages/message.ts";
import { textIn } from "#shared/languages.ts";
import { done } from "#shared/result.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import type { Website } from "#shared/websites/schema.ts";
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

const website: Website = {
  title: textIn("en", "Find a job"),
  description: null,
  address: "https://findajob.example/",
  topics: ["work"],
  picture: null,
  reviewBy: "2027-02-01",
  allow: ["https://findajob.example"],
  helpers: [],
};

describe.each(databases)("what wants looking at again, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  const names = new Map<string, string>();
  let now = Date.parse("2026-11-20T10:00:00Z");
  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => now });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
    await running.done("saveCentre", { centre: centre("seaford"), over: null });
    const ada = await added("Ada", "adviser", ["larkhill"]);
    await added("Lea", "district", []);
    await running.done("saveCentre", { centre: centre("larkhill", { adviser: ada }), over: 1 });
    await running.done("saveItem", { id: "help", kind: "leaflet", audience: ["larkhill"], over: null, ...always, body: leaflet }); // prettier-ignore
    await running.done("publishItem", { id: "help", over: 1 });
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  async function added(name: string, role: "adviser" | "district", centres: string[]): Promise<string> {
    const { person } = await running.done("addPerson", { email: `${name.toLowerCase()}@example.org`, role, centres, decides: [] }); // prettier-ignore
    names.set(person.id, name);
    return person.id;
  }

  async function told(day: string): Promise<readonly string[]> {
    now = Date.parse(`${day}T10:00:00Z`);
    await tellOfReviews(running.hub.database, now);
    const all = await deliveriesOf(running.hub.database.reading, null);
    return all.map(({ about, person }) => `${about} to ${names.get(person ?? "") ?? person}`).toReversed();
  }

  test("of a leaflet the centre's adviser is told two weeks ahead, when the day has passed, and when it is off the screens", async () => {
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

  test("a website past its day is told once, to those at whose centres it shows", async () => {
    const shown = { larkhill: ["larkhill"], nobodys: ["seaford"], everywhere: "all" as const };
    for (const [id, audience] of Object.entries(shown)) {
      await running.done("saveItem", { id, kind: "website", audience, over: null, ...always, body: website });
      await running.done("publishItem", { id, over: 1 });
    }
    const before = await told("2027-02-01");
    const late = (await told("2027-02-02")).slice(before.length).toSorted();
    const words = "website-review-overdue to";
    expect(late).toEqual([`${words} Ada`, `${words} Ada`, `${words} Lea`, `${words} Lea`]);
    expect(await told("2027-02-03")).toHaveLength(before.length + 4);
  });

  test("and not again in a later month, when the message itself is forgotten", async () => {
    const { database: db } = running.hub;
    await change(db, async (tx) => done(await tidyMessages(tx, Date.parse("2027-04-01T10:00:00Z"))));
    expect(await told("2027-04-01")).toEqual([]);
  });
});
