/**
 * Gives the browser of a TV from 2019 (Chromium 69) what it lacks and our libraries call: Preact 11
 * calls `queueMicrotask` (Chrome 71), Workbox `Promise.allSettled` (Chrome 76). Every entry calls
 * this before anything else. (Nor has it `globalThis`, which came with Chrome 71.)
 */
export function mendOldBrowser(): void {
  if (typeof queueMicrotask !== "function") {
    self.queueMicrotask = (act) => {
      Promise.resolve().then(act).catch(raise);
    };
  }
  if (typeof Promise.allSettled !== "function") {
    Promise.allSettled = <T>(promises: Iterable<T | PromiseLike<T>>) =>
      Promise.all([...promises].map((promise) => settled(promise))) as never;
  }
}

/** As an uncaught error, which is what becomes of one in a microtask. */
function raise(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}

function settled<T>(promise: T | PromiseLike<T>): Promise<PromiseSettledResult<T>> {
  return Promise.resolve(promise).then(
    (value) => ({ status: "fulfilled", value }),
    (reason: unknown) => ({ status: "rejected", reason }),
  );
}
