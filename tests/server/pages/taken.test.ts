import { expect, test } from "vitest";
import { inEnglish, open, serve } from "../../support/pages-visit.ts";

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
