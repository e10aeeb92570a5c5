/** Waits until one's own centres are known: something new begins on the screens of one of them. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { sayer } from "../../language/say.ts";
import { centres } from "../../live/centres.ts";
import catalogue from "../../../content/translations/console.items.en.json";

const say = sayer(catalogue);

export function Known({ children }: { readonly children: ComponentChildren }) {
  useEffect(() => centres.follow(), []);
  if (centres.held.value.state === "loading") return <p class="blank soft">{say("loading")}</p>;
  return <>{children}</>;
}
