/**
 * A centre's programme: everything its screens show now and in the coming weeks, as entries that
 * each carry the number of the change that made them. Highest version wins, so that order and
 * repetition of arrival do no harm.
 */
import type { PublicCentre } from "./centres/schema.ts";
import type { Shown } from "./item.ts";
import type { Kind } from "./kinds.ts";
import type { Placement } from "./vacancies/placement.ts";

/** What an entry of each type holds. */
export type Values = { readonly [K in Kind]: Shown<K> } & {
  readonly placement: Placement;
  readonly centre: PublicCentre;
};

export type EntryType = keyof Values;

/** `value: null` says: no longer here. */
export type Entry = {
  readonly [T in EntryType]: {
    readonly type: T;
    readonly id: string;
    readonly version: number;
    readonly value: Values[T] | null;
  };
}[EntryType];

/** Entries that a hub sends: after `since`, or everything where `whole` is set. */
export interface Changes {
  readonly epoch: string;
  /** The hub's counter when these were read: the receiver now holds everything up to it. */
  readonly version: number;
  /** The hub's clock, epoch milliseconds. */
  readonly now: number;
  readonly whole: boolean;
  readonly entries: readonly Entry[];
}

export function entryKey(entry: { readonly type: EntryType; readonly id: string }): string {
  return `${entry.type}/${entry.id}`;
}

/** The instant at which an entry ends of itself (epoch ms), or `null`. */
export function endOf(entry: Entry): number | null {
  const value = entry.value;
  if (!value || !("until" in value) || value.until === null) return null;
  return Date.parse(value.until);
}

/** What a fingerprint is made of: an entry's key, its version, and its end (epoch ms) if it has one. */
export interface Mark {
  readonly key: string;
  readonly version: number;
  readonly end: number | null;
}

/**
 * Fingerprint of the marks that are alive at an instant (epoch ms): two sides that hold the same
 * (key, version) pairs get the same sixteen characters, in whatever order they hold them.
 */
export function digestMarks(marks: Iterable<Mark>, at: number): string {
  let low = 0;
  let high = 0;
  for (const { key, version, end } of marks) {
    if (end !== null && end <= at) continue;
    const pair = `${key}@${version}`;
    low = (low + fnv1a(pair)) >>> 0;
    high = (high + fnv1a(pair, 0x9747b28c)) >>> 0;
  }
  return hex(high) + hex(low);
}

/** Fingerprint of the entries that a screen holds, at an instant (epoch ms). */
export function digest(entries: Iterable<Entry>, at: number): string {
  const marks: Mark[] = [];
  for (const entry of entries) {
    if (entry.value !== null) marks.push({ key: entryKey(entry), version: entry.version, end: endOf(entry) });
  }
  return digestMarks(marks, at);
}

/** FNV-1a, 32 bit (RFC 9923), from a given offset basis. */
export function fnv1a(text: string, basis = 0x811c9dc5): number {
  let hash = basis;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function hex(number: number): string {
  return number.toString(16).padStart(8, "0");
}
