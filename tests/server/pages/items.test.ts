import { describe, expect, test } from "vitest";
import { en, entry, event, leaflet, placed, shown, vacancy } from "../../support/pages-fixture.ts"; // prettier-ignore
import { inEnglish, larkhillWith, open } from "../../support/pages-visit.ts";

describe("a vacancy's page", () => {
  test("says what, where, when, for how much, until when, and how to get there from this centre", async () => {
    const { $, status } = await open("/j/midwife?centre=larkhill&lang=en");
    expect(status).toBe(200);
    expect($("h1").text()).toBe("Community midwife support worker");
    const main = $("main").text();
    for (const fact of ["Northbrook Hospital", "£24,071 a year", "about £12.31 an hour", "Closes today", "Part time", "9am–3pm", "Bus 36, 11 min", "Training given", "Welsh is useful"]) {
      expect(main).toContain(fact);
    } // prettier-ignore
    expect($("a.whose").attr("href")).toBe("/c/larkhill?lang=en");
  });

  test("stands under no centre's name where several have it and the address names none", async () => {
    const { $ } = await open("/j/ta", inEnglish);
    expect($("a.whose").length).toBe(0);
    expect($("main").text()).not.toContain("8 min walk");
  });

  test("looks good where it is shared: title, line, address and the site's name", async () => {
    const { $ } = await open("/j/ta?centre=larkhill", inEnglish);
    expect($("title").text()).toBe("Teaching assistant · Larkhill Children’s Centre");
    expect($('meta[property="og:title"]').attr("content")).toBe("Teaching assistant");
    expect($('meta[property="og:description"]').attr("content")).toBe(
      "Larkhill Primary School · £12.85 an hour · Part time · Term time · Mill Lane, Larkhill",
    );
    expect($('link[rel="canonical"]').attr("href")).toBe("https://signpost.example/j/ta");
  });

  test("leads to the employer without telling them where the visitor came from", async () => {
    const { $ } = await open("/j/ta", inEnglish);
    const link = $(".apply a");
    expect(link.attr("href")).toBe("https://jobs.example.org/teaching-assistant");
    expect(link.attr("rel")).toBe("noopener noreferrer nofollow");
  });

  test("that has closed answers 410 with kind words and the way to the centre's other jobs", async () => {
    const closed = shown<"vacancy">(vacancy(en("Secret title")), { until: "2026-11-23T10:00:00Z" });
    const served = await larkhillWith(entry("vacancy", "v", closed), entry("placement", "p", placed("v", 0)));
    const { $, status, response } = await open("/j/v", { served });
    expect(status).toBe(410);
    expect($("h1").text()).toBe("This job has closed");
    expect($("main a").attr("href")).toBe("/c/larkhill#jobs");
    expect($.html()).not.toContain("Secret title");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  test("that was withdrawn answers 410 too", async () => {
    expect((await open("/j/sold")).status).toBe(410);
  });

  test("that has not begun, or that no centre has placed, was never there", async () => {
    const served = await larkhillWith(
      entry("vacancy", "later", shown<"vacancy">(vacancy(en("Later")), { from: "2026-12-01T00:00:00Z" })),
      entry("placement", "p", placed("later", 0)),
      entry("vacancy", "inbox", shown<"vacancy">(vacancy(en("Inbox")))),
    );
    expect((await open("/j/later", { served })).status).toBe(404);
    expect((await open("/j/inbox", { served })).status).toBe(404);
  });

  test("that screens show in the mornings can be read at home in the evening", async () => {
    const pattern = [{ days: ["mon" as const], start: "07:00", end: "09:00" }];
    const shownEarly = shown<"vacancy">(vacancy(en("Cook")), { pattern });
    const served = await larkhillWith(
      entry("vacancy", "v", shownEarly),
      entry("placement", "p", placed("v", 0)),
    );
    expect((await open("/j/v", { served })).status).toBe(200);
  });
});

describe("an event's page", () => {
  test("says its next times and leads to the calendar file", async () => {
    const { $ } = await open("/e/play?centre=larkhill&lang=en");
    expect($(".when time").length).toBe(8);
    expect($(".when a").attr("href")).toBe("/e/play.ics?lang=en");
  });

  test("that is over answers 410, though nobody has taken it down", async () => {
    const past = event(en("Past"), { first: { day: "2026-11-20", start: "10:00", end: "11:00" } });
    const { status, $ } = await open("/e/past", {
      served: await larkhillWith(entry("event", "past", shown<"event">(past))),
    });
    expect(status).toBe(410);
    expect($("h1").text()).toBe("This event is over");
  });

  test("does not name a day outside term time", async () => {
    const weekly = { every: { weeks: 1 }, days: ["mon" as const], until: null };
    const group = event(en("Group"), { first: { day: "2026-11-30", start: "10:00", end: "11:00" }, repeats: weekly, termTimeOnly: true }); // prettier-ignore
    const { $ } = await open("/e/g", {
      served: await larkhillWith(entry("event", "g", shown<"event">(group))),
    });
    const days = $(".when time").map((_, one) => $(one).attr("datetime")?.slice(0, 10)).get(); // prettier-ignore
    expect(days).toEqual(["2026-11-30", "2026-12-07", "2026-12-14"]);
  });
});

describe("a leaflet's page", () => {
  test("shows its text as it was laid out, its edition and when it was checked", async () => {
    const { $ } = await open("/l/childcare?centre=larkhill&lang=en");
    expect($("article h2").text()).toBe("Who can get it");
    expect($("article li").length).toBe(2);
    expect($("article").text()).toContain("Edition 3 · Checked on 1 October 2026");
  });

  test("that is a PDF alone shows its pages and gives the file", async () => {
    const media = {
      id: "aaaaaaaaaaaaaaaaaaaaaaaa.png",
      kind: "page",
      width: 800,
      height: 1131,
      alt: null,
    } as const;
    const file = { ...media, id: "bbbbbbbbbbbbbbbbbbbbbbbb.pdf", kind: "pdf" } as const;
    const pdf = leaflet(en("PDF"), { text: null, pdfs: { en: { file, pages: [media, media] } } });
    const { $ } = await open("/l/pdf", {
      served: await larkhillWith(entry("leaflet", "pdf", shown<"leaflet">(pdf))),
    });
    expect($("article img").map((_, one) => $(one).attr("alt")).get()).toEqual(["Page 1", "Page 2"]); // prettier-ignore
    expect($('article a[type="application/pdf"]').attr("href")).toBe(`/media/${file.id}`);
  });
});
