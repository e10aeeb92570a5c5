import { describe, expect, test } from "vitest";
import { type Candidate, nextBest, proposeTen, worth } from "#shared/vacancies/choose.ts";
import { employerKey } from "#shared/vacancies/employer.ts";
import { differences, merge } from "#shared/vacancies/merge.ts";
import { type Dimensions, dimensionsOf, HOURS, mixOf, mostAlike, PAY_BANDS } from "#shared/vacancies/mix.ts";
import { BANDS, concerns, metresBetween, reachOf, type Route } from "#shared/vacancies/reach.ts";
import { marksOfSameness } from "#shared/vacancies/same.ts";
import { SECTORS } from "#shared/vacancies/schema.ts";
import { asksAgain, placementEnds } from "#shared/vacancies/undated.ts";
import { weigh } from "#shared/vacancies/weigh.ts";
import { vacancy } from "../../support/drafts.ts";
import { fc } from "../../support/properties.ts";

const NOW = Date.UTC(2026, 10, 27, 9);
const DAY = 86_400_000;

describe("how varied the ten are", () => {
  const like = (work: Dimensions["work"], count: number): Dimensions[] =>
    Array.from({ length: count }, () => ({ work, pay: "unsaid", hours: "unsaid", travel: "near" }));

  test("seven of ten in care are too alike; four are not", () => {
    expect(mixOf([...like("care", 7), ...like("shops", 3)]).tooAlike).toEqual([
      { dimension: "work", value: "care", count: 7, of: 10 },
    ]);
    expect(mixOf([...like("care", 4), ...like("shops", 3), ...like("trades", 3)]).tooAlike).toEqual([]);
  });

  test("that all are near or fit school is no fault", () => {
    const ten = Array.from({ length: 10 }, (_, at): Dimensions => ({ work: SECTORS[at]!, pay: PAY_BANDS[at % 4]!, hours: "school", travel: "walk" })); // prettier-ignore
    expect(mixOf(ten).tooAlike).toEqual([]);
  });

  test("pay is held against the minimum wage of the day, so that no band ages", () => {
    const pay = (perHour: number | null, adult: number | null) =>
      dimensionsOf({ ...vacancy("x"), pay: perHour === null ? null : { ...vacancy("x").pay!, perHour } }, "near", adult).pay; // prettier-ignore
    expect([12.21, 13.5, 16, 25, null].map((each) => pay(each, 12.21))).toEqual(PAY_BANDS);
    expect(pay(13.5, 13.5)).toBe("minimum");
    expect(pay(13.5, null)).toBe("unsaid");
  });

  test("every job is counted once in each way, whatever it is", () => {
    const dimensions = fc.record({
      work: fc.constantFrom(...SECTORS),
      pay: fc.constantFrom(...PAY_BANDS),
      hours: fc.constantFrom(...HOURS),
      travel: fc.constantFrom(...BANDS),
    });
    fc.assert(
      fc.property(fc.array(dimensions, { maxLength: 20 }), (ten) => {
        const { shares, tooAlike } = mixOf(ten);
        for (const parts of Object.values(shares))
          expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(ten.length);
        for (const { count } of tooAlike) expect(count).toBeGreaterThan(mostAlike(ten.length));
      }),
    );
  });
});

