/** Words marked with the language they are in, so that they are drawn and read out as what they are. */
import type { Said } from "#shared/languages.ts";
import { directionOf } from "./tongue.ts";

export function Words({ said, class: name }: { said: Said; class?: string }) {
  return (
    <span class={name} lang={said.language} dir={directionOf(said.language)}>
      {said.words}
    </span>
  );
}
