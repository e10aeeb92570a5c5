/** Puts an event's blocks together: one series for each, of every part its newest telling. */
import { createHash } from "node:crypto";
import type { Series } from "./expand.ts";
import { instantIn } from "./expand.ts";
import type { Part } from "./series.ts";

export function together(parts: readonly Part[]): readonly Series[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const uid = part.uid ?? unnamed(part);
    const group = groups.get(uid);
    if (group) group.push({ ...part, uid });
    else groups.set(uid, [{ ...part, uid }]);
  }
  return [...groups.values()].flatMap(seriesOf);
}

/** The same event without an identifier is known again by its words and its start. */
function unnamed({ text, start }: Part): string {
  const said = [text.SUMMARY, text.DESCRIPTION, text.LOCATION, instantIn(start), start.day].join("\n");
  return `unnamed-${createHash("sha256").update(said).digest("base64url").slice(0, 22)}`;
}

function seriesOf(parts: readonly Part[]): readonly Series[] {
  const mains = newest(parts.filter(({ replaces }) => replaces === null), sameEvent); // prettier-ignore
  const others = newest(parts.filter(({ replaces }) => replaces !== null), sameOccurrence); // prettier-ignore
  const [main, ...more] = mains;
  // Its series is in another file: each occurrence stands by itself.
  if (!main) return others.map((part) => ({ main: { ...part, rules: [] }, others: [] }));
  return [{ main, others }, ...more.map((one) => ({ main: one, others: [] }))];
}

/** Of those that tell of the same, the one with the highest sequence, then the last changed, then the last written. */
function newest(parts: readonly Part[], same: (one: Part, other: Part) => boolean): readonly Part[] {
  const kept: Part[] = [];
  for (const part of parts) {
    const at = kept.findIndex((one) => same(one, part));
    if (at < 0) kept.push(part);
    else if (isNewer(part, kept[at]!)) kept[at] = part;
    if (kept.length > 1_000) break;
  }
  return kept;
}

function isNewer(one: Part, other: Part): boolean {
  if (one.sequence !== other.sequence) return one.sequence > other.sequence;
  return one.modified >= other.modified;
}

/**
 * Exporters give several events the same identifier, or write each occurrence as an event of its own: only what a
 * sequence or a date of change makes newer replaces another.
 */
function sameEvent(one: Part, other: Part): boolean {
  if (one.sequence !== other.sequence || instantIn(one.start) === instantIn(other.start)) return true;
  return one.modified !== other.modified && one.text.SUMMARY === other.text.SUMMARY;
}

function sameOccurrence(one: Part, other: Part): boolean {
  return instantIn(one.replaces!) === instantIn(other.replaces!) && one.andFollowing === other.andFollowing;
}
