/** What is longer than the glass: it moves under a finger, and in big steps by two buttons. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useKiosk } from "./kiosk.ts";
import { Pic } from "./Pic.tsx";
import { here, type PageName, type Place } from "./visit.ts";

/** Where each place was left, for whoever comes back to it; goes when the visit is wiped. */
const left = new WeakMap<Place, number>();

/** How far a place had been moved when it was left (px). */
export function leftAt(place: Place): number {
  return left.get(place) ?? 0;
}

/** Whether the last of its kind was longer than the glass: the next mostly is as well, and is then laid out only once. */
const longOnes = new Set<PageName>();

/** Of the height that is seen, so that the last line seen is the first one seen next. */
const STEP = 0.8;
/** Less than that to go is the end (px). */
const SLACK = 8;

interface Props {
  /** Over the page: where the page itself was left is none of its business. */
  readonly apart?: boolean;
  readonly children: ComponentChildren;
}

export function Scroller({ apart = false, children }: Props) {
  const { speech, visit } = useKiosk();
  const own = useRef<Place>({ page: "start" });
  const place = apart ? own.current : here(visit);
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(() => ({
    above: leftAt(place) > SLACK,
    below: !apart && longOnes.has(place.page),
  }));

  function look(): void {
    // Drawn unseen, it has no height.
    if (!box.current?.clientHeight) return;
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    left.set(place, scrollTop);
    const above = scrollTop > SLACK;
    const below = scrollTop + clientHeight < scrollHeight - SLACK;
    if (!apart) longOnes[above || below ? "add" : "delete"](place.page);
    setMore((was) => (was.above === above && was.below === below ? was : { above, below }));
  }

  const first = useRef(true);
  useLayoutEffect(() => {
    const at = leftAt(place);
    // What has just been made stands at its top: asking would cost a layout of its own.
    if (!first.current || at > 0) box.current!.scrollTop = at;
    first.current = false;
  }, [place]);
  // Told once the page has been laid out, before it is painted.
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(look);
    watcher.observe(box.current!);
    watcher.observe(box.current!.firstElementChild!);
    return () => watcher.disconnect();
  }, [place]);

  const step = (by: number) =>
    box.current!.scrollBy({
      top: by * STEP * box.current!.clientHeight,
      behavior: document.documentElement.classList.contains("unmoving") ? "auto" : "smooth",
    });
  return (
    <div class="scroller">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div class="scrolled" tabIndex={0} ref={box} onScroll={look}>
        <div class="content">{children}</div>
      </div>
      {(more.above || more.below) && (
        <div class="mover" data-group>
          <button type="button" class="step" disabled={!more.above} onClick={() => step(-1)}>
            <Pic name="up" />
            <span>{speech.t("up")}</span>
          </button>
          <button type="button" class="step" disabled={!more.below} onClick={() => step(1)}>
            <Pic name="down" />
            <span>{speech.t("more")}</span>
          </button>
        </div>
      )}
    </div>
  );
}
