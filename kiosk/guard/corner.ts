/** An installer's way in: five touches of the top left corner in a row. A toddler who finds it meets a PIN. */
import { listen } from "./listen.ts";

const TOUCHES = 5;
/** Of the corner (px), and from the first touch to the last (ms). */
const SIDE = 100;
const WITHIN = 3_000;

export function onCorner(act: () => void): void {
  let touches: number[] = [];
  const touched = (event: PointerEvent): void => {
    if (!event.isTrusted) return;
    const there = event.clientX <= SIDE && event.clientY <= SIDE;
    touches = there ? [...touches, event.timeStamp].slice(-TOUCHES) : [];
    if (touches.length < TOUCHES || event.timeStamp - touches[0]! > WITHIN) return;
    touches = [];
    act();
  };
  listen(window, ["pointerdown"], touched, { capture: true, passive: true });
}
