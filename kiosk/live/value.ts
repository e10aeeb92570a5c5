/** Values that tell when they change: as much of signals as a screen needs. */

export interface Watchable<T> {
  readonly value: T;
  /** Returns the stop. */
  watch(act: () => void): () => void;
}

export interface Value<T> extends Watchable<T> {
  value: T;
}

export function valued<T>(value: T): Value<T> {
  const acts = new Set<() => void>();
  return {
    get value() {
      return value;
    },
    set value(next) {
      if (next === value) return;
      value = next;
      for (const act of acts) act();
    },
    watch(act) {
      acts.add(act);
      return () => void acts.delete(act);
    },
  };
}

/** Acts at once, and again whenever one of the values changes. Returns the stop. */
export function whenever(values: readonly Watchable<unknown>[], act: () => void): () => void {
  const stops = values.map((each) => each.watch(act));
  act();
  return () => {
    for (const stop of stops) stop();
  };
}
