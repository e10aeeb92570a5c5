import { describe, expect, test } from "vitest";
import { apply, NOTHING, type Holdings } from "#kiosk/live/items.ts";
import type { Now } from "#kiosk/live/now.ts";
import { whatShows } from "#kiosk/screens/showing.ts";
import type { Event } from "#shared/events/schema.ts";
import type { Entry } from "#shared/programme.ts";
import { en, entry, event, leaflet, placed, shown, vacancy } from "../../support/pages-fixture.ts";
import { ADVISER, centreEntry, jobs, MORNING, notice, OPEN_ALL_DAY, SLIDES, URGENT } from "../../support/programme.ts"; // prettier-ignore

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const online = (at: number): Now => ({ state: "online", at });
const offline = (earliest: number, latest: number, heard = earliest): Now => ({
  state: "offline",
  earliest,
  latest,
  heard,
});

function holding(...entries: readonly Entry[]): Holdings {
  return apply(NOTHING, { epoch: "e", version: 1, now: MORNING, whole: true, entries });
}

const CENTRE = centreEntry(OPEN_ALL_DAY);

function job(id: string, place: number, until: string | null, placement: object = {}): readonly Entry[] {
  return [
    entry("vacancy", id, shown<"vacancy">(vacancy(en(id)), { until })),
    entry("placement", `at-${id}`, placed(id, place, { until, ...placement })),
  ];
}

const ids = (holdings: Holdings, now: Now) => whatShows(holdings, now).ten.map(({ key }) => key);

describe("the ten", () => {
  test("stand in the order that the adviser gave them, ties in the order they were placed", () => {
    const early = { placed: "2026-11-19T09:00:00Z" };
    const held = holding(CENTRE, ...job("c", 1, null), ...job("b", 1, null, early), ...job("a", 0, null));
    expect(ids(held, online(MORNING))).toEqual(["a", "b", "c"]);
  });

  test("are as many as the centre wants", () => {
    const few = centreEntry({ ...OPEN_ALL_DAY, board: { ...OPEN_ALL_DAY.board, ten: 4 } });
    expect(ids(holding(few, ...jobs("larkhill")), online(MORNING))).toHaveLength(4);
  });

  test("hold only what was placed on the board and is still there itself", () => {
    const searched = job("searched", 0, null, { on: "search" });
    const orphan = entry("placement", "orphan", placed("gone", 0));
    expect(ids(holding(CENTRE, ...searched, orphan, ...job("a", 1, null)), online(MORNING))).toEqual(["a"]);
  });

  test("lose a vacancy at the instant it closes, and say when that will be", () => {
    const held = holding(CENTRE, ...job("noon", 0, "2026-11-24T12:00:00Z"), ...job("open", 1, null));
    const noon = Date.parse("2026-11-24T12:00:00Z");
    const before = whatShows(held, online(noon - 20));
    expect(before.ten).toHaveLength(2);
    expect(before.nextChange).toBe(20);
    expect(ids(held, online(noon))).toEqual(["open"]);
  });

  test("unplugged, show only what is open at both ends of what now may be", () => {
    const held = holding(CENTRE, ...job("noon", 0, "2026-11-24T12:00:00Z"), ...job("open", 1, null));
    expect(ids(held, offline(MORNING, MORNING))).toEqual(["noon", "open"]);
    expect(ids(held, offline(MORNING, MORNING + 2 * HOUR))).toEqual(["open"]);
  });

  test("are gone after eight days without the hub, and the rest stays", () => {
    const held = holding(CENTRE, ...SLIDES, ...job("open", 0, null));
    const late = whatShows(held, offline(MORNING + 8 * DAY, MORNING + 8 * DAY, MORNING));
    expect(late.ten).toEqual([]);
    expect(late.slides.length).toBeGreaterThan(0);
  });
});

const keys = (held: Holdings, at = MORNING) => whatShows(held, online(at)).slides.map(({ key }) => key);

