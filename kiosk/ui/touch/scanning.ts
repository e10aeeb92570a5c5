/**
 * Two switches: one moves on, one chooses. Things that stand together (a row of chips, a list) are one stop;
 * choosing it goes in among them, and past the last of them one is out again.
 */
import { sheetOnTop } from "./Sheet.tsx";

const MARK = "scanned";
const TOUCHABLE = "button:not(:disabled), input";

type Stop = HTMLElement;

export interface Scanning {
  stop(): void;
}

/** The first switch is the space bar, the second is enter. */
export function startScanning(): Scanning {
  /** The group that one is in, `null` among the groups. */
  let inside: HTMLElement | null = null;
  let current: Stop | null = null;

  function stops(): readonly Stop[] {
    const whole: ParentNode = sheetOnTop() ?? document.getElementById("touch") ?? document;
    if (inside?.isConnected) return touchable(inside);
    inside = null;
    const seen = new Set<Stop>();
    for (const one of touchable(whole)) {
      const group = one.closest<HTMLElement>("[data-group]");
      seen.add(group && touchable(group).length > 1 && whole.contains(group) ? group : one);
    }
    return [...seen];
  }

  function mark(stop: Stop | null): void {
    document.querySelector(`.${MARK}`)?.classList.remove(MARK);
    current = stop;
    if (!stop) return;
    stop.classList.add(MARK);
    stop.scrollIntoView({ block: "nearest", behavior: "instant" });
    if (stop.matches(TOUCHABLE)) stop.focus({ preventScroll: true });
  }

  function next(): void {
    const list = stops();
    const at = current ? list.indexOf(current) : -1;
    if (inside && at === list.length - 1) {
      const left = inside;
      inside = null;
      return mark(left);
    }
    mark(list[(at + 1) % list.length] ?? null);
  }

  function choose(): void {
    if (!current?.isConnected || !stops().includes(current)) return next();
    if (current.matches(TOUCHABLE)) return current.click();
    inside = current;
    mark(touchable(inside)[0] ?? null);
  }

  function key(event: KeyboardEvent): void {
    const act = event.key === " " ? next : event.key === "Enter" ? choose : null;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  addEventListener("keydown", key, true);
  next();
  return {
    stop() {
      removeEventListener("keydown", key, true);
      mark(null);
    },
  };
}

function touchable(within: ParentNode): readonly HTMLElement[] {
  const all = [...within.querySelectorAll<HTMLElement>(TOUCHABLE)];
  return all.filter((one) => one.offsetParent !== null || one.closest("dialog[open]"));
}
