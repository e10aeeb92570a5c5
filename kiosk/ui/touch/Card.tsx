/** A box of a page with its own heading. */
import type { ComponentChildren } from "preact";
import { Pic, type PicName } from "./Pic.tsx";

interface Props {
  readonly pic: PicName;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export function Card({ pic, title, wide = false, children }: Props) {
  return (
    <section class={`box ${wide ? "wide" : ""}`}>
      <h2>
        <Pic name={pic} />
        <span data-read>{title}</span>
      </h2>
      {children}
    </section>
  );
}
