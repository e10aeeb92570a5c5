import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { centreSchema } from "#shared/centres/schema.ts";
import { LANGUAGES, type Text } from "#shared/languages.ts";
import { audienceSchema, idSchema, textSchema, timingSchema } from "#shared/schema.ts";
import { bodySchemas } from "#shared/schemas.ts";
import { placementSchema } from "#shared/vacancies/placement.ts";
import { readDemo, type Demo, type DemoItem } from "#server/seed/demo.ts";
import { CENTRES, CONTENT, isFor, NOW, ofKind } from "./support/demo.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await readDemo(CONTENT, NOW);
});

function boardOf(centre: string): DemoItem<"vacancy">[] {
  const placed = demo.placements.filter((one) => one.centre === centre && one.on === "board");
  const ordered = placed.toSorted((one, other) => one.place - other.place);
  return ordered.map(({ vacancy }) => ofKind("vacancy", demo).find(({ id }) => id === vacancy)!);
}

/** Every text in a record, with the place where it stands. */
function textsIn(value: unknown, where: string): { where: string; text: Text }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("original" in value && "words" in value) return [{ where, text: value as Text }];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${where}.${key}`));
}

describe("the demo district", () => {
  test("has what the product promises to show", () => {
    expect(demo.centres.map(({ centre }) => centre.slug)).toEqual(CENTRES);
    const counts = Object.fromEntries(
      (["vacancy", "leaflet", "event", "website"] as const).map((kind) => [kind, ofKind(kind, demo).length]),
    );
    expect(counts).toEqual({ vacancy: 60, leaflet: 12, event: 15, website: 8 });
    expect(ofKind("notice", demo).length).toBeGreaterThanOrEqual(4);
    const kinds = CENTRES.map(
      (centre) => new Set(demo.items.filter((item) => isFor(item, centre)).map(({ kind }) => kind)),
    );
    expect(kinds.map(({ size }) => size)).toEqual([5, 5, 5]);
  });

  test("keeps every schema of the product", () => {
    const decided = { placed: new Date(NOW).toISOString(), until: null };
    const checks = [
      ...demo.centres.map(({ centre }) => centreSchema.safeParse(centre)),
      ...demo.items.map((item) => bodySchemas[item.kind].safeParse(item.body)),
      ...demo.items.map((item) => timingSchema.safeParse(item)),
      ...demo.items.map(({ audience }) => audienceSchema.safeParse(audience)),
      ...demo.items.map(({ id }) => idSchema.safeParse(id)),
      ...demo.placements.map((placement) => placementSchema.safeParse({ ...placement, ...decided })),
      ...textsIn(demo, "demo").map(({ text }) => textSchema.safeParse(text)),
    ];
    expect(checks.flatMap(({ error }) => error?.issues ?? [])).toEqual([]);
  });

  test("gives each item an id of its own that begins with demo-, the same on every day", async () => {
    const ids = demo.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith("demo-"))).toEqual([]);
    const later = await readDemo(CONTENT, NOW + 100 * 86_400_000);
    expect(later.items.map(({ id }) => id)).toEqual(ids);
  });

  test("speaks only of its own centres", () => {
    const strange = demo.items.filter(
      ({ audience }) => audience !== "all" && audience.some((slug) => !CENTRES.includes(slug)),
    );
    expect(strange).toEqual([]);
    expect(demo.placements.filter(({ centre }) => !CENTRES.includes(centre))).toEqual([]);
    const pairs = demo.placements.map(({ vacancy, centre }) => `${vacancy} ${centre}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test("keeps the urgent notice in the drawer until somebody publishes it", () => {
    expect(
      ofKind("notice", demo)
        .filter(({ body }) => body.urgent)
        .map(({ state }) => state),
    ).toEqual(["draft"]);
  });

  test("names nobody that can be reached: telephone numbers are Ofcom's for drama, addresses example.org", async () => {
    const names = ["centres.json", "vacancies.json", "events.json", "notices.json"];
    const texts = await Promise.all(names.map((name) => readFile(join(CONTENT, "demo", name), "utf8")));
    const found = (pattern: RegExp) => texts.flatMap((text) => text.match(pattern) ?? []);
    const [hosts, numbers] = [found(/https?:\/\/[^/"]+/g), found(/\b0[\d ]{9,}\d\b/g)];
    expect(hosts.length).toBeGreaterThan(50);
    expect(hosts.filter((host) => !/\bexample\.org$/.test(host))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers.filter((number) => !/^(0113 496 0|029 2018 0)\d{3}$/.test(number))).toEqual([]);
  });

  test("has every picture, film and PDF that it names", () => {
    const named = [
      ...demo.centres.map(({ logo }) => logo),
      ...demo.items.flatMap(({ files }) => [files.picture, files.video, ...Object.values(files.pdfs)]),
    ];
    const missing = named.flatMap((file) => (file && !existsSync(file.path) ? [file.path] : []));
    expect(missing).toEqual([]);
    expect(named.filter((file) => file !== null).length).toBeGreaterThan(10);
  });
});

describe.each(CENTRES)("the ten of %s", (centre) => {
  test("are ten, in order, on the board of no other place twice", () => {
    const places = demo.placements
      .filter((one) => one.centre === centre && one.on === "board")
      .map(({ place }) => place);
    expect(places.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("are a mix of work, pay and hours", () => {
    const bodies = boardOf(centre).map(({ body }) => body);
    const sectors = bodies.map(({ sector }) => sector);
    expect(new Set(sectors).size).toBeGreaterThanOrEqual(8);
    for (const sector of sectors)
      expect(sectors.filter((one) => one === sector).length).toBeLessThanOrEqual(5);
    const bands = new Set(bodies.map(({ pay }) => bandOf(pay!.perHour!)));
    expect(bands.size).toBeGreaterThanOrEqual(3);
    expect(bodies.filter(({ patterns }) => patterns.includes("full-time")).length).toBeGreaterThanOrEqual(2);
    expect(bodies.filter(({ patterns }) => patterns.includes("part-time")).length).toBeGreaterThanOrEqual(4);
    expect(bodies.some(({ patterns }) => patterns.includes("school-hours"))).toBe(true);
  });

  test("do not all close in one week", () => {
    const weeks = boardOf(centre).map(
      ({ until }) => until && Math.floor((Date.parse(until) - NOW) / 604_800_000),
    );
    expect(new Set(weeks).size).toBeGreaterThanOrEqual(3);
  });
});

function bandOf(perHour: number): string {
  return (
    ["under £13", "under £14.50", "under £16", "under £18"].find(
      (_, at) => perHour < [13, 14.5, 16, 18][at]!,
    ) ?? "more"
  );
}

describe("each vacancy", () => {
  test("says what it pays, unless it is a volunteer's", () => {
    const silent = ofKind("vacancy", demo).filter(
      ({ body }) => body.contract !== "volunteer" && !body.pay?.perHour,
    );
    expect(silent).toEqual([]);
  });

  test("pays the minimum wage of its day, an apprentice the apprentice's", () => {
    // National Minimum Wage from 1 April 2026, for 21 and over and for apprentices (GOV.UK).
    const [adult, apprentice] = [12.71, 8.0];
    const poor = ofKind("vacancy", demo).filter(({ body: { contract, pay } }) => {
      const least = contract === "apprenticeship" ? apprentice : adult;
      return contract !== "volunteer" && pay!.perHour! < least;
    });
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  test("has a place or is done from home, and says how to get there where it has one", () => {
    const vacancies = new Map(ofKind("vacancy", demo).map((item) => [item.id, item.body]));
    const nowhere = [...vacancies].filter(([, body]) => !body.remote && body.locations.length === 0);
    expect(nowhere).toEqual([]);
    const unsaid = demo.placements.filter(
      ({ vacancy, travel }) => (travel === null) !== vacancies.get(vacancy)!.remote,
    );
    expect(unsaid).toEqual([]);
  });
});

describe("every text", () => {
  test("that is a headline has at most twelve words, in each language", () => {
    const long = demo.items.flatMap(({ id, body }) =>
      Object.values(body.title.words)
        .filter((words) => words.split(/\s+/).length > 12)
        .map((words) => `${id}: ${words}`),
    );
    expect(long).toEqual([]);
  });

  test("at the Welsh centre stands in Welsh and in English, and was first written in Welsh", () => {
    const welsh = demo.items.filter((item) => isFor(item, "aberhelyg"));
    const { centre } = demo.centres.find(({ centre: one }) => one.slug === "aberhelyg")!;
    const texts = [
      ...welsh.flatMap((item) => textsIn({ body: item.body, files: item.files }, item.id)),
      ...textsIn(centre, "aberhelyg"),
    ];
    expect(texts.filter(({ text }) => !text.words.cy || !text.words.en).map(({ where }) => where)).toEqual(
      [],
    );
    const own = new Set(
      welsh.filter(({ audience }) => audience !== "all" && audience.length === 1).map(({ id }) => id),
    );
    expect(own.size).toBeGreaterThanOrEqual(20);
    const foreign = texts.filter(
      ({ where, text }) => own.has(where.split(".")[0]!) && text.original !== "cy",
    );
    expect(foreign.map(({ where }) => where)).toEqual([]);
  });

  test("of a leaflet is there in each of the eight languages, one leaflet or another", () => {
    const spoken = new Set(ofKind("leaflet", demo).flatMap(({ body }) => Object.keys(body.text!.words)));
    expect(LANGUAGES.filter((language) => !spoken.has(language))).toEqual([]);
  });
});

describe("each leaflet", () => {
  test("is short enough to read while you wait, and long enough to be of use", () => {
    const long = ofKind("leaflet", demo).filter(({ body }) => {
      const words = body.text!.words.en!.split(/\s+/).length;
      return words < 150 || words > 350;
    });
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  test("marks the one translation that is older than its original", () => {
    const older = ofKind("leaflet", demo).flatMap(({ id, body }) =>
      (body.text!.older ?? []).map((language) => `${id} ${language}`),
    );
    expect(older).toEqual(["demo-leaflet-childcare-30-hours pl"]);
  });

  test("in content/ is in the demo", async () => {
    const slugs = await readdir(join(CONTENT, "leaflets"));
    expect(
      ofKind("leaflet", demo)
        .map(({ id }) => id.replace("demo-leaflet-", ""))
        .toSorted(),
    ).toEqual(slugs.toSorted());
  });
});