describe("filling a board", () => {
  const candidate = (id: string, more: Partial<Candidate> = {}, work: Dimensions["work"] = "care"): Candidate => ({
    id, since: NOW, closes: null, minutes: null, flags: [], good: false,
    dimensions: { work, pay: "unsaid", hours: "unsaid", travel: "near" }, ...more,
  }); // prettier-ignore

  test("prefers what is fresh and near", () => {
    const old = candidate("old", { since: NOW - 30 * DAY });
    expect(worth(candidate("new"), NOW)).toBeGreaterThan(worth(old, NOW));
    expect(proposeTen([], [old, candidate("new")], 1, NOW)[0]?.id).toBe("new");
  });

  test("takes a job of another kind before the fifth of the same", () => {
    const care = Array.from({ length: 9 }, (_, at) => candidate(`care-${at}`));
    const ten = proposeTen([], [...care, candidate("driver", { since: NOW - 9 * DAY }, "driving")], 6, NOW);
    expect(ten.map(({ id }) => id)).toContain("driver");
  });

  test("never proposes what is grave, a second telling, or what closes tomorrow", () => {
    const unfit = [
      candidate("fraud", { flags: ["asks-for-money"] }),
      candidate("cheap", { flags: ["below-minimum-wage"] }),
      candidate("twice", { flags: ["same-as-shown"] }),
      candidate("ask", { flags: ["ask-me-first"] }),
      candidate("tomorrow", { closes: NOW + DAY }),
    ];
    expect(proposeTen([], unfit, 10, NOW)).toEqual([]);
    expect(nextBest([], unfit, 10, NOW)).toBeNull();
  });

  test("asking twice proposes the same, never one that is there, and no more than there is room for", () => {
    const some = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 30 }).chain((ids) =>
      fc.tuple(...ids.map((id) => fc.record({ work: fc.constantFrom(...SECTORS), days: fc.integer({ min: 0, max: 40 }) }).map(({ work, days }) => candidate(id, { since: NOW - days * DAY }, work)))),
    ); // prettier-ignore
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 12 }), (all, size) => {
        const board = all.slice(0, 3);
        const proposed = proposeTen(board, all, size, NOW);
        expect(proposeTen(board, all.toReversed(), size, NOW)).toEqual(proposed);
        expect(proposed.filter((one) => board.includes(one))).toEqual([]);
        expect(proposed.length).toBeLessThanOrEqual(Math.max(0, size - board.length));
      }),
    );
  });
});

describe("whether people can get there", () => {
  const centre = { lat: 53.8008, lon: -1.5491 };
  const at = (more: object) => ({ ...vacancy("x"), locations: [{ text: "Headingley", postcode: null, outcode: null, lat: null, lon: null, ...more }] }); // prettier-ignore
  const bus: Route = { id: "r", centre: "c", name: "Headingley", outcode: "LS6", by: "bus", minutes: 15, line: "36", review: "2027-01-31" }; // prettier-ignore
  const band = (vacancyAt: ReturnType<typeof at>, routes: readonly Route[] = [], today = "2026-11-27") =>
    reachOf(vacancyAt, centre, routes, today).band;

  test("is said by distance with nothing to fill in", () => {
    expect(metresBetween(centre, { lat: 53.9592, lon: -1.0815 })).toBeGreaterThan(34_000);
    expect(band(at({ lat: 53.805, lon: -1.55, postcode: "LS2 8JS", outcode: "LS2" }))).toBe("walk");
    expect(band(at({ lat: 53.83, lon: -1.56 }))).toBe("near");
    expect(band(at({ lat: 53.9, lon: -1.6 }))).toBe("ride");
    expect(band(at({ lat: 51.5, lon: -0.1 }))).toBe("far");
    expect(band(at({}))).toBe("unknown");
    expect(band({ ...at({ lat: 51.5, lon: -0.1 }), remote: true })).toBe("home");
  });

  test("is never called a walk where only the postcode district is known", () => {
    expect(band(at({ lat: 53.801, lon: -1.549, outcode: "LS1" }))).toBe("near");
  });

  test("an adviser's way there counts by name or district, until its day of review", () => {
    expect(reachOf(at({}), centre, [bus], "2026-11-27")).toMatchObject({
      band: "near",
      travel: { line: "36" },
    });
    expect(reachOf(at({ text: "12 High St", outcode: "LS6" }), centre, [bus], "2027-01-31").travel).not.toBeNull(); // prettier-ignore
    expect(reachOf(at({}), centre, [bus], "2027-02-01").travel).toBeNull();
    expect(reachOf(at({ text: "Headingleyshire" }), centre, [bus], "2026-11-27").travel).toBeNull();
  });

  test("a source that names no centre concerns those near enough, and all where nobody knows", () => {
    expect(concerns(at({ lat: 53.9, lon: -1.6 }), centre)).toBe(true);
    expect(concerns(at({ lat: 51.5, lon: -0.1 }), centre)).toBe(false);
    expect(concerns(at({}), centre)).toBe(true);
  });
});

