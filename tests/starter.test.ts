import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "#shared/languages.ts";
import { TOPICS } from "#shared/topics.ts";
import { websiteSchema } from "#shared/websites/schema.ts";
import { checkWebsite } from "#server/websites/check.ts";

interface Suggested {
  readonly id: string;
  readonly title: { readonly words: Readonly<Record<string, string>> };
  readonly description: { readonly words: Readonly<Record<string, string>> };
  readonly address: string | null;
  readonly topics: readonly string[];
  readonly allow: readonly string[];
  readonly helpers: readonly string[];
}

const file = join(import.meta.dirname, "../content/websites/starter.json");
const starter = JSON.parse(readFileSync(file, "utf8")) as readonly Suggested[];

describe("the websites that are suggested", () => {
  test.each(starter.map((one) => [one.id, one] as const))("%s can be taken as it is", (_id, one) => {
    const { address, allow, helpers, title, description, topics } = one;
    expect(Object.keys(description.words)).toEqual([...LANGUAGES]);
    expect(topics.filter((topic) => !(TOPICS as readonly string[]).includes(topic))).toEqual([]);
    const body = { title, description, address: address ?? "https://council.example/", topics, picture: null, reviewBy: null, allow, helpers }; // prettier-ignore
    expect(websiteSchema.safeParse(body).error).toBeUndefined();
    // Every council has its own: there the address is typed, and judged, when it is taken.
    expect(address === null || checkWebsite({ address, allow: [...allow], helpers: [...helpers] }).ok).toBe(
      true,
    );
  });

  test("none stands there twice", () => {
    expect(new Set(starter.map(({ id }) => id)).size).toBe(starter.length);
    expect(starter.length).toBeGreaterThan(10);
  });
});
