import { textIn } from "#shared/languages.ts";
import type { Website } from "#shared/websites/schema.ts";
import { always } from "./drafts.ts";

/** An approved website, with the host of its own pictures as a helper. */
export function website(
  id: string,
  address: string,
  audience: "all" | string[],
  more: Partial<Website> = {},
) {
  const body: Website = {
    title: textIn("en", `The ${id} website`),
    description: null,
    address,
    topics: ["work"],
    picture: null,
    reviewBy: null,
    allow: [address],
    helpers: [`https://cdn.${new URL(address).host}`],
    ...more,
  };
  return { id, kind: "website" as const, audience, over: null, ...always, body };
}
