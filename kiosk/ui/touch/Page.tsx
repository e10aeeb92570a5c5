/** The frame of a page that is touched: the way back, its name, what it holds, and its main actions below. */
import type { ComponentChildren } from "preact";
import { useKiosk } from "./kiosk.ts";
import { Pic } from "./Pic.tsx";
import { Scroller } from "./Scroller.tsx";

interface Props {
  readonly title: ComponentChildren;
  /** Beside the title, such as a closing day. */
  readonly aside?: ComponentChildren;
  /** Always in view at the foot of the page. */
  readonly actions?: ComponentChildren;
  /** A long title stands below the way back, not beside it. */
  readonly shape?: "list" | "detail";
  /** What is printed instead of the page. */
  readonly paper?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Page({ title, aside, actions, shape = "list", paper, children }: Props) {
  const { speech, back } = useKiosk();
  const heading = <h1 data-read>{title}</h1>;
  return (
    <>
      <main class={`page page-${shape}`} id="main">
        <header class="page-head" data-group>
          <button type="button" class="square" onClick={back} aria-label={speech.t("back")}>
            <Pic name="arrow" />
          </button>
          {shape === "list" && heading}
          {aside}
        </header>
        <Scroller>
          {shape === "detail" && heading}
          {children}
        </Scroller>
        {actions && (
          <div class="actions" data-group>
            {actions}
          </div>
        )}
      </main>
      {paper}
    </>
  );
}
