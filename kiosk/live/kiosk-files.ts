/** The files of the build that a kiosk has beyond a board's: its page asks the service worker to keep them. */

/** The name of their cache, and the word by which they are asked for. */
export const KIOSK_CACHE = "kiosk";

export function keepKioskFiles(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to be named
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(KIOSK_CACHE));
}
