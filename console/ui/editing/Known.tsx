/** Waits until one's own centres are known: something new begins on the screens of one of them. */
import type { ComponentChildren, ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { sayer } from "../../language/say.ts";
import { centres } from "../../live/centres.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import type { RouteProps } from "../entry.ts";

const say = sayer(catalogue);

function Known({ children }: { readonly children: ComponentChildren }) {
  useEffect(() => centres.follow(), []);
  if (centres.held.value.state === "loading") return <p class="blank soft">{say("loading")}</p>;
  return <>{children}</>;
}

interface Written {
  /** `null`: something new. */
  readonly id: string | null;
}

/** The page on which the item is written that its address names. */
export function editorOf(Writing: ComponentType<Written>): ComponentType<RouteProps> {
  return function Editor({ id }) {
    return (
      <Known>
        <Writing key={id} id={id === undefined || id === "new" ? null : id} />
      </Known>
    );
  };
}
