import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CentreGlance, Row, Ten } from "#shared/vacancies/inbox.ts";
import type { Sector, Vacancy } from "#shared/vacancies/schema.ts";
import { centre, vacancy } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 2, 9);
const HERE = { lat: 53.8, lon: -1.55 };

describe.each(databases)("a centre's ten, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let now = START;

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => now });
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  /** A centre with so many places on its board. */
  const found = (slug: string, ten: number) =>
    running.done("saveCentre", { centre: centre(slug, { ...HERE, board: { ten, motion: "steps", secondsPerSlide: 12 } }), over: null }); // prettier-ignore
  async function put(slug: string, id: string, on: "inbox" | "board" | "search", sector: Sector, more: Partial<Vacancy> = {}, days = 30) {
    const locations = [{ text: "Leeds", postcode: "LS7 3AB", outcode: "LS7", lat: 53.801, lon: -1.551 }];
    const body = vacancy(id, { employer: `${id} Ltd`, applyUrl: null, sector, locations, ...more });
    const until = new Date(now + days * DAY).toISOString();
    await running.done("importVacancies", { vacancies: [{ id, until, body }], decide: on, centres: [slug] });
  } // prettier-ignore
  const ten = async (slug: string): Promise<Ten> => running.done("theTen", { centre: slug });
  const names = (rows: readonly Row[]) => rows.map(({ id }) => id);

  test("says what is too alike, and offers a swap that mends it", async () => {
    await found("alike", 5);
    for (const id of ["care-1", "care-2", "care-3"]) await put("alike", id, "board", "care");
    await put("alike", "shop-1", "board", "shops");
    await put("alike", "office-1", "board", "offices");
    await put("alike", "care-4", "inbox", "care");
    await put("alike", "driver-1", "inbox", "driving");
    const { mix, swaps } = await ten("alike");
    expect(mix.tooAlike).toContainEqual({ dimension: "work", value: "care", count: 3, of: 5 });
    expect(swaps[0]).toMatchObject({ into: { id: "driver-1" }, because: { value: "care" } });
    expect(["care-1", "care-2", "care-3"]).toContain(swaps[0]!.out);
  });

  test("fills the free places with fresh, near and varied ones, and decides nothing", async () => {
    await found("filling", 4);
    await put("filling", "held", "board", "care");
    await put("filling", "care-a", "inbox", "care");
    await put("filling", "care-b", "search", "care");
    await put("filling", "care-c", "inbox", "care");
    await put("filling", "school-a", "inbox", "schools");
    await put("filling", "fraud", "inbox", "offices", { flags: ["asks-for-money"] });
    await put("filling", "far", "inbox", "trades", { locations: [{ text: "London", postcode: "SE1 9RT", outcode: "SE1", lat: 51.5, lon: -0.09 }] }); // prettier-ignore
    const proposed: Row[] = await running.done("fillTen", { centre: "filling" });
    expect(names(proposed)).toHaveLength(3);
    expect(names(proposed)).toContain("school-a");
    expect(names(proposed)).not.toContain("fraud");
    expect(names(proposed)).not.toContain("far");
    expect(names((await ten("filling")).rows)).toEqual(["held"]);
  });

  test("each keeps its place when another goes, and the next best of search is offered", async () => {
    await found("offering", 3);
    for (const id of ["o-1", "o-2", "o-3"])
      await put("offering", id, "board", "shops", {}, id === "o-2" ? 2 : 30);
    await put("offering", "o-next", "search", "trades");
    expect((await ten("offering")).next).toBeNull();
    now += 3 * DAY;
    await running.hub.fillFreePlaces();
    const after = await ten("offering");
    expect(names(after.rows)).toEqual(["o-1", "o-3"]);
    expect(after.rows.map(({ at }) => at[0]!.place)).toEqual([0, 2]);
    expect(names(after.closed)).toEqual(["o-2"]);
    expect(after.next).toMatchObject({ id: "o-next" });
  });

  test("where the centre lets it, the next best takes the very place by itself, marked as such", async () => {
    await found("itself", 3);
    await running.done("curateCentre", { centre: "itself", curation: { approve: false, refill: "itself" } });
    for (const id of ["i-1", "i-2", "i-3"])
      await put("itself", id, "board", "shops", {}, id === "i-2" ? 2 : 30);
    await put("itself", "i-fraud", "search", "trades", { flags: ["asks-for-money"] });
    await put("itself", "i-next", "search", "driving");
    now += 3 * DAY;
    await running.hub.fillFreePlaces();
    await running.hub.fillFreePlaces();
    const after = await ten("itself");
    expect(names(after.rows)).toEqual(["i-1", "i-next", "i-3"]);
    expect(after.rows.map(({ at }) => at[0]!.byItself)).toEqual([false, true, false]);
    expect(after.closed).toEqual([]);
  });

  test("an adviser sees each centre's ten, how old they are, and what waits", async () => {
    const glances: CentreGlance[] = await running.done("myCentres", {});
    const alike = glances.find((one) => one.centre === "alike");
    expect(alike).toMatchObject({ size: 5, waiting: 2, search: 0, newest: new Date(START).toISOString() });
    expect(alike?.ten.map(({ id }) => id)).toEqual(["care-1", "care-2", "care-3", "shop-1", "office-1"]);
  });
});
