import { describe, expect, test } from "vitest";
import { reviewState } from "#shared/leaflets/review.ts";
import { because, isShowing, nextChange } from "#shared/showing.ts";
import { always } from "../support/drafts.ts";

const viewer = { centre: "larkhill", terms: [] };
const leaflet = (reviewBy: string) => ({ ...always, body: { edition: "3", reviewBy } });
const at = (instant: string) => Date.parse(instant);

describe("a leaflet with a review day", () => {
  test("its owner is told two weeks ahead, the list is red after it, and four weeks later it is off", () => {
    expect(reviewState("2026-06-15", "2026-05-31")).toBe("fine");
    expect(reviewState("2026-06-15", "2026-06-01")).toBe("soon");
    expect(reviewState("2026-06-15", "2026-06-15")).toBe("soon");
    expect(reviewState("2026-06-15", "2026-06-16")).toBe("overdue");
    expect(reviewState("2026-06-15", "2026-07-13")).toBe("overdue");
    expect(reviewState("2026-06-15", "2026-07-14")).toBe("off-the-screens");
  });

  test("leaves the screens at London's midnight after the grace period, to the millisecond", () => {
    const item = leaflet("2026-06-15");
    const midnight = at("2026-07-13T23:00:00Z");
    expect(isShowing(item, viewer, midnight - 1)).toBe(true);
    expect(because(item, viewer, midnight)).toBe("not-reviewed");
    expect(nextChange(item, viewer, at("2026-01-01T00:00:00Z"))).toBe(midnight);
  });

  test("in winter that midnight is another one", () => {
    expect(nextChange(leaflet("2026-11-01"), viewer, at("2026-11-20T00:00:00Z"))).toBe(
      at("2026-11-30T00:00:00Z"),
    );
  });

  test("an end of its own that comes first counts first, and is called the end", () => {
    const item = { ...leaflet("2026-06-15"), until: "2026-06-20T09:00:00Z" };
    expect(nextChange(item, viewer, at("2026-06-16T00:00:00Z"))).toBe(at("2026-06-20T09:00:00Z"));
    expect(because(item, viewer, at("2026-08-01T00:00:00Z"))).toBe("ended");
  });

  test("with a day that is none, it does not show", () => {
    expect(because(leaflet("soon"), viewer, at("2026-06-01T00:00:00Z"))).toBe("unclear");
  });

  test("one with hours of its own goes by those until it leaves", () => {
    const item = {
      ...leaflet("2026-06-15"),
      pattern: [{ days: ["mon" as const], start: "09:00", end: "10:00" }],
    };
    expect(nextChange(item, viewer, at("2026-07-13T08:30:00Z"))).toBe(at("2026-07-13T09:00:00Z"));
    expect(nextChange(item, viewer, at("2026-07-13T09:00:00Z"))).toBeNull();
  });

  test("a website's own review day is another matter", () => {
    const site = { ...always, body: { reviewBy: "2020-01-01", address: "https://example.org" } };
    expect(isShowing(site, viewer, at("2026-06-01T00:00:00Z"))).toBe(true);
  });
});
