import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PageReader } from "#server/pages/reader.ts";
import type { Entry } from "#shared/programme.ts";
import { load } from "cheerio";
import { aberhelyg, district, en, entry, event, larkhill, leaflet, NOW, placed, readerOf, servePages, shown, vacancy, type ServedPages } from "../../support/pages-fixture.ts"; // prettier-ignore

let pages: ServedPages;
const others: ServedPages[] = [];

beforeAll(async () => {
  pages = await servePages();
});
afterEach(async () => {
  await Promise.all(others.splice(0).map((served) => served.stop()));
});
afterAll(() => pages.stop());

/** Pages of Larkhill with these entries alone. */
async function larkhillWith(...entries: readonly Entry[]): Promise<ServedPages> {
  const served = await servePages({ read: readerOf({ programmes: [{ centre: larkhill, entries }] }) });
  others.push(served);
  return served;
}

async function open(path: string, { served = pages, ...init }: RequestInit & { served?: ServedPages } = {}) {
  const response = await fetch(served.url + path, init);
  return { response, status: response.status, $: load(await response.text()) };
}

/** An hour from ten on one day. */
const on = (title: string, day: string) => event(en(title), { first: { day, start: "10:00", end: "11:00" } });

/** The language a page is in, and those it offers. */
const languages = async (path: string, accepts = "*") => {
  const { $ } = await open(path, { headers: { "accept-language": accepts } });
  const offered = $(".languages li").map((_, one) => $(one).attr("lang")).get(); // prettier-ignore
  return { page: $("html").attr("lang"), direction: $("html").attr("dir"), offered };
};

const inEnglish = { headers: { "accept-language": "en-GB,en;q=0.9" } };

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
    const first = await fetch(`${pages.url}/c/larkhill`);
    const etag = first.headers.get("etag") ?? "";
    // Node's fetch would else add "no-cache" to a question of this kind.
    const headers = { "if-none-match": etag, "cache-control": "max-age=0" };
    const again = await fetch(`${pages.url}/c/larkhill`, { headers });
    expect(again.status).toBe(304);
  });

  test("answers HEAD with the headers of the page and no page", async () => {
    const head = await fetch(`${pages.url}/c/larkhill`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await head.text()).toBe("");
  });
});

describe("languages", () => {
  test("in Wales Welsh comes first and English stands beside it", async () => {
    expect(await languages("/c/aberhelyg")).toEqual({ page: "cy", direction: "ltr", offered: ["cy", "en"] });
  });

  test("a phone set to a language of the centre gets it, any other the centre's first", async () => {
    expect((await languages("/c/larkhill", "pl-PL,en;q=0.5")).page).toBe("pl");
    expect((await languages("/c/larkhill", "fr-FR")).page).toBe("en");
    expect((await languages("/c/aberhelyg", "en-GB")).page).toBe("en");
  });

  test("any of the eight is given to whoever asks for it in the address, right to left where it runs so", async () => {
    expect(await languages("/c/larkhill?lang=ar")).toEqual({
      page: "ar",
      direction: "rtl",
      offered: ["en", "ur", "pl", "ar"],
    });
  });

  test("one that nobody knows, or two at once, are passed over", async () => {
    expect((await languages("/c/larkhill?lang=xx")).page).toBe("en");
    expect((await languages("/c/larkhill?lang=cy&lang=pl")).page).toBe("en");
  });

  test("a text that is not in the page's language says which one it is in, to eye and screen reader", async () => {
    const { $ } = await open("/c/aberhelyg?lang=cy");
    const job = $("#jobs h3").first();
    expect(job.find("span").attr("lang")).toBe("en");
    expect(job.text()).toBe("Teaching assistant yn Saesneg");
    expect($("#jobs h3").eq(3).text()).toBe("Cogydd ysgol");
  });

  test("the links of a page keep the language that was asked for", async () => {
    const { $ } = await open("/c/larkhill?lang=ur");
    expect($("#jobs a").first().attr("href")).toBe("/j/ta?centre=larkhill&lang=ur");
  });

  test("a translation older than its original says so", async () => {
    const text = { original: "en", words: { en: "New", pl: "Stare" }, older: ["pl"] } as const;
    const served = await larkhillWith(entry("leaflet", "l", shown<"leaflet">(leaflet(en("L"), { text: { ...text, older: ["pl"] } })))); // prettier-ignore
    expect((await open("/l/l?lang=pl", { served })).$("main").text()).toContain("starsze");
    expect((await open("/l/l?lang=en", { served })).$("main").text()).not.toContain("older");
  });
});

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

