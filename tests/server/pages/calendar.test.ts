import ICAL from "ical.js";
import { afterEach, describe, expect, test } from "vitest";
import { occurrences } from "#shared/events/occurrences.ts";
import type { Event } from "#shared/events/schema.ts";
import { en, entry, event, larkhill, NOW, readerOf, servePages, shown, type ServedPages } from "../../support/pages-fixture.ts"; // prettier-ignore

const UNTIL = Date.parse("2027-11-23T00:00:00Z");
const served: ServedPages[] = [];
afterEach(async () => {
  await Promise.all(served.splice(0).map((pages) => pages.stop()));
});

async function download(
  body: Event,
  path = "/e/e.ics",
): Promise<{ readonly response: Response; readonly text: string }> {
  const entries = [entry("event", "e", shown<"event">(body))];
  const pages = await servePages({ read: readerOf({ programmes: [{ centre: larkhill, entries }] }) });
  served.push(pages);
  const response = await fetch(pages.url + path);
  return { response, text: await response.text() };
}

/** What a calendar makes of the file: every start in the coming year, cancelled ones apart. */
function startsIn(text: string): {
  readonly starts: readonly number[];
  readonly cancelled: readonly number[];
} {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const found = calendar.getAllSubcomponents("vevent").flatMap((component) => {
    const one = new ICAL.Event(component);
    const off = component.getFirstPropertyValue("status") === "CANCELLED";
    return startsOf(one).map((start) => ({ start, off }));
  });
  const coming = found.filter(({ start }) => start >= NOW && start < UNTIL);
  const instants = (off: boolean) => coming.filter((one) => one.off === off).map(({ start }) => start);
  return { starts: instants(false).toSorted((a, b) => a - b), cancelled: instants(true) };
}

function startsOf(one: ICAL.Event): readonly number[] {
  if (!one.isRecurring()) return [instant(one.startDate)];
  const all: number[] = [];
  const iterator = one.iterator();
  for (let next = iterator.next(); next && instant(next) < UNTIL; next = iterator.next())
    all.push(instant(next));
  return all;
}

function instant(time: ICAL.Time): number {
  return time.toJSDate().getTime();
}

function ours(body: Event, cancelled = false): readonly number[] {
  const all = occurrences(body, larkhill.terms, NOW, UNTIL).filter((one) => one.starts >= NOW);
  return all.filter((one) => one.cancelled === cancelled).map((one) => one.starts);
}

const weekly = { every: { weeks: 1 }, days: ["mon" as const, "thu" as const], until: null };

describe("an event that repeats by a simple rule", () => {
  test.each<[string, Partial<Event>]>([
    ["every week on two days, through both changes of the clocks", { first: { day: "2026-11-02", start: "09:30", end: "12:00" }, repeats: weekly }],
    ["every other week from a Thursday", { first: { day: "2026-11-05", start: "09:30", end: "12:00" }, repeats: { ...weekly, every: { weeks: 2 } } }],
    ["with no weekday said", { first: { day: "2026-11-03", start: "10:00", end: "11:00" }, repeats: { ...weekly, days: [] } }],
    ["until a day in summer, that day included", { first: { day: "2026-11-02", start: "19:00", end: "20:30" }, repeats: { ...weekly, until: "2027-06-03" } }],
    ["except on some days", { first: { day: "2026-11-02", start: "09:30", end: "12:00" }, repeats: weekly, exceptDates: ["2026-11-26", "2027-05-03"] }],
    ["on the second Tuesday of the month", { first: { day: "2026-11-10", start: "10:00", end: "11:00" }, repeats: { every: { months: 1 }, days: [], until: null } }],
    ["on the last Monday of every other month", { first: { day: "2026-11-30", start: "10:00", end: "11:00" }, repeats: { every: { months: 2 }, days: [], until: null } }],
  ])("comes as one rule that says exactly the same: %s", async (_, changes) => {
    const body = event(en("Group"), changes);
    const { text } = await download(body);
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(1);
    expect(text).toContain("TZID:Europe/London");
    expect(startsIn(text).starts).toEqual(ours(body));
    expect(ours(body).length).toBeGreaterThan(5);
  }); // prettier-ignore
});

