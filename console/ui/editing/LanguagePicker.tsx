/** Chooses which translation stands beside the original; each says whether it is there, or older. */
import { LANGUAGES, type Text } from "#shared/languages.ts";
import { sayer } from "../../language/say.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { languageName, languagesOf, type Pair } from "./Words.tsx";

const say = sayer(catalogue);

interface Props {
  readonly texts: readonly (Text | null | undefined)[];
  readonly pair: Pair;
  onPair(pair: Pair): void;
}

export function LanguagePicker({ texts, pair, onPair }: Props) {
  const has = languagesOf(texts);
  const older = has.filter((language) => texts.some((text) => text?.older?.includes(language)));
  return (
    <div class="chips languages" role="group" aria-label={say("languages")}>
      <button
        type="button"
        class="chip"
        aria-pressed={pair.other === null}
        onClick={() => onPair({ ...pair, other: null })}
      >
        {languageName(pair.original)}
      </button>
      {LANGUAGES.filter((language) => language !== pair.original).map((language) => (
        <button
          key={language}
          type="button"
          class={`chip ${has.includes(language) ? "" : "absent"}`}
          aria-pressed={pair.other === language}
          onClick={() => onPair({ ...pair, other: language })}
        >
          {has.includes(language) ? "" : "+ "}
          {languageName(language)}
          {older.includes(language) ? <span class="chip-note">{say("older")}</span> : null}
        </button>
      ))}
    </div>
  );
}