describe("the start page", () => {
  test("leads to pairing, and to each centre's board and page", async () => {
    const { $ } = await open("/", inEnglish);
    expect($("a.big").attr("href")).toBe("/pair");
    expect($(".centres h3").map((_, one) => $(one).text()).get()).toEqual(["Aberhelyg Children’s Centre", "Larkhill Children’s Centre"]); // prettier-ignore
    expect($(".centres li").last().find("a").map((_, one) => $(one).attr("href")).get()).toEqual(["/board?centre=larkhill", "/c/larkhill"]); // prettier-ignore
  });

  test("says what to do where there is no centre yet", async () => {
    const served = await servePages({ read: readerOf({ programmes: [] }) });
    others.push(served);
    const { $, status } = await open("/", { served });
    expect(status).toBe(200);
    expect($("main").text()).toContain("There is no centre yet");
    expect($("main").text()).toContain("SIGNPOST_DEMO=yes");
  });
});

describe("an address that leads nowhere", () => {
  test.each([
    "/c/none", "/c/Larkhill%00", "/c/..%2f..%2fetc", "/c/%E0%A4%A", "/j/none", "/j/%3Cscript%3E", `/j/${"x".repeat(65)}`,
    "/e/none", "/e/none.ics", "/e/a.b.ics", "/l/none", "/pages/look-xxxxxxxxxx.css", "/pages/brand-red.css", "/nothing/at/all",
  ])("is answered kindly with 404: %s", async (path) => {
    const { status, $ } = await open(path, inEnglish);
    expect(status).toBe(404);
    expect($("h1").text()).toBe("We cannot find that page");
    expect($("main a").attr("href")).toBe("/");
  }); // prettier-ignore

  test("cannot make a language link that leads to another host", async () => {
    const { $ } = await open("//elsewhere.example/c/x");
    const links = $(".languages a").map((_, one) => $(one).attr("href") ?? "").get(); // prettier-ignore
    expect(links.length).toBeGreaterThan(0);
    expect(links.map((link) => new URL(link, "https://signpost.example").hostname)).toEqual(
      links.map(() => "signpost.example"),
    );
  });
});

test("while the hub cannot read its database a visitor is asked to come back, and the hub is told why", async () => {
  const broken = new Error("the disk is gone");
  const read: PageReader = { ...readerOf(district), programme: () => Promise.reject(broken) };
  const served = await servePages({ read });
  others.push(served);
  const { status, $, response } = await open("/c/larkhill", { served, ...inEnglish });
  expect(status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("60");
  expect($("h1").text()).toBe("We cannot show this just now");
  expect($.html()).not.toContain("disk");
  expect(served.reported).toEqual([broken]);
});

describe("content that means harm", () => {
  const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
  const centre = {
    ...larkhill,
    name: en(EVIL),
    address: en(EVIL),
    phone: "<b>0113 496 0100",
    welcome: en(EVIL),
  };
  const applyUrl = "javascript:alert(1)";
  const evil = [
    entry("vacancy", "v", shown<"vacancy">(vacancy(en(EVIL), { employer: EVIL, description: en(EVIL), applyUrl, reference: EVIL, locations: [{ text: EVIL, postcode: null, outcode: null, lat: null, lon: null }] }))),
    entry("placement", "p", placed("v", 0)),
    entry("event", "e", shown<"event">(event(en(EVIL), { summary: en(EVIL), place: en(EVIL), booking: en(EVIL) }))),
    entry("leaflet", "l", shown<"leaflet">(leaflet(en(EVIL), { summary: en(EVIL), text: en(`${EVIL}\n\n[x](javascript:alert(1))`), edition: EVIL }))),
  ]; // prettier-ignore

  test.each(["/", "/c/larkhill", "/j/v", "/e/e", "/l/l"])("is shown as text at most: %s", async (path) => {
    const served = await servePages({ read: readerOf({ programmes: [{ centre, entries: evil }] }) });
    others.push(served);
    const { $, status, response } = await open(path, { served });
    expect(status).toBe(200);
    expect($("script, img, iframe, [onerror], [style], style").length).toBe(0);
    expect($('a[href^="javascript"]').length).toBe(0);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src|https?:/);
  });
});

test("a centre's own colour comes in a stylesheet, since nothing may be styled in the page", async () => {
  const { $ } = await open("/c/aberhelyg");
  const address = $('link[rel="stylesheet"]').last().attr("href") ?? "";
  const sheet = await fetch(pages.url + address);
  expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(await sheet.text()).toBe(`:root{--brand:${aberhelyg.brand.colour}}`);
});

test("the time comes from the hub, not from the machine that draws the page", async () => {
  const served = await servePages({ now: () => NOW + 4 * 86_400_000 + 2 * 3_600_000 });
  others.push(served);
  const { $, status } = await open("/j/ta", { served, ...inEnglish });
  expect(status).toBe(410);
  expect($(".foot").text()).toContain("27 November 2026");
});
