import { describe, expect, test } from "vitest";
import { aberhelyg, en, entry, event, NOW, placed, readerOf, shown, vacancy } from "../../support/pages-fixture.ts"; // prettier-ignore
import { inEnglish, larkhillWith, open, serve } from "../../support/pages-visit.ts";

/** An hour from ten on one day. */
const on = (title: string, day: string) => event(en(title), { first: { day, start: "10:00", end: "11:00" } });

describe("a centre's page", () => {
  test("shows the ten in the adviser's order, and no job beyond them", async () => {
    const titles = Array.from({ length: 12 }, (_, at) => `Job ${at}`);
    const entries = titles.flatMap((title, at) => [
      entry("vacancy", `j${at}`, shown<"vacancy">(vacancy(en(title)))),
      entry("placement", `p${at}`, placed(`j${at}`, 11 - at)),
    ]);
    const { $ } = await open("/c/larkhill", { served: await larkhillWith(...entries) });
    const listed = $("#jobs li h3").map((_, one) => $(one).text()).get(); // prettier-ignore
    expect(listed).toEqual(titles.toReversed().slice(0, 10));
  });

  test("leaves out what is only in search, what has closed, and what has not begun", async () => {
    const served = await larkhillWith(
      entry("vacancy", "searched", shown<"vacancy">(vacancy(en("Only searched")))),
      entry("placement", "p1", placed("searched", 0, { on: "search" })),
      entry("vacancy", "closed", shown<"vacancy">(vacancy(en("Closed")), { until: "2026-11-23T10:00:00Z" })),
      entry("placement", "p2", placed("closed", 1)),
      entry("vacancy", "later", shown<"vacancy">(vacancy(en("Later")), { from: "2026-11-23T10:00:01Z" })),
      entry("placement", "p3", placed("later", 2)),
      entry("vacancy", "withdrawn", null),
      entry("placement", "p4", placed("withdrawn", 3)),
    );
    const { $ } = await open("/c/larkhill", { served });
    expect($("#jobs").text()).toContain("No jobs are up just now");
    expect($("main h3").length).toBe(0);
  });

  test("says what is on in the next two weeks, soonest first, and nothing after them", async () => {
    const served = await larkhillWith(
      entry("event", "last", shown<"event">(on("On the last day", "2026-12-06"))),
      entry("event", "beyond", shown<"event">(on("A day too late", "2026-12-07"))),
      entry("event", "now", shown<"event">(on("Under way", "2026-11-23"))),
      entry("event", "over", shown<"event">({ ...on("Over", "2026-11-23"), first: { day: "2026-11-23", start: "09:00", end: "10:00" } })),
    ); // prettier-ignore
    const { $ } = await open("/c/larkhill", { served });
    expect($("#on h3").map((_, one) => $(one).text()).get()).toEqual(["Under way", "On the last day"]); // prettier-ignore
  });

  test("says when an adviser is there, that they are here now, and what is cancelled", async () => {
    const { $ } = await open("/c/larkhill?lang=en");
    expect($("#adviser").text()).toMatch(/Work adviser\s*Jo/);
    expect($("#adviser .times li").first().text()).toMatch(
      /^Today, Monday 23 November, 9.30 to 12.30\s+Here now$/,
    );
    expect($("#on s").text()).toBe("Wednesday 25 November, 10 to 11.30");
    expect($("#on .off strong").text()).toBe("Cancelled");
  });

  test("no longer says that the adviser is here once what they said is from another day", async () => {
    const session = { name: null, here: { since: "2026-11-22T09:00:00Z", state: "here" } } as const;
    const first = { day: "2026-11-23", start: "09:00", end: "12:00" };
    const served = await larkhillWith(
      entry("event", "a", shown<"event">(event(en("Adviser"), { session, first }))),
    );
    const { $ } = await open("/c/larkhill", { served });
    expect($("#adviser .times").text()).not.toContain("Here now");
  });

  test("says who is welcome, the address, the telephone and the hours", async () => {
    const { $ } = await open("/c/larkhill?lang=en");
    expect($("#welcome").text()).toContain("Anyone with a child under five");
    const visit = $("#visit").text();
    expect(visit).toContain("12 Mill Lane, Larkhill");
    expect(visit).toContain("LS14 9ZA");
    expect(visit).toMatch(/Monday to Friday\s+8.30 to 5pm/);
    expect(visit).toContain("Friday 25 December");
    expect($("#visit a").attr("href")).toBe("tel:01134960100");
  });

  test("puts an urgent notice before everything else", async () => {
    const notice = { title: en("News"), text: null, urgent: false, picture: null, video: null };
    const served = await larkhillWith(
      entry("notice", "n1", shown<"notice">(notice)),
      entry("notice", "n2", shown<"notice">({ ...notice, title: en("No water today"), urgent: true })),
    );
    const { $ } = await open("/c/larkhill", { served });
    expect($("#notices li").first().text()).toMatch(/Important\s+No water today/);
  });

  test("may be kept for a minute, but not past the second at which a job closes", async () => {
    const closing = "2026-11-23T10:00:20Z";
    const served = await larkhillWith(
      entry("vacancy", "v", shown<"vacancy">(vacancy(en("Cook")), { until: closing })),
    );
    const soon = await open("/c/larkhill", { served });
    expect(soon.response.headers.get("cache-control")).toBe("public, max-age=20");
    const later = await open("/c/larkhill");
    expect(later.response.headers.get("cache-control")).toBe("public, max-age=60");
  });

  test("is not sent again to a phone that has it", async () => {
    const { url } = await serve();
    const first = await fetch(`${url}/c/larkhill`);
    const etag = first.headers.get("etag") ?? "";
    // Node's fetch would else add "no-cache" to a question of this kind.
    const headers = { "if-none-match": etag, "cache-control": "max-age=0" };
    const again = await fetch(`${url}/c/larkhill`, { headers });
    expect(again.status).toBe(304);
  });

  test("answers HEAD with the headers of the page and no page", async () => {
    const { url } = await serve();
    const head = await fetch(`${url}/c/larkhill`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await head.text()).toBe("");
  });
});

