/** Hands on the glass of a kiosk: real touches, as many at once as Chromium takes, at places that are the same every time. */
import type { Page } from "playwright";

export interface Finger {
  readonly x: number;
  readonly y: number;
  readonly id: number;
  /** A palm is wide. */
  readonly radiusX?: number;
  readonly radiusY?: number;
}

export async function handsOn(page: Page) {
  const glass = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize()!;
  let seed = 20_261_127;
  const random = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: readonly Finger[]) =>
    glass.send("Input.dispatchTouchEvent", { type, touchPoints: [...touchPoints] });
  return {
    finger: (id: number): Finger => ({ x: random(width), y: random(height), id }),
    touch,
    async swipe(from: readonly Finger[], to: readonly Finger[]) {
      await touch("touchStart", from);
      await touch("touchMove", to);
      await touch("touchEnd", []);
    },
  };
}

/** What a touch changes is drawn a frame later: nothing can be said of it before. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** Runs in the page: fourteen fingers beyond the sixteen that Chromium takes from outside, as a driver would tell of them. */
export function fourteenMore(): void {
  for (let pointerId = 101; pointerId <= 114; pointerId += 1) {
    const where = {
      pointerId,
      bubbles: true,
      cancelable: true,
      clientX: pointerId * 7,
      clientY: pointerId * 13,
    };
    const under = document.elementFromPoint(where.clientX, where.clientY)!;
    for (const name of ["pointerdown", "pointerup"]) under.dispatchEvent(new PointerEvent(name, where));
    under.dispatchEvent(new MouseEvent("click", { ...where, detail: 1 }));
  }
}
