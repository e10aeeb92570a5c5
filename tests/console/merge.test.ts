import { describe, expect, test } from "vitest";
import { merged, taking } from "../../console/ui/editing/merge.ts";

const base = {
  from: null,
  body: { title: { original: "en", words: { en: "Tea", ur: "چائے" } }, days: ["mon"], session: null },
};
const withTitle = (en: string, more: object = {}) => ({ ...base, body: { ...base.body, title: { original: "en", words: { en, ur: "چائے" } }, ...more } }); // prettier-ignore

describe("two people at work on one thing", () => {
  test("what each changed apart is kept of both, also within one text", () => {
    const mine = withTitle("Tea and toast");
    const theirs = { ...base, from: "2026-12-01T09:00:00Z", body: { ...base.body, title: { original: "en", words: { en: "Tea", ur: "چائے اور ٹوسٹ" } } } }; // prettier-ignore
    const { value, clashes } = merged<unknown>(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(value).toEqual({ ...theirs, body: { ...base.body, title: { original: "en", words: { en: "Tea and toast", ur: "چائے اور ٹوسٹ" } } } }); // prettier-ignore
  });

  test("what both changed is named by its field, and the second chooses", () => {
    const { value, clashes } = merged<unknown>(base, withTitle("Tea and toast"), withTitle("No tea today"));
    expect(clashes).toEqual([{ path: "body.title.words.en", mine: "Tea and toast", theirs: "No tea today" }]);
    expect(value).toEqual(withTitle("Tea and toast"));
    expect(taking(value, clashes)).toEqual(withTitle("No tea today"));
  });

  test("the same change is none; a list is one value; what one took out and the other left goes", () => {
    expect(merged<unknown>(base, withTitle("Soup"), withTitle("Soup")).clashes).toEqual([]);
    const days = merged<unknown>(
      base,
      withTitle("Tea", { days: ["tue"] }),
      withTitle("Tea", { days: ["wed"] }),
    );
    expect(days.clashes).toEqual([{ path: "body.days", mine: ["tue"], theirs: ["wed"] }]);
    const without = { ...base, body: { ...base.body, title: { original: "en", words: { en: "Tea" } } } };
    expect(merged<unknown>(base, base, without).value).toEqual(without);
    expect(merged<unknown>(base, without, withTitle("Tea", { session: "x" })).value).toEqual({ ...without, body: { ...without.body, session: "x" } }); // prettier-ignore
  });

  test("what somebody says of today’s session does not disturb whoever rewrites its words", () => {
    const here = { since: "2026-12-01T09:00:00Z", state: "here" };
    const { value, clashes } = merged<unknown>(
      base,
      withTitle("Coffee"),
      withTitle("Tea", { session: { here } }),
    );
    expect(clashes).toEqual([]);
    expect(value).toEqual(withTitle("Coffee", { session: { here } }));
  });
});
