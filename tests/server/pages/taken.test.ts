import { expect, test } from "vitest";
import { en, entry, event, shown } from "../../support/pages-fixture.ts";
import { inEnglish, larkhillWith, open, serve } from "../../support/pages-visit.ts";

test("a job's page tells search engines what it is, as schema.org's JobPosting", async () => {
  const { $ } = await open("/j/midwife?centre=larkhill&lang=en");
  const data = JSON.parse($('script[type="application/ld+json"]').text());
  expect(data).toMatchObject({
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: "Community midwife support worker",
    hiringOrganization: { name: "Northbrook Hospital" },
    baseSalary: { currency: "GBP", value: { value: 24071, unitText: "YEAR" } },
  });
  expect(data.validThrough).toMatch(/^2026-11-/);
});

test("an event's page tells them what, when and where, as schema.org's Event, also that it is cancelled", async () => {
  const weekly = { every: { weeks: 1 }, days: ["mon" as const], until: null };
  const group = event(en("Stay and </script> play"), {
    first: { day: "2026-11-30", start: "10:00", end: "11:30" },
    repeats: weekly,
    place: en("The hall"),
    cancelled: ["2026-11-30"],
  });
  const served = await larkhillWith(entry("event", "play", shown<"event">(group)));
  const { $ } = await open("/e/play", { served, ...inEnglish });
  expect(JSON.parse($('script[type="application/ld+json"]').text())).toMatchObject({
    "@context": "https://schema.org",
    "@type": "Event",
    name: "Stay and </script> play",
    startDate: "2026-11-30T10:00:00.000Z",
    endDate: "2026-11-30T11:30:00.000Z",
    eventStatus: "https://schema.org/EventCancelled",
    location: { "@type": "Place", name: expect.stringContaining("The hall") },
    organizer: { name: "Larkhill Children’s Centre" },
  });
});

test("who comes too late for a job is told so kindly and offered others of the same centre", async () => {
  const { $, status } = await open("/j/sold?centre=larkhill", inEnglish);
  expect(status).toBe(410);
  const main = $("main");
  expect([main.find("h1").text(), main.find("h2").text()]).toEqual(["This job has closed", "These are open now"]); // prettier-ignore
  const others = main.find("li a").map((_, link) => $(link).attr("href") ?? "").get(); // prettier-ignore
  expect(others.length).toBeGreaterThan(1);
  for (const other of others) expect((await open(other)).status).toBe(200);
});

test("what somebody kept on a kiosk comes home as one page, without what is not there", async () => {
  const { $, status } = await open("/t/j.ta~x.ta~j.never-was?centre=larkhill", inEnglish);
  expect(status).toBe(200);
  expect($("h1").text()).toBe("My list");
  expect($("main li a").map((_, link) => $(link).attr("href")).get()).toEqual(["/j/ta?centre=larkhill"]); // prettier-ignore
});

test("a list of nothing that may be read is lost, whatever it is called", async () => {
  const served = await serve();
  for (const path of ["/t/j.never-was", "/t/~~~", "/t/j.%2e%2e", `/t/${"j.x~".repeat(400)}`]) {
    expect((await open(path, { served })).status).toBe(404);
  }
});

test("the accessibility statement can be read on a phone", async () => {
  const { $, status } = await open("/accessibility", inEnglish);
  expect(status).toBe(200);
  expect($("h1").text()).toBe("Accessibility statement for Signpost");
  expect($("main").text()).toContain("Equality and Human Rights Commission");
});
