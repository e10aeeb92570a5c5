/** A text in its original and, side by side, in another language; with a mark where that is older. */
import { LANGUAGES, RIGHT_TO_LEFT, type Language, type Text } from "#shared/languages.ts";
import { sayer } from "../../language/say.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { TextArea, TextField } from "../Field.tsx";
import { Tag } from "../Tag.tsx";

const say = sayer(catalogue);

/** Which languages stand side by side. */
export interface Pair {
  readonly original: Language;
  readonly other: Language | null;
}

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly text: Text | null;
  readonly pair: Pair;
  /** The most characters. */
  readonly most: number;
  /** Lines; one where it is left out. */
  readonly rows?: number;
  readonly path: string;
  readonly mistakes: Readonly<Record<string, string>>;
  onText(text: Text | null): void;
}

export function Words({ label, hint, text, pair, most, rows, path, mistakes, onText }: Props) {
  const languages = [pair.original, ...(pair.other ? [pair.other] : [])];
  return (
    <div class={languages.length > 1 ? "words-pair" : "words-one"}>
      {languages.map((language) => {
        const words = text?.words[language] ?? "";
        const isOriginal = language === pair.original;
        const code = mistakes[`${path}.words.${language}`] ?? (isOriginal ? mistakes[path] : undefined);
        const Field = rows === undefined ? TextField : TextArea;
        return (
          <div key={language} class="words-field">
            <Field
              label={
                languages.length > 1
                  ? say("inLanguage", { what: label, language: languageName(language) })
                  : label
              }
              {...(hint !== undefined && isOriginal ? { hint } : {})}
              {...(rows === undefined ? {} : { rows })}
              error={code === undefined ? undefined : mistakeWords(code, words.length, most)}
              value={words}
              lang={language}
              dir={RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr"}
              onValue={(value) => onText(withWords(text, pair.original, language, value))}
            />
            <p class="words-foot">
              {text?.older?.includes(language) ? <Tag tone="warn">{say("older")}</Tag> : null}
              {words.length > most * 0.8 ? (
                <span class="soft">{say("characters", { n: words.length, most })}</span>
              ) : null}
            </p>
          </div>
        );
      })}
    </div>
  );
}

/** A text that may be empty while it is written, and must not be when it is sent. */
export function NeededWords({ onText, ...props }: Omit<Props, "onText"> & { onText(text: Text): void }) {
  return <Words {...props} onText={(text) => onText(text ?? { original: props.pair.original, words: {} })} />;
}

export function mistakeWords(code: string, length = 0, most = 0): string {
  const words: Readonly<Record<string, string>> = catalogue;
  const sentence = words[`mistake_${code}`] ?? words["mistake_other"] ?? code;
  return sentence.replace("{n}", String(length - most)).replace("{most}", String(most));
}

/** A text with these words in one language; none at all is no text. */
function withWords(text: Text | null, original: Language, language: Language, words: string): Text | null {
  const { [language]: _former, ...rest } = text?.words ?? {};
  const next = words === "" ? rest : { ...rest, [language]: words };
  if (Object.keys(next).length === 0) return null;
  return { ...text, original, words: next };
}

/** English names of languages, for those who work with the console. */
export function languageName(language: Language): string {
  return say(`language_${language}`);
}

/** Every language that any of these texts has, in the order of a choice. */
export function languagesOf(texts: readonly (Text | null | undefined)[]): readonly Language[] {
  return LANGUAGES.filter((language) => texts.some((text) => text?.words[language] !== undefined));
}
