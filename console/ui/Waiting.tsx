/** What stands where the hub's answer will be: nothing yet, the reason why not, or the answer. */
import type { ComponentChildren } from "preact";
import { refusalWords } from "../language/refusals.ts";
import type { Held } from "../live/collection.ts";
import words from "../../content/translations/console.en.json";

interface Props<T> {
  readonly for: Held<T>;
  children(value: T): ComponentChildren;
}

export function Waiting<T>({ for: held, children }: Props<T>) {
  if (held.state === "loading") return <p class="soft" aria-busy="true">{words.loading}</p>; // prettier-ignore
  if (held.state === "here") return <>{children(held.value)}</>;
  return (
    <>
      <p class="notice bad" role="alert">
        {refusalWords(held.refusal)}
      </p>
      {held.value === null ? null : children(held.value)}
    </>
  );
}

/** Why something could not be done; it is read out when it appears. */
export function Refused({ refusal }: { readonly refusal: { readonly code: string } | null }) {
  return (
    <div role="alert">{refusal === null ? null : <p class="notice bad">{refusalWords(refusal)}</p>}</div>
  );
}
