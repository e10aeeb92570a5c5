/** What somebody has typed and not yet sent, kept in this browser so that nothing is lost; each person has their own. */
import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import { me } from "./visitor.ts";

const PREFIX = "signpost-draft/";

function keyOf(name: string): string {
  return `${PREFIX}${me.value?.id ?? ""}/${name}`;
}

export interface Draft<T> {
  readonly value: T;
  /** Whether it was begun before and found again. */
  readonly found: boolean;
  set(change: T | ((value: T) => T)): void;
  /** It was sent, or is not wanted any more. */
  discard(): void;
}

/**
 * State that outlives the page. `name` says what it is a draft of, such as `notice/new`.
 * A full or forbidden storage keeps it for as long as the page is open.
 */
export function useDraft<T>(name: string, initial: T): Draft<T> {
  const key = keyOf(name);
  const [kept, setKept] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(kept ?? initial);
  // Before the next key: what is typed at once must not be put back.
  useLayoutEffect(() => {
    const before = read<T>(key);
    setKept(before);
    setValue(before ?? initial);
  }, [key]);
  const set = useCallback(
    (change: T | ((value: T) => T)) =>
      setValue((former) => {
        const next = typeof change === "function" ? (change as (value: T) => T)(former) : change;
        write(key, next);
        return next;
      }),
    [key],
  );
  const discard = useCallback(() => {
    remove(key);
    setKept(null);
    setValue(initial);
  }, [key]);
  return { value, found: kept !== null, set, discard };
}

/** Forgets everything that a person had begun. */
export function forgetDrafts(person: string): void {
  try {
    const theirs = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${person}/`));
    for (const key of theirs) localStorage.removeItem(key);
  } catch {
    // Nothing could be kept, so there is nothing to forget.
  }
}

function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It stays on the page.
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // It was never kept.
  }
}
