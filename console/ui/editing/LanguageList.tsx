/** The languages of a text in a list; a translation that is older than its original says so. */
import type { Language, Text } from "#shared/languages.ts";
import { sayer } from "../../language/say.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Tag } from "../Tag.tsx";
import { languageName, languagesOf } from "./Words.tsx";

const say = sayer(catalogue);

interface Props {
  readonly texts: readonly (Text | null | undefined)[];
  /** Where other than the texts themselves says which it has. */
  readonly languages?: readonly Language[];
}

export function LanguageList({ texts, languages = languagesOf(texts) }: Props) {
  const older = texts.flatMap((text) => text?.older ?? []);
  return (
    <ul class="language-list">
      {languages.map((language) => (
        <li key={language}>
          {languageName(language)}
          {older.includes(language) ? <Tag tone="warn">{say("older")}</Tag> : null}
        </li>
      ))}
    </ul>
  );
}
