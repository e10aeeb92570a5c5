/** Whether a website lets programs read a page (RFC 9309). */
import robotsParser from "robots-parser";
import { done, refused, type Result } from "#shared/result.ts";
import type { Ask, Fetched } from "./outside.ts";

export const NAME = "Signpost";

type Fetch = (ask: Ask) => Promise<Result<Fetched>>;
/** Says whether a path may be read. */
type Rules = (url: string) => boolean;

/** RFC 9309, 2.4 and 2.5: kept a day at most, and half a megabyte is read at least. */
const KEPT = 24 * 3_600_000;
const MOST_BYTES = 512 * 1024;
const MOST_SITES = 500;

export interface Robots {
  /** Refused: `robots-forbid`, and what `fetch` refuses where the site does not answer. */
  allow(url: string): Promise<Result<null>>;
}

export function openRobots(fetch: Fetch, now: () => number): Robots {
  const known = new Map<string, { readonly until: number; readonly rules: Rules }>();
  async function rulesOf(origin: string): Promise<Result<Rules>> {
    const kept = known.get(origin);
    if (kept && kept.until > now()) return done(kept.rules);
    const rules = await ask(origin, fetch);
    if (!rules.ok) return rules;
    if (known.size >= MOST_SITES) known.clear();
    known.set(origin, { until: now() + KEPT, rules: rules.value });
    return rules;
  }
  return {
    async allow(url) {
      if (!URL.canParse(url)) return refused("not-a-web-address", { url });
      const rules = await rulesOf(new URL(url).origin);
      if (!rules.ok) return rules;
      return rules.value(url) ? done(null) : refused("robots-forbid", { url });
    },
  };
}

/** A site that has no such file, or shows it to nobody, lets all be read; one that is in trouble is left alone. */
async function ask(origin: string, fetch: Fetch): Promise<Result<Rules>> {
  const url = `${origin}/robots.txt`;
  const got = await fetch({ url, mostBytes: MOST_BYTES, milliseconds: 10_000 });
  if (!got.ok) return HAS_NONE.has(got.refusal.code) ? done(() => true) : got;
  if (got.value.state !== "new") return done(() => true);
  const robots = robotsParser(url, got.value.bytes.toString("utf8"));
  return done((page) => robots.isAllowed(page, NAME) ?? true);
}

const HAS_NONE: ReadonlySet<string> = new Set(["page-not-found", "not-let-in", "site-refused"]);
