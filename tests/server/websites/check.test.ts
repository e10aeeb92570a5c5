import { describe, expect, test } from "vitest";
import { checkWebsite } from "#server/websites/check.ts";

const site = {
  address: "https://www.gov.uk/find-a-job",
  allow: ["https://www.gov.uk/find-a-job"],
  helpers: [],
};

describe("a website that is saved", () => {
  test("opens its own address by its own patterns", () => {
    expect(checkWebsite(site)).toEqual({ ok: true, value: null });
    const elsewhere = { ...site, allow: ["https://www.gov.uk/browse"], helpers: ["https://www.gov.uk"] };
    expect(checkWebsite(elsewhere)).toMatchObject({ refusal: { code: "website-opens-elsewhere" } });
  });

  test("is refused with every pattern that Chromium would misread, and what to write", () => {
    const wrong = { ...site, allow: ["www.gov.uk", "https://www.gov.uk/*"], helpers: ["*.cdn.example"] };
    expect(checkWebsite(wrong)).toMatchObject({
      refusal: {
        code: "pattern-refused",
        details: {
          faults: [
            { pattern: "www.gov.uk", write: "https://www.gov.uk" },
            { pattern: "https://www.gov.uk/*", write: "https://www.gov.uk/" },
            { pattern: "*.cdn.example", write: "https://cdn.example" },
          ],
        },
      },
    });
  });

  test.each([
    "https://co.uk",
    "https://gov.uk",
    "https://uk",
    "https://github.io/",
    "https://s3.amazonaws.com",
  ])("does not open every address that ends in %s", (pattern) => {
    const wrong = { ...site, allow: [...site.allow, pattern] };
    const faults = [{ pattern, why: "public-suffix", write: null }];
    expect(checkWebsite(wrong)).toMatchObject({ refusal: { code: "pattern-refused", details: { faults } } });
  });

  test("may open the one page at a public suffix", () => {
    expect(checkWebsite({ ...site, helpers: ["https://.gov.uk"] }).ok).toBe(true);
  });

  test("is a safe address", () => {
    const plain = { ...site, address: "http://www.gov.uk/find-a-job" };
    expect(checkWebsite(plain)).toMatchObject({ refusal: { code: "website-not-https" } });
  });
});
