/** A state in a word; its colour only underlines it. */
import type { ComponentChildren } from "preact";

export type Tone = "good" | "plain" | "warn" | "bad" | "talk";

export function Tag({
  tone = "plain",
  children,
}: {
  readonly tone?: Tone;
  readonly children: ComponentChildren;
}) {
  return <span class={`tag ${tone}`}>{children}</span>;
}
