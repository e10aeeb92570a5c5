/** Languages in their order: the first is spoken first. */
import { useEffect, useRef } from "preact/hooks";
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { NAMES } from "#kiosk/language/names.ts";
import { wearScripts } from "#kiosk/ui/scripts.ts";
import up from "lucide-static/icons/arrow-up.svg?raw";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.hours.en.json";
import { Group } from "./Field.tsx";
import { Icon } from "./Icon.tsx";

const say = sayer(catalogue);

interface Props {
  readonly legend: string;
  readonly value: readonly Language[];
  onValue(value: Language[]): void;
}

export function LanguagesField({ legend, value, onValue }: Props) {
  const list = useRef<HTMLUListElement>(null);
  // Not every desk has the letters in which a language calls itself.
  useEffect(() => void (list.current && wearScripts(list.current)), []);
  const others = LANGUAGES.filter((language) => !value.includes(language));
  function toggle(language: Language, on: boolean): void {
    const next = on ? [...value, language] : value.filter((one) => one !== language);
    if (next.length > 0) onValue(next);
  }
  function raise(at: number): void {
    const next = [...value];
    next.splice(at - 1, 0, ...next.splice(at, 1));
    onValue(next);
  }
  return (
    <Group legend={legend}>
      <ul class="language-order" ref={list}>
        {[...value, ...others].map((language, at) => (
          <li key={language}>
            <label class="check">
              <input
                type="checkbox"
                checked={value.includes(language)}
                onChange={(event) => toggle(language, event.currentTarget.checked)}
              />
              <span lang={language}>{NAMES[language]}</span>
            </label>
            {at > 0 && at < value.length ? (
              <button
                type="button"
                class="button quiet"
                aria-label={say("earlier", { language: NAMES[language] })}
                onClick={() => raise(at)}
              >
                <Icon of={up} />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </Group>
  );
}
