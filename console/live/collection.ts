/** What the hub was asked, kept up to date while somebody looks at it. */
import { signal, type ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { CommandName, Sent } from "#shared/contract.ts";
import type { Topic } from "#shared/people/protocol.ts";
import type { Refusal } from "#shared/result.ts";
import { onNews, order } from "./client.ts";

export type Held<T> =
  | { readonly state: "loading" }
  | { readonly state: "here"; readonly value: T }
  /** `value` is what was last known, where anything was. */
  | { readonly state: "failed"; readonly refusal: Refusal; readonly value: T | null };

export interface Collection<T> {
  readonly held: ReadonlySignal<Held<T>>;
  /** Asks again; resolves with an answer that was asked for after this call. */
  refresh(): Promise<void>;
  /** Shows a change before the hub has confirmed it; the next answer replaces it. */
  expect(change: (value: T) => T): void;
  /** Keeps it up to date; returns the stop. Those who follow share one answer. */
  follow(): () => void;
}

export interface Asked<Name extends CommandName> {
  readonly command: Name;
  readonly input: Sent<Name>;
  /** The commands and happenings after which the answer may be another one. */
  readonly topics: readonly Topic[];
}

/** News come in bursts: so long after the first the hub is asked once (ms). */
const GATHER = 100;

export function collection<T, Name extends CommandName = CommandName>(asked: Asked<Name>): Collection<T> {
  const held = signal<Held<T>>({ state: "loading" });
  let followers = 0;
  let stop = (): void => {};
  let due: ReturnType<typeof setTimeout> | undefined;
  let asking: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  /** One question at a time: whatever happens before its answer has come is asked about once more, afterwards. */
  function refresh(): Promise<void> {
    if (asking === null) return (asking = ask().finally(() => (asking = null)));
    return (next ??= asking.then(() => {
      next = null;
      return refresh();
    }));
  }

  async function ask(): Promise<void> {
    const result = await order<T, Name>(asked.command, asked.input);
    const before = held.value.state === "loading" ? null : held.value.value;
    held.value = result.ok
      ? { state: "here", value: result.value }
      : { state: "failed", refusal: result.refusal, value: before };
  }
  return {
    held,
    refresh,
    expect(change) {
      if (held.value.state === "here") held.value = { state: "here", value: change(held.value.value) };
    },
    follow() {
      followers += 1;
      if (followers === 1) {
        const stopHearing = onNews(asked.topics, () => {
          due ??= setTimeout(() => {
            due = undefined;
            void refresh();
          }, GATHER);
        });
        stop = () => {
          stopHearing();
          clearTimeout(due);
          due = undefined;
        };
        void refresh();
      }
      return () => {
        followers -= 1;
        if (followers === 0) stop();
      };
    },
  };
}

/** Follows a collection while the component is on the page. */
export function useCollection<T>(one: Collection<T>): Held<T> {
  useEffect(() => one.follow(), [one]);
  return one.held.value;
}

/** A collection of the component's own, made anew when what is asked changes; `null`: nothing is asked yet. */
export function useAsked<T, Name extends CommandName = CommandName>(
  command: Name,
  input: Sent<Name> | null,
  topics: readonly Topic[],
): Held<T> & { readonly collection: Collection<T> } {
  const key = JSON.stringify(input);
  const one = useMemo(
    () => collection<T, Name>({ command, input: JSON.parse(key) as Sent<Name>, topics }),
    [command, key],
  );
  useEffect(() => (input === null ? undefined : one.follow()), [one]);
  return { ...one.held.value, collection: one };
}
