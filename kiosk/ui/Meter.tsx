/** How loud somebody is now, as a bar; drawn without the page's leave, thirty times a second. */
import { useEffect, useRef } from "preact/hooks";

const EVERY = 33;

export function Meter({ words, level }: { readonly words: string; level(): number }) {
  const bar = useRef<HTMLElement>(null);
  const now = useRef(level);
  now.current = level;
  useEffect(() => {
    const timer = setInterval(() => {
      if (bar.current) bar.current.style.transform = `scaleX(${now.current().toFixed(2)})`;
    }, EVERY);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="meter">
      <span>{words}</span>
      <i aria-hidden="true">
        <i ref={bar} />
      </i>
    </div>
  );
}
