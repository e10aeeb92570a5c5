/**
 * Makes the glass hard to break: no menu, no selection, no zoom, no drag, no way out; and a slap of many
 * fingers, or the second tap of a double tap that would land on the next page, touches nothing.
 */

/** A second tap so soon (ms) and so near (px) is the same tap. */
const SAME_TAP = { within: 350, near: 40 };
/** Keys that leave the page or open a tool; what is held with Ctrl, Alt or Meta does the same. */
const WAYS_OUT = /^(F\d+|ContextMenu|BrowserBack|BrowserForward|BrowserHome|PrintScreen)$/;

interface Tap {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly page: string;
}

/** `pageNow` names what is shown, so that quick taps on one page (keys of a keyboard) all count. Returns the stop. */
export function putUpGuardrails(pageNow: () => string): () => void {
  const fingers = new Set<number>();
  let slapped = false;
  let last: Tap | null = null;

  function down(event: PointerEvent): void {
    if (fingers.size === 0) slapped = false;
    fingers.add(event.pointerId);
    if (fingers.size > 1) slapped = true;
  }
  function up(event: PointerEvent): void {
    fingers.delete(event.pointerId);
  }
  function click(event: MouseEvent): void {
    // A key press clicks without a place.
    if (event.detail === 0) return;
    const tap = { at: event.timeStamp, x: event.clientX, y: event.clientY, page: pageNow() };
    const again = last !== null && isSame(last, tap) && last.page !== tap.page;
    if (slapped || again) return refuse(event);
    last = tap;
  }
  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || WAYS_OUT.test(event.key)) event.preventDefault();
  }

  const stops = [
    on("pointerdown", down),
    on("pointerup", up),
    on("pointercancel", up),
    on("click", click),
    on("keydown", key),
    ...(["contextmenu", "dragstart", "selectstart", "gesturestart", "auxclick", "dblclick"] as const).map(
      (name) => on(name, refuse),
    ),
    on("wheel", (event: WheelEvent) => event.ctrlKey && refuse(event)),
    on("touchmove", (event: TouchEvent) => event.touches.length > 1 && refuse(event)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function isSame(one: Tap, other: Tap): boolean {
  return (
    other.at - one.at < SAME_TAP.within &&
    Math.abs(other.x - one.x) < SAME_TAP.near &&
    Math.abs(other.y - one.y) < SAME_TAP.near
  );
}

function refuse(event: globalThis.Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function on<E extends globalThis.Event>(name: string, act: (event: E) => unknown): () => void {
  const listener = act as (event: globalThis.Event) => void;
  addEventListener(name, listener, { capture: true, passive: false });
  return () => removeEventListener(name, listener, { capture: true });
}
