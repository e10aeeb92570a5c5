import { describe, expect, test } from "vitest";
import type { PageReader } from "#server/pages/reader.ts";
import { district, en, entry, event, larkhill, leaflet, placed, readerOf, shown, vacancy } from "../../support/pages-fixture.ts"; // prettier-ignore
import { inEnglish, open, serve } from "../../support/pages-visit.ts";

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
  const served = await serve({ read });
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
    const served = await serve({ read: readerOf({ programmes: [{ centre, entries: evil }] }) });
    const { $, status, response } = await open(path, { served });
    expect(status).toBe(200);
    expect($("script:not([type='application/ld+json']), img, iframe, [onerror], [style], style").length).toBe(
      0,
    );
    expect($('a[href^="javascript"]').length).toBe(0);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src|https?:/);
  });
});