describe("the start page", () => {
  test("leads to pairing, and to each centre's board and page", async () => {
    const { $ } = await open("/", inEnglish);
    expect($("a.big").attr("href")).toBe("/pair");
    expect($(".centres h3").map((_, one) => $(one).text()).get()).toEqual(["Aberhelyg Children’s Centre", "Larkhill Children’s Centre"]); // prettier-ignore
    expect($(".centres li").last().find("a").map((_, one) => $(one).attr("href")).get()).toEqual(["/board?centre=larkhill", "/c/larkhill"]); // prettier-ignore
  });

  test("says what to do where there is no centre yet", async () => {
    const served = await serve({ read: readerOf({ programmes: [] }) });
    const { $, status } = await open("/", { served });
    expect(status).toBe(200);
    expect($("main").text()).toContain("There is no centre yet");
    expect($("main").text()).toContain("SIGNPOST_DEMO=yes");
  });
});

test("a centre's own colour comes in a stylesheet, since nothing may be styled in the page", async () => {
  const served = await serve();
  const { $ } = await open("/c/aberhelyg", { served });
  const address = $('link[rel="stylesheet"]').last().attr("href") ?? "";
  const sheet = await fetch(served.url + address);
  expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(await sheet.text()).toBe(`:root{--brand:${aberhelyg.brand.colour}}`);
});

test("the time comes from the hub, not from the machine that draws the page", async () => {
  const served = await serve({ now: () => NOW + 4 * 86_400_000 + 2 * 3_600_000 });
  const { $, status } = await open("/j/ta", { served, ...inEnglish });
  expect(status).toBe(410);
  expect($(".foot").text()).toContain("27 November 2026");
});