describe("an event whose days no rule can say", () => {
  test.each<[string, Partial<Event>]>([
    ["in term time only", { termTimeOnly: true }],
    ["with a further day", { also: [{ day: "2026-11-28", start: "14:00", end: "15:00" }] }],
    [
      "that begins on a day outside its own rule",
      { first: { day: "2026-11-24", start: "09:30", end: "12:00" } },
    ],
    [
      "in the hour of the night at which clocks change",
      { first: { day: "2026-11-02", start: "01:30", end: "02:30" } },
    ],
  ])("comes as its next 26 times one by one: %s", async (_, changes) => {
    const body = event(en("Group"), { first: { day: "2026-11-02", start: "09:30", end: "12:00" }, repeats: weekly, ...changes }); // prettier-ignore
    const { text } = await download(body);
    const underWay = occurrences(body, larkhill.terms, NOW, UNTIL).filter((one) => one.starts < NOW).length;
    expect(text).not.toContain("RRULE:FREQ=WEEKLY");
    expect(startsIn(text).starts).toEqual(ours(body).slice(0, 26 - underWay));
    const uids = text.match(/UID:.*/g) ?? [];
    expect(new Set(uids).size).toBe(uids.length);
  });

  test("cancelled on one day is cancelled on that day in the calendar", async () => {
    const body = event(en("Group"), { first: { day: "2026-11-02", start: "13:00", end: "14:00" }, repeats: weekly, cancelled: ["2026-11-26"] }); // prettier-ignore
    const { text } = await download(body);
    expect(startsIn(text).cancelled).toEqual(ours(body, true));
    expect(startsIn(text).cancelled).toEqual([Date.parse("2026-11-26T13:00:00Z")]);
  });
});

test("a single event has a name that stays, the place, and its own end", async () => {
  const { text, response } = await download(event(en("Jobs fair")));
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const [component] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  if (!component) throw new Error("there is no event in the file");
  const one = new ICAL.Event(component);
  expect(one.uid).toBe("e@signpost.example");
  expect(one.summary).toBe("Jobs fair");
  expect(one.location).toBe("Main hall, Larkhill Children’s Centre, 12 Mill Lane, Larkhill");
  expect(instant(one.startDate)).toBe(Date.parse("2026-11-26T09:30:00Z"));
  expect(instant(one.endDate)).toBe(Date.parse("2026-11-26T12:00:00Z"));
  expect(text).toContain("DTSTAMP:20261123T100000Z");
  expect(text).toContain("URL:https://signpost.example/e/e");
});

test("an event of a whole day ends where the next day begins", async () => {
  const { text } = await download(
    event(en("Fun day"), { first: { day: "2026-11-28", start: null, end: null } }),
  );
  expect(text).toContain("DTSTART;VALUE=DATE:20261128\r\nDTEND;VALUE=DATE:20261129\r\n");
});

test("an event that is cancelled altogether says so", async () => {
  const { text } = await download(event(en("Fair"), { cancelled: true }));
  expect(text).toContain("STATUS:CANCELLED");
});

test("every line ends in CRLF and has at most 75 octets, and no letter is cut in two", async () => {
  const summary = en("خوش آمدید؛ بچوں کو ساتھ لائیں، چائے مفت ہے۔ ".repeat(12) + "👩‍👧".repeat(20));
  const { text } = await download(event(en("ŵ".repeat(120)), { summary }));
  const lines = text.split("\r\n");
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n\uFFFD]/);
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  const [component] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  expect(component?.getFirstPropertyValue("description")).toBe(summary.words.en);
});

test("a title cannot add lines of its own", async () => {
  const evil = "Fair\r\nATTENDEE:mailto:x@example.org\r\nX;Y,Z\\n\u0000";
  const { text } = await download(event(en(evil)));
  expect(text).not.toMatch(/^ATTENDEE/m);
  const [component] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  expect(component?.getFirstPropertyValue("summary")).toBe("Fair\nATTENDEE:mailto:x@example.org\nX;Y,Z\\n ");
});

test("an event that is over has no calendar file either", async () => {
  const { response } = await download(
    event(en("Past"), { first: { day: "2026-11-20", start: "10:00", end: "11:00" } }),
  );
  expect(response.status).toBe(410);
});
