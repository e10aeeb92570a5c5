/** Those who wait for something to happen, each for a while at most. */
export interface Waiters {
  /** Resolves at the next wake, or after `patience` milliseconds. */
  wait(patience: number): Promise<void>;
  wake(): void;
}

export function openWaiters(): Waiters {
  const waiting = new Set<() => void>();
  return {
    wait: (patience) =>
      new Promise((resolve) => {
        const timer = setTimeout(stop, patience);
        function stop(): void {
          clearTimeout(timer);
          waiting.delete(stop);
          resolve();
        }
        waiting.add(stop);
      }),
    wake() {
      for (const stop of waiting) stop();
    },
  };
}
