/**
 * What a screen holds of its centre's programme, and how it takes in changes. Highest version wins
 * within an epoch, so that order and repetition of arrival do no harm. Pure; time is passed in.
 */
import { digest, endOf, entryKey, type Changes, type Entry } from "#shared/programme.ts";

export interface Holdings {
  /** The hub's database that these come from; `null` holds nothing. */
  readonly epoch: string | null;
  /** Every change up to this number is held. */
  readonly version: number;
  /** By `entryKey`; only what is there, never `value: null`. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Versions at which entries left, until no older word of them can still arrive. */
  readonly gone: ReadonlyMap<string, number>;
}

export const NOTHING: Holdings = { epoch: null, version: 0, entries: new Map(), gone: new Map() };

/** What the hub says it holds for this screen as of an instant. */
export interface Fingerprint {
  readonly epoch: string;
  /** The number of the last change in it. */
  readonly version: number;
  /** Epoch ms on the hub's clock. */
  readonly now: number;
  readonly digest: string;
}

export type Comparison =
  | "same"
  | "different"
  /** The screen lacks a change that may be on its way. */
  | "behind"
  /** The screen has already heard of something newer: the next comparison will tell. */
  | "ahead";

const DAY = 24 * 60 * 60_000;

/** Whether these changes can be applied: a part of another epoch says nothing of the rest. */
export function follows(held: Holdings, changes: Changes): boolean {
  return changes.whole || changes.epoch === held.epoch;
}

/**
 * The holdings after these changes. A whole programme replaces everything, but never what is newer
 * than it; another epoch replaces that too. Whatever leaves, leaves in the same instant as the rest
 * arrives. Changes that do not follow are ignored: the caller asks for the whole.
 */
export function apply(held: Holdings, changes: Changes): Holdings {
  if (!follows(held, changes)) return held;
  const base = held.epoch === changes.epoch ? held : { ...NOTHING, epoch: changes.epoch };
  const kept = changes.whole ? newerThan(base, changes.version) : base;
  const entries = new Map(kept.entries);
  const gone = new Map(kept.gone);
  for (const entry of changes.entries) take(entries, gone, entry);
  return { epoch: changes.epoch, version: Math.max(base.version, changes.version), entries, gone };
}

/** Exactly what the hub says, also where this screen believed to know something newer. */
export function replaced(changes: Changes): Holdings {
  return apply(NOTHING, { ...changes, whole: true });
}

/** Compares with what the hub holds. A missing change that is on its way is no difference yet. */
export function compare(held: Holdings, said: Fingerprint): Comparison {
  if (said.epoch !== held.epoch) return "different";
  if (held.version < said.version) return "behind";
  if (newest(held) > said.version) return "ahead";
  return digest(held.entries.values(), said.now) === said.digest ? "same" : "different";
}

/**
 * Once both sides agreed, on a path that delivers in order, nothing older can arrive: forgets what
 * left, and what ended more than a day ago (a hub's clock may be set back a little).
 * Returns the same object where there is nothing to forget.
 */
export function settle(held: Holdings, now: number): Holdings {
  const ended = [...held.entries].filter(([, entry]) => endedBefore(entry, now - DAY));
  if (ended.length === 0 && held.gone.size === 0) return held;
  const entries = new Map(held.entries);
  for (const [key] of ended) entries.delete(key);
  return { ...held, entries, gone: new Map() };
}

function take(entries: Map<string, Entry>, gone: Map<string, number>, entry: Entry): void {
  const key = entryKey(entry);
  const known = entries.get(key)?.version ?? gone.get(key) ?? -1;
  if (entry.version <= known) return;
  if (entry.value === null) {
    entries.delete(key);
    gone.set(key, entry.version);
  } else {
    gone.delete(key);
    entries.set(key, entry);
  }
}

function newerThan(held: Holdings, version: number): Holdings {
  return {
    ...held,
    entries: new Map([...held.entries].filter(([, entry]) => entry.version > version)),
    gone: new Map([...held.gone].filter(([, leaving]) => leaving > version)),
  };
}

function newest(held: Holdings): number {
  let highest = 0;
  for (const entry of held.entries.values()) highest = Math.max(highest, entry.version);
  for (const leaving of held.gone.values()) highest = Math.max(highest, leaving);
  return highest;
}

function endedBefore(entry: Entry, instant: number): boolean {
  const end = endOf(entry);
  return end !== null && end < instant;
}
