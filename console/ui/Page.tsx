/** How a page is laid out: its heading, its main part, and beside it what should stay in view. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  readonly title: string;
  /** Buttons that go with the heading. */
  readonly actions?: ComponentChildren;
  /** The right pane: the live board and whatever belongs to it. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Page({ title, actions, aside, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before it is seen: a key that follows at once must not be met by a focus that comes late.
  useLayoutEffect(() => {
    document.title = `${title} – Signpost`;
    // Whoever comes by a link hears where they are.
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div class={aside === undefined ? "page" : "page with-aside"}>
      <main id="main">
        <header class="page-head">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {actions === undefined ? null : <div class="actions">{actions}</div>}
        </header>
        {children}
      </main>
      {aside === undefined ? null : <aside class="pane">{aside}</aside>}
    </div>
  );
}
