/** Whether every part of the glass feels a touch: fields that turn green under a finger. */
import say from "./menu-words.json";
import { filled } from "./words.ts";

const FIELDS = 24;
/** Dead glass must not hold anybody: without a touch for so long it ends (ms). */
const PATIENCE = 10_000;

/** Resolves with what came of it. */
export function testTouch(root: HTMLElement): Promise<string> {
  return new Promise((resolve) => {
    const glass = document.createElement("div");
    glass.className = "touch";
    glass.setAttribute("aria-label", say.touchHow);
    for (let n = 0; n < FIELDS; n += 1) glass.append(document.createElement("button"));
    let timer: ReturnType<typeof setTimeout>;
    const felt = (): number => glass.querySelectorAll(".felt").length;
    const end = (): void => {
      clearTimeout(timer);
      glass.remove();
      resolve(felt() === FIELDS ? say.touchDone : filled(say.touchSome, { n: felt(), all: FIELDS }));
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(end, PATIENCE);
    };
    // A finger that slides over the glass counts for every field under it, also for those between two pictures.
    const touched = (event: PointerEvent): void => {
      if (event.type === "pointermove" && event.buttons === 0) return;
      for (const { clientX, clientY } of [...event.getCoalescedEvents(), event]) {
        const under = document.elementFromPoint(clientX, clientY);
        if (under?.parentElement === glass) under.classList.add("felt");
      }
      if (felt() === FIELDS) end();
      else wait();
    };
    glass.addEventListener("pointerdown", touched);
    glass.addEventListener("pointermove", touched);
    root.append(glass);
    wait();
  });
}
