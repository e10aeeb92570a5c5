import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#shared/contract.ts";
import { textIn } from "#shared/languages.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { centre, vacancy, vacancyDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

const LEEDS = { lat: 53.8, lon: -1.55 };
const YORK = { lat: 53.96, lon: -1.08 };

const lies = (point: { lat: number; lon: number }) => [
  { text: null, postcode: null, outcode: null, ...point },
];

describe.each(databases)("what a source offers, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url });
    for (const [slug, point] of Object.entries({ larkhill: LEEDS, "mill-lane": LEEDS, minster: YORK }))
      await running.done("saveCentre", { centre: centre(slug, point), over: null });
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  const bring = (id: string, more: Partial<Vacancy> = {}, rest: Partial<Input<"importVacancies">> = {}, until: string | null = null) =>
    running.done("importVacancies", { vacancies: [{ id, until, body: vacancy(id, more) }], decide: "inbox", centres: [], ...rest }); // prettier-ignore
  const waitsAt = async (id: string) =>
    (
      await running.hub.database.reading
        .selectFrom("inbox")
        .select("centre")
        .where("vacancy", "=", id)
        .where("open", "=", 1)
        .orderBy("centre")
        .execute()
    ).map((row) => row.centre);
  const item = (id: string) => running.done("findItem", { id });

  test("waits at the centres near it; at all where nobody says where it is, or it is done at home", async () => {
    await bring("near-leeds", { locations: lies(LEEDS) });
    await bring("nowhere");
    await bring("at-home", { locations: lies(YORK), remote: true });
    expect(await waitsAt("near-leeds")).toEqual(["larkhill", "mill-lane"]);
    expect(await waitsAt("nowhere")).toEqual(["larkhill", "mill-lane", "minster"]);
    expect(await waitsAt("at-home")).toEqual(["larkhill", "mill-lane", "minster"]);
  });

  test("waits at the centres that the source names, however far", async () => {
    await bring("named", { locations: lies(YORK) }, { centres: ["larkhill"] });
    expect(await waitsAt("named")).toEqual(["larkhill"]);
  });

  test("comes once, and does not come back where it was decided", async () => {
    await bring("once", { locations: lies(LEEDS) });
    await running.done("placeVacancy", { vacancy: "once", centre: "larkhill", on: "no" });
    await bring("once", { locations: lies(LEEDS) });
    expect(await waitsAt("once")).toEqual(["mill-lane"]);
  });

  test("waits for nobody once it is withdrawn, nor when it has closed already", async () => {
    await bring("gone", { locations: lies(LEEDS) });
    await running.done("withdrawItem", { id: "gone", over: null });
    expect(await waitsAt("gone")).toEqual([]);
    await bring("late", {}, {}, "2026-01-01T00:00:00Z");
    expect(await waitsAt("late")).toEqual([]);
  });

  test("follows its source, but for what an adviser has mended", async () => {
    await bring("mended", { employer: "Riverside" });
    const kept = await item("mended");
    const body = { ...kept.body, title: textIn("en", "Bus driver") };
    await running.done("saveItem", { ...vacancyDraft("mended", ""), body, over: kept.revision });
    await running.done("placeVacancy", { vacancy: "mended", centre: "larkhill", on: "board" });
    await bring("mended", { employer: "Riverside Buses" }, {}, "2031-01-01T00:00:00Z");
    expect(await item("mended")).toMatchObject({
      until: "2031-01-01T00:00:00Z",
      state: "published",
      audience: ["larkhill"],
      body: { title: { words: { en: "Bus driver" } }, employer: "Riverside Buses", flags: [] },
    });
    await bring("mended", { employer: "Riverside Buses", title: textIn("en", "Coach driver") });
    expect(await item("mended")).toMatchObject({
      until: null,
      body: { title: { words: { en: "Bus driver" } }, flags: ["source-changed"] },
    });
  });
});
