/** What must hold of a website before it is saved, and what else it opens. */
import { getPublicSuffix } from "tldts";
import { done, refused, type Result } from "#shared/result.ts";
import {
  type Fault,
  faultOf,
  hostOf,
  isExact,
  type Opening,
  openingsOf,
  opens,
} from "#shared/websites/rules.ts";
import type { Website } from "#shared/websites/schema.ts";

/** What stands in a website that decides what it opens. */
export type Reach = Pick<Website, "address" | "allow" | "helpers">;

/**
 * Refuses `pattern-refused` (each fault with what to write instead), `website-not-https`, and
 * `website-opens-elsewhere` where its patterns do not open the website's own address.
 */
export function checkWebsite({ address, allow, helpers }: Reach): Result<null> {
  const faults = faultsOf([...allow, ...helpers]);
  if (faults.length > 0) return refused("pattern-refused", { faults });
  if (!address.startsWith("https://")) return refused("website-not-https", { address });
  if (!opens(allow, address)) return refused("website-opens-elsewhere", { address });
  return done(null);
}

export function faultsOf(patterns: readonly string[]): readonly Fault[] {
  return patterns.flatMap((pattern) => faultOf(pattern) ?? suffixFault(pattern) ?? []);
}

/** What its patterns open besides, for whoever approves it. */
export function openingsBesides({ address, allow, helpers }: Reach): readonly Opening[] {
  return [...allow, ...helpers].flatMap((pattern) => openingsOf(pattern, address));
}

/** `co.uk` would open every address that ends so: the public suffix list knows where names are sold. */
function suffixFault(pattern: string): Fault | null {
  const host = hostOf(pattern);
  if (host === null || isExact(pattern)) return null;
  const suffix = getPublicSuffix(host, { allowPrivateDomains: true });
  return suffix === host ? { pattern, why: "public-suffix", write: null } : null;
}
