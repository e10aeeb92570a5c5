/** What keeps the device and its panel well through the months: burn-in, sleep of the device, faults. */

/** A picture that stands still for hours marks plasma and OLED panels; a few pixels are not seen. */
const SHIFTS = [[0, 0], [2, 1], [3, -1], [1, -3], [-1, -2], [-3, 0], [-2, 2], [0, 3]] as const; // prettier-ignore
const SHIFT_EVERY = 3 * 60_000;

/** Moves the whole picture a little every few minutes, by thousandths of its height. Returns the stop. */
export function shiftPicture(root: HTMLElement): () => void {
  let turn = 0;
  const timer = setInterval(() => {
    turn = (turn + 1) % SHIFTS.length;
    const [x, y] = SHIFTS[turn]!;
    root.style.transform = `translate(${x / 10}vh, ${y / 10}vh)`;
  }, SHIFT_EVERY);
  return () => clearInterval(timer);
}

/** Keeps the device from dimming or locking its screen where the browser can. Returns the stop. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let stopped = false;

  async function take(): Promise<void> {
    if (!("wakeLock" in navigator) || document.hidden || stopped || lock?.released === false) return;
    lock = await navigator.wakeLock.request("screen").catch(() => null);
    if (stopped) void lock?.release();
  }

  const seen = () => void take();
  document.addEventListener("visibilitychange", seen);
  void take();
  return () => {
    stopped = true;
    document.removeEventListener("visibilitychange", seen);
    void lock?.release();
  };
}

const HOUR = 60 * 60_000;
const LAST_RELOAD = "reloaded";

export interface Recovery {
  readonly fault: () => void;
  readonly stop: () => void;
}

/**
 * Loads the page anew after a fault that nobody foresaw, at most once an hour, and only where that
 * cannot end on the browser's own error page.
 */
export function startRecovery(canReload: () => boolean): Recovery {
  const fault = () => {
    const since = Math.abs(Date.now() - Number(sessionStorage.getItem(LAST_RELOAD)));
    if (since < HOUR || !canReload()) return;
    sessionStorage.setItem(LAST_RELOAD, String(Date.now()));
    location.reload();
  };
  // A picture that does not load, or a box measured twice in a frame, carries no error: no fault.
  const failed = (event: ErrorEvent) => event.error && fault();
  addEventListener("error", failed);
  return { fault, stop: () => removeEventListener("error", failed) };
}
