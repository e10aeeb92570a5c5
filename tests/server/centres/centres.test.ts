import { afterAll, beforeAll, expect, test } from "vitest";
import type { Values } from "#shared/programme.ts";
import { centre } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

let database: Fresh;
let running: RunningHub;
beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url });
});
afterAll(async () => {
  await running.stop();
  await database.close();
});

const shown = async (slug: string): Promise<Values["centre"]> => {
  const response = await fetch(`${running.url}/api/v1/centres/${slug}/programme`);
  const { entries } = (await response.json()) as { entries: { type: string; value: Values["centre"] }[] };
  return entries.find(({ type }) => type === "centre")!.value;
};

test("a colour on which white words cannot be read is refused at its field, with the reason", async () => {
  const pale = centre("pale", { brand: { colour: "#f7b733", logo: null } });
  expect(await running.order("saveCentre", { centre: pale, over: null })).toEqual({
    ok: false,
    refusal: { code: "bad-input", details: [{ path: "centre.brand.colour", code: "contrast-too-low" }] },
  });
  expect(await running.order("saveCentre", { centre: centre("deep", { brand: { colour: "#0b5b5f", logo: null } }), over: null })).toMatchObject({ ok: true }); // prettier-ignore
});

test("a short name that is taken is refused by name, and a term that ends before it begins", async () => {
  await running.done("saveCentre", { centre: centre("larkhill"), over: null });
  expect(await running.order("saveCentre", { centre: centre("larkhill"), over: null })).toMatchObject({
    refusal: { code: "slug-taken", details: { slug: "larkhill" } },
  });
  const terms: [string, string][] = [["2026-12-18", "2026-09-01"]];
  expect(await running.order("saveCentre", { centre: centre("x", { terms }), over: null })).toMatchObject({
    refusal: { details: [{ path: "centre.terms.0", code: "ends-before-it-begins" }] },
  });
});

test("a centre keeps the bank holidays of its nation, which its screens know, and moves with it", async () => {
  const keeps = centre("glasgow", { nation: "scotland", bankHolidays: true, closedDays: ["2026-12-24"] });
  const saved = await running.done("saveCentre", { centre: keeps, over: null });
  expect((await shown("glasgow")).closedDays).toEqual(expect.arrayContaining(["2026-11-30", "2026-12-24", "2027-01-04"])); // prettier-ignore
  expect(await shown("glasgow")).not.toHaveProperty("bankHolidays");
  const moved = await running.done("saveCentre", {
    centre: { ...saved.centre, nation: "northern-ireland" },
    over: 1,
  });
  expect(moved.centre.closedDays).toEqual(expect.arrayContaining(["2026-12-24", "2027-07-12"]));
  expect(moved.centre.closedDays).not.toContain("2027-01-04");
  const excepting = { ...moved.centre, openDays: ["2027-07-12"] };
  const excepted = await running.done("saveCentre", { centre: excepting, over: 2 });
  expect((await shown("glasgow")).closedDays).toContain("2026-12-24");
  expect((await shown("glasgow")).closedDays).not.toContain("2027-07-12");
  expect(await shown("glasgow")).not.toHaveProperty("openDays");
  const open = await running.done("saveCentre", {
    centre: { ...excepted.centre, bankHolidays: false },
    over: 3,
  });
  expect(open.centre.closedDays).toEqual(["2026-12-24"]);
});

test("a centre lies where its postcode does, moves with it, and stays where somebody has put it", async () => {
  const save = async (more: object, over: number | null) =>
    (await running.done("saveCentre", { centre: centre("harehills", more), over })).centre;
  const leeds = await save({ postcode: "LS8 5HS" }, null);
  expect(leeds).toMatchObject({ lat: expect.closeTo(53.8, 0), lon: expect.closeTo(-1.5, 0) });
  const { lat, lon } = leeds;
  expect(await save({ postcode: "CF10 1EP", lat, lon }, 1)).toMatchObject({ lat: expect.closeTo(51.5, 0) });
  expect(await save({ postcode: "CF10 1EP", lat: 51.4, lon: -3.2 }, 2)).toMatchObject({
    lat: 51.4,
    lon: -3.2,
  });
  expect(await save({ postcode: "nowhere" }, 3)).toMatchObject({ lat: null, lon: null });
});
