/** What a way to the hub (a socket, or asking over HTTP) and the screen behind it owe each other. */
import type { Changes } from "#shared/programme.ts";
import type { Beat, Heartbeat, Hello, Welcome } from "#shared/screens/protocol.ts";

export type Whole = Changes & { readonly digest: string };

/** The screen, as a way to the hub sees it. Round trips are in milliseconds. */
export interface Screen {
  /** A hello is about to be said on a way on which changes may overtake its answer. */
  greeting(): void;
  hello(): Hello;
  heartbeat(): Heartbeat;
  welcomed(welcome: Welcome, roundTrip: number): void;
  changed(changes: Changes): void;
  beaten(beat: Beat, roundTrip: number): void;
  revoked(): void;
  /** Anything else that the hub says unasked. */
  told(event: string, data: unknown): void;
  /** The hub is not heard any more, or still not. May be said again and again. */
  lost(): void;
}

/** Intervals in milliseconds; a pair is drawn from at random, so that screens do not march in step. */
export interface Pace {
  /** How long an answer may take, and how long sockets may fail before asking over HTTP. */
  readonly patience: number;
  readonly beat: readonly [number, number];
  readonly ask: readonly [number, number];
  readonly retry: number;
  readonly retryMost: number;
  /** After a refusal that only time can change. */
  readonly rest: readonly [number, number];
}

/** The hub counts a screen offline after 45 s without a word: two beats may be lost. */
export const PACE: Pace = {
  patience: 10_000,
  beat: [15_000, 20_000],
  ask: [16_000, 20_000],
  retry: 1_500,
  retryMost: 25_000,
  rest: [60_000, 90_000],
};

export function between([least, most]: readonly [number, number]): number {
  return least + Math.random() * (most - least);
}
