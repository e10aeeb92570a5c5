/** Hands on the glass of a kiosk: real touches, as many at once as Chromium takes, at places that are the same every time. */
import type { Locator, Page } from "playwright";

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

/**
 * Fingers that the browser itself makes long presses and pinches of: a mouse that it is told to take for them. (Of
 * touches that are dispatched to it, Chromium on Linux makes taps and swipes alone.)
 */
export async function heldFingersOn(page: Page) {
  const glass = await page.context().newCDPSession(page);
  await glass.send("Emulation.setEmitTouchEventsForMouse", { enabled: true, configuration: "mobile" });
  await page.evaluate(noteGestures);
  // Chromium answers only once it knows what becomes of the touch.
  const mouse = (type: "mousePressed" | "mouseMoved" | "mouseReleased", x: number, y: number, shift = false) =>
    void glass
      .send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, modifiers: shift ? SHIFT : 0 })
      .catch(() => undefined); // prettier-ignore
  const lifted = () => page.waitForFunction(() => document.documentElement.dataset["lifted"] === "yes");
  return {
    /** Lies on it until the browser takes that for a long press; says what came of it that should not. */
    async hold(what: Locator): Promise<readonly string[]> {
      await what.waitFor();
      const { x, y, width, height } = (await what.boundingBox())!;
      const place = [x + Math.min(width / 2, 60), y + height / 2] as const;
      await page.evaluate(() => {
        delete document.documentElement.dataset["held"];
        delete document.documentElement.dataset["lifted"];
      });
      mouse("mousePressed", ...place);
      await page.waitForFunction(() => document.documentElement.dataset["held"] !== undefined);
      mouse("mouseReleased", ...place);
      await lifted();
      await drawn(page);
      return page.evaluate(whatCameOfIt);
    },
    /** Two fingers move apart round the middle of the glass. */
    async pinch(): Promise<void> {
      const { width, height } = page.viewportSize()!;
      await page.evaluate(() => delete document.documentElement.dataset["lifted"]);
      mouse("mouseMoved", width / 2, height / 3, true);
      mouse("mousePressed", width / 2, height / 3, true);
      for (let step = 1; step <= 10; step += 1) mouse("mouseMoved", width / 2, height / 3 - step * 20, true);
      mouse("mouseReleased", width / 2, height / 3 - 200, true);
      await lifted();
      await drawn(page);
    },
    /** The next fingers are dispatched as touches again. */
    stop: () => glass.send("Emulation.setEmitTouchEventsForMouse", { enabled: false }),
  };
}

/** Of Chromium's protocol. */
const SHIFT = 8;

/** Runs in the page, after what guards it: notes a long press, what the page lets come of it, and the finger's end. */
function noteGestures(): void {
  const { dataset } = document.documentElement;
  for (const name of ["contextmenu", "dragstart"])
    addEventListener(name, (event) => (dataset["held"] = event.defaultPrevented ? "nothing" : name), true);
  for (const name of ["touchend", "touchcancel"])
    addEventListener(name, () => (dataset["lifted"] = "yes"), true);
}

/** Runs in the page: a menu or a drag that was let through, and what is selected. */
function whatCameOfIt(): readonly string[] {
  const { held } = document.documentElement.dataset;
  const field = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  const inField = field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) ?? "";
  return [held === "nothing" ? "" : (held ?? ""), String(getSelection()), inField].filter(
    (one) => one !== "",
  );
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