describe("slides", () => {
  test("keep their order when another comes", () => {
    const before = keys(holding(CENTRE, ...SLIDES));
    const more = entry("leaflet", "more", shown<"leaflet">(leaflet(en("More"))));
    const after = keys(holding(CENTRE, more, ...SLIDES.toReversed()));
    expect(after).toContain("leaflet/more");
    expect(after.filter((key) => key !== "leaflet/more")).toEqual(before);
  });

  test("do not tell of an event that is over, and tell of its next time if it has one", () => {
    const once = entry("event", "once", shown<"event">(event(en("Once"), { first: { day: "2026-11-24", start: "09:00", end: "10:00" } }))); // prettier-ignore
    const weekly = { every: { weeks: 1 }, days: [], until: null } as const;
    const often = entry("event", "often", shown<"event">(event(en("Often"), { first: { day: "2026-11-24", start: "09:00", end: "10:00" }, repeats: { ...weekly, days: [] } }))); // prettier-ignore
    const { slides } = whatShows(holding(CENTRE, once, often), online(MORNING));
    expect(slides.map(({ key, occurrence }) => [key, occurrence?.day])).toEqual([
      ["event/often", "2026-12-01"],
    ]);
  });

  test("an event leaves at the instant it ends", () => {
    const once = entry("event", "once", shown<"event">(event(en("Once"), { first: { day: "2026-11-24", start: "10:00", end: "11:00" } }))); // prettier-ignore
    const end = Date.parse("2026-11-24T11:00:00Z");
    const held = holding(CENTRE, once);
    expect(whatShows(held, online(end - 500)).nextChange).toBe(500);
    expect([keys(held, end - 500), keys(held, end)]).toEqual([["event/once"], []]);
  });

  test("an urgent notice takes the screen and is no slide; of two the later one", () => {
    const first = { ...entry("notice", "first", shown<"notice">(URGENT)), version: 4 };
    const second = { ...entry("notice", "second", shown<"notice">(URGENT)), version: 9 };
    const showing = whatShows(holding(CENTRE, second, first), online(MORNING));
    expect([showing.urgent?.key, showing.slides]).toEqual(["notice/second", []]);
  });

  test("a screen without a centre shows nothing at all", () => {
    const showing = whatShows(holding(...SLIDES, ...jobs("larkhill")), online(MORNING));
    expect([showing.slides, showing.ten, showing.urgent, showing.centre]).toEqual([[], [], null, null]);
  });

  test("what shows on some days only is left out in doubt", () => {
    const pattern = [{ days: ["tue" as const], start: "09:00", end: "12:00" }];
    const tuesdays = entry("notice", "tue", shown<"notice">(notice(en("Tuesdays")), { pattern }));
    const held = holding(CENTRE, tuesdays);
    const doubt: Now = { state: "doubt", earliest: MORNING, latest: MORNING, heard: MORNING };
    expect(keys(held)).toEqual(["notice/tue"]);
    expect(whatShows(held, doubt).slides).toEqual([]);
    expect(whatShows(held, doubt).clock).toBeNull();
  });
});

describe("opening hours", () => {
  const opening = [{ days: ["tue" as const], start: "09:00", end: "17:00" }];
  const centre = centreEntry({ ...OPEN_ALL_DAY, opening, closedDays: [] });
  const five = Date.parse("2026-11-24T17:00:00Z");

  test("the screen sleeps outside them, and wakes and goes to sleep on the minute", () => {
    const held = holding(centre);
    expect(whatShows(held, online(five - 1_000))).toMatchObject({ awake: true, nextChange: 1_000 });
    expect(whatShows(held, online(five)).awake).toBe(false);
  });

  test("a screen that cannot be sure stays awake", () => {
    expect(whatShows(holding(centre), offline(five - 1_000, five + 1_000)).awake).toBe(true);
  });
});

