import { describe, expect, test } from "vitest";
import { matcher } from "#shared/websites/matcher.ts";
import samples from "../../samples/urlfilter-cases.json" with { type: "json" };
import { agreements } from "../../support/guard/agreement.ts";
import { verdictsOfChromium } from "../../support/guard/verdicts.ts";

describe("the one matcher", () => {
  test("agrees with every case that was observed in Chromium", () => {
    const wrong = samples.cases.filter(
      ({ patterns, url, allowed }) => matcher(patterns)(url).allowed !== allowed,
    );
    expect(samples.cases.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  test.each(agreements)("agrees with this very Chromium on $about", async ({ lists, addresses }) => {
    const judge = matcher(lists);
    const verdicts = await verdictsOfChromium(lists, addresses);
    const differing = [...verdicts].filter(([address, allowed]) => judge(address).allowed !== allowed);
    expect(verdicts.size).toBeGreaterThanOrEqual(25);
    expect(differing).toEqual([]);
  });
});
