import { beforeAll, describe, expect, test } from "vitest";
import { nextOccurrence, occurrences } from "#shared/events/occurrences.ts";
import { addDays, clockChanges, instantOf, startOfDay, weekdayOf } from "#shared/london.ts";
import { isShowing } from "#shared/showing.ts";
import { readDemo, type Demo } from "#server/seed/demo.ts";
import { CENTRES, CONTENT, isFor, NOW, ofKind, termsOf, TODAY } from "./support/demo.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await readDemo(CONTENT, NOW);
});

/** What content/ says at this time on each of some days. */
const readOn = (days: readonly string[], time: string) =>
  Promise.all(days.map(async (day) => ({ day, read: await readDemo(CONTENT, instantOf(day, time)) })));

describe("the demo never goes stale", () => {
  /** Each day of a fortnight, then one in thirteen (so every weekday), and those on which the clocks change. */
  const days = Array.from({ length: 401 }, (_, day) => addDays(TODAY, day)).filter(
    (day, at) =>
      at < 14 || at % 13 === 0 || clockChanges(startOfDay(day), startOfDay(addDays(day, 1))).length > 0,
  );

  test("nothing has ended and no leaflet is due, up to the last minute of any day", async () => {
    const stale = (await readOn(days, "23:59")).flatMap(({ day, read }) => {
      const now = instantOf(day, "23:59");
      const ended = read.items.filter(({ until }) => until !== null && Date.parse(until) <= now);
      const due = ofKind("leaflet", read).filter(({ body }) => body.reviewBy <= day);
      return [...ended, ...due].map(({ id }) => `${id} on ${day}`);
    });
    expect(stale).toEqual([]);
  });

  test("every event is still to come on each of them, in the term as it is then", async () => {
    const over = (await readOn(days.slice(13), "12:00")).flatMap(({ day, read }) => {
      const now = instantOf(day, "12:00");
      return ofKind("event", read).flatMap(({ id, audience, body }) => {
        const next = nextOccurrence(body, termsOf(audience[0]!, read), now);
        return next && next.starts < now + 36 * 86_400_000 ? [] : [`${id} on ${day}`];
      });
    });
    expect(over).toEqual([]);
  });

  test("a board planted today still has terms in 400 days' time", () => {
    const last = CENTRES.map((slug) => termsOf(slug, demo).at(-1)![1]);
    expect(last.filter((day) => day < addDays(TODAY, 400))).toEqual([]);
  });

  test("an adviser is at Larkhill on every weekday morning and afternoon, and on no other", () => {
    const sessions = ofKind("event", demo).filter((item) => item.body.session && isFor(item, "larkhill"));
    const isHere = (now: number) =>
      sessions.some(({ body }) =>
        occurrences(body, termsOf("larkhill", demo), now, now + 1).some(({ starts }) => starts <= now),
      );
    const weekdays = days.slice(0, 14).filter((day) => !["sat", "sun"].includes(weekdayOf(day)));
    for (const time of ["10:24", "14:00"]) {
      expect(days.slice(0, 14).filter((day) => isHere(instantOf(day, time)))).toEqual(weekdays);
    }
  });

  test.each(CENTRES)("%s has something on in the coming week, and a notice at any hour", (slug) => {
    const viewer = { centre: slug, terms: termsOf(slug, demo) };
    const week = startOfDay(addDays(TODAY, 7));
    const coming = ofKind("event", demo).filter(
      (item) =>
        isFor(item, slug) && !item.body.session && occurrences(item.body, viewer.terms, NOW, week).length > 0,
    );
    expect(coming.length).toBeGreaterThanOrEqual(2);
    const bare = ["00:00", "06:00", "12:00", "20:00"].filter(
      (time) => !ofKind("notice", demo).some((item) => isShowing(item, viewer, instantOf(TODAY, time))),
    );
    expect(bare).toEqual([]);
  });
});