const told = (session: Partial<Event>, at: string, more: readonly Entry[] = []) => {
  const entries = [CENTRE, entry("event", "a", shown<"event">({ ...ADVISER, ...session })), ...more];
  const { adviser, slides } = whatShows(holding(...entries), online(Date.parse(at)));
  return [adviser?.state, adviser?.occurrence?.day ?? null, slides.length];
};
const said = (state: "here" | "gone" | "not-coming", since: string) => ({
  session: { name: null, here: { state, since } },
});

describe("the adviser", () => {
  test("is here while the session lasts, and the panel says so instead of a slide", () => {
    expect(told({}, "2026-11-24T10:24:00Z")).toEqual(["now", "2026-11-24", 0]);
    expect(told({}, "2026-11-24T08:00:00Z")).toEqual(["later", "2026-11-24", 0]);
  });

  test("is here next week once the session is over", () => {
    expect(told({}, "2026-11-24T12:30:00Z")).toEqual(["next", "2026-12-01", 1]);
  });

  test("who came early is here, who has gone or is not coming is not", () => {
    expect(told(said("here", "2026-11-24T09:10:00Z"), "2026-11-24T09:15:00Z")).toEqual([
      "now",
      "2026-11-24",
      0,
    ]);
    expect(told(said("gone", "2026-11-24T11:00:00Z"), "2026-11-24T11:05:00Z")).toEqual([
      "away",
      "2026-12-01",
      0,
    ]);
    expect(told(said("not-coming", "2026-11-24T08:00:00Z"), "2026-11-24T08:05:00Z")).toEqual(["away", "2026-12-01", 0]); // prettier-ignore
  });

  test("what was said last week does not count today", () => {
    expect(told(said("gone", "2026-11-17T11:00:00Z"), "2026-11-24T10:24:00Z")).toEqual([
      "now",
      "2026-11-24",
      0,
    ]);
  });

  test("a cancelled session is said to be off, with the next that takes place", () => {
    const cancelled = ["2026-11-24", "2026-12-01"];
    expect(told({ cancelled }, "2026-11-24T10:24:00Z")).toEqual(["away", "2026-12-08", 0]);
  });

  test("another adviser who is here counts for more than one who is not", () => {
    const other = entry("event", "b", shown<"event">({ ...ADVISER, title: en("Another") }));
    const gone = said("gone", "2026-11-24T10:00:00Z");
    expect(told(gone, "2026-11-24T10:24:00Z", [other])).toEqual(["now", "2026-11-24", 0]);
  });

  test("unplugged and unsure, nobody is said to be here before the session has surely begun", () => {
    const held = holding(CENTRE, entry("event", "a", shown<"event">(ADVISER)));
    const before = Date.parse("2026-11-24T09:20:00Z");
    const after = Date.parse("2026-11-24T09:40:00Z");
    expect(whatShows(held, offline(before, after)).adviser?.state).toBe("later");
  });
});

describe("a screen that differs from its centre", () => {
  const held = holding(CENTRE, ...job("a", 0, null));

  test("keeps hours and languages of its own", () => {
    const own = {
      opening: [{ days: ["sun" as const], start: "10:00", end: "12:00" }],
      languages: ["ur" as const],
    };
    const view = whatShows(held, online(MORNING), own);
    expect(view.awake).toBe(false);
    expect(view.centre?.languages).toEqual(["ur"]);
    expect(whatShows(held, online(MORNING), {}).awake).toBe(true);
  });

  test("sleeps when it is told, and looks again when that ends; offline it sleeps only while it surely should", () => {
    const own = { power: { awake: false, until: MORNING + 1_000 } };
    const view = whatShows(held, online(MORNING), own);
    expect(view.awake).toBe(false);
    expect(view.nextChange).toBeLessThanOrEqual(1_000);
    expect(whatShows(held, online(MORNING + 1_000), own).awake).toBe(true);
    expect(whatShows(held, offline(MORNING, MORNING + DAY), own).awake).toBe(true);
  });
});