describe("what else is known of a vacancy", () => {
  test("an employer is the same however the name is spelt", () => {
    const names = ["Riverside Buses Ltd.", "RIVERSIDE BUSES", "The Riverside-Buses Limited"];
    expect(new Set(names.map(employerKey)).size).toBe(1);
    expect(employerKey("Café & Co")).toBe("cafe and");
    expect(employerKey("!!")).toBeNull();
    expect(employerKey("The Group")).toBe("the group");
  });

  test("two tellings of one job share a mark; two jobs of one employer do not", () => {
    const told = (title: string, employer: string | null, applyUrl: string | null = null) =>
      marksOfSameness({ ...vacancy(title), employer, applyUrl });
    const [cook] = told("Cook (20 hours)", "Mill Street School");
    expect(told("Part-time cook", "MILL STREET SCHOOL LTD")).toContain(cook);
    expect(told("Cleaner", "Mill Street School")).not.toContain(cook);
    const link = "https://www.jobs.example/job/4411?id=2";
    expect(told("Cook", "A", link)[0]).toBe(told("Chef", "B", link.replace("www.", ""))[0]);
    expect(told("Cook", "A", "https://jobs.example/")).toHaveLength(1);
  });

  test("flags come heaviest first, and whether it has closed is asked of the clock", () => {
    const flags = ["closed", "zero-hours", "no-closing-date", "asks-for-money", "short-row"];
    const known = { until: "2026-12-24T00:00:00Z", verdict: "ask", sameAs: "other" } as const;
    expect(weigh({ flags }, known, NOW)).toEqual(["asks-for-money", "ask-me-first", "same-as-shown", "zero-hours"]); // prettier-ignore
    expect(weigh({ flags: [] }, { until: "2026-01-01T00:00:00Z", verdict: "no", sameAs: null }, NOW)).toEqual(["employer-not-shown", "closed"]); // prettier-ignore
    expect(weigh({ flags: [] }, { until: null, verdict: null, sameAs: null }, NOW)).toEqual(["no-closing-date"]); // prettier-ignore
  });

  test("an undated one is asked about after a fortnight and ends a week later; a dated one ends with its date", () => {
    const asks = asksAgain("2026-11-01T09:00:00.000Z");
    expect(asks).toBe("2026-11-15T09:00:00.000Z");
    expect(placementEnds(null, asks)).toBe("2026-11-22T09:00:00.000Z");
    expect(placementEnds("2026-11-10T00:00:00Z", null)).toBe("2026-11-10T00:00:00Z");
    expect(placementEnds(null, null)).toBeNull();
  });

  test("what people mended stays when the source speaks again, and a clash is named", () => {
    const before = { until: null, body: vacancy("Cook") };
    const kept = { until: null, body: { ...vacancy("Cook"), employer: "Mended" } };
    const told = {
      until: "2027-01-01T00:00:00Z",
      body: { ...vacancy("Chef"), employer: "Larkhill Primary" },
    };
    expect(differences(before, kept)).toEqual(["employer"]);
    expect(merge(before, kept, told)).toMatchObject({ until: told.until, body: { employer: "Mended", title: { words: { en: "Chef" } }, flags: [] } }); // prettier-ignore
    const clash = { ...told, body: { ...told.body, employer: "Another" } };
    expect(merge(before, kept, clash).body).toMatchObject({ employer: "Mended", flags: ["source-changed"] });
    expect(merge(before, before, told)).toEqual(told);
  });
});
