/** Her number on a big keypad, checked as it is typed; when it suits; and what she may say besides. */
import { useState } from "preact/hooks";
import { type Way, WHENS } from "#shared/calls/call.ts";
import type { NumberFault } from "#shared/calls/number.ts";
import { LANGUAGES } from "#shared/languages.ts";
import { NAMES } from "#kiosk/language/names.ts";
import { Chip } from "#kiosk/ui/touch/Chip.tsx";
import { Keys } from "#kiosk/ui/touch/Keys.tsx";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { hasOwnKeyboard } from "#kiosk/ui/touch/own-keys.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { Keypad } from "./Keypad.tsx";
import { NumberField } from "./NumberField.tsx";
import { useDraft } from "./draft.ts";
import { type Rules, useRules } from "./numbers.ts";
import { type Asking, Lead, Safe, Steps } from "./parts.tsx";
import { useSending } from "./request.ts";
import { SendButton, Trouble } from "./Sending.tsx";
import { useWords } from "./words.ts";

/** Of a number with its country; more than these no phone has. */
const LONGEST = 17;
const LONGEST_NAME = 40;
/** From so many digits on a number that is still wrong is worth a word. */
const WORTH_A_WORD = 11;

type Pane = "number" | "name" | "language";

export function NumberPage(props: Asking & { readonly way: Way }) {
  const { offer, way } = props;
  const { speech, visit } = useKiosk();
  const t = useWords();
  const rules = useRules();
  const [draft, set] = useDraft();
  const [pane, open] = useState<Pane>("number");
  const [pressed, setPressed] = useState(false);
  const sending = useSending(props, way);
  const fault = faultOf(rules, draft.number, way);
  const shown = fault && (pressed || isWorthAWord(draft.number, fault)) ? fault : null;

  function type(number: string): void {
    setPressed(false);
    sending.begin();
    set({ number: number.replaceAll(/(?!^)\+|[^\d+]/g, "").slice(0, LONGEST) });
  }
  function send(): void {
    setPressed(true);
    if (!fault) void sending.send();
  }

  return (
    <Page
      title={t("number")}
      shape="detail"
      aside={<Steps at={3} />}
      actions={<SendButton way={way} sending={sending} act={send} />}
    >
      <div class="call-form">
        <div class="call-said">
          <Lead asking={props} way={way} when={draft.when} />
          <NumberField
            number={draft.number}
            rules={rules}
            state={shown ?? (draft.number !== "" && !fault ? "right" : "typing")}
            masked={pane !== "number"}
            type={type}
            open={() => open("number")}
          />
          <Trouble sending={sending} />
        </div>
        <div class="call-keys">
          {pane === "number" && (
            <Keypad plus press={(key) => type(draft.number + key)} wipe={() => type(draft.number.slice(0, -1))} />
          )}
          {pane === "name" && hasOwnKeyboard() && (
            <input
              class="call-name"
              type="text"
              value={draft.name}
              maxLength={LONGEST_NAME}
              autoComplete="off"
              spellcheck={false}
              aria-label={t("name")}
              placeholder={t("name")}
              onInput={(event) => set({ name: event.currentTarget.value })}
            />
          )}
          {pane === "name" && !hasOwnKeyboard() && (
            <>
              <p class="call-name" aria-label={t("name")}>
                {draft.name || <span>{t("name")}</span>}
              </p>
              <Keys value={draft.name} type={(name) => set({ name: name.slice(0, LONGEST_NAME) })} done={() => open("number")} />
            </>
          )}
          {pane === "language" && (
            <div class="choices" data-group role="group" aria-label={t("language-which")}>
              {LANGUAGES.map((language) => (
                <button
                  type="button"
                  key={language}
                  lang={language}
                  class="choice"
                  aria-pressed={(draft.language ?? speech.language) === language}
                  onClick={() => {
                    set({ language });
                    open("number");
                  }}
                >
                  {NAMES[language]}
                </button>
              ))}
            </div>
          )}
        </div>
        <div class="call-rest">
          <div class="chips" role="group" aria-label={t("when")} data-group>
            {WHENS.map((when) => (
              <Chip key={when} words={t(`when.${when}`)} on={draft.when === when} act={() => set({ when })} />
            ))}
          </div>
          <div class="chips" data-group>
            <Option pic="adviser" words={draft.name || t("name-if")} on={pane === "name"} act={() => open(pane === "name" ? "number" : "name")} />
            <Option pic="languages" words={t("language", { language: NAMES[draft.language ?? visit.language] })} on={pane === "language"} act={() => open(pane === "language" ? "number" : "language")} />
          </div>
          <Safe words={`${t("keep")} ${t.wiped(offer.keptDays)}`} />
        </div>
      </div>
    </Page>
  );
} // prettier-ignore

interface OptionProps {
  readonly pic: "adviser" | "languages";
  readonly words: string;
  readonly on: boolean;
  act(): void;
}

function Option({ pic, words, on, act }: OptionProps) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={act}>
      <Pic name={pic} />
      <bdi>{words}</bdi>
    </button>
  );
}

/** Before the rules are there nothing is said against a number: the hub judges it as well. */
function faultOf(rules: Rules | null, number: string, way: Way): NumberFault | null {
  if (!rules) return number === "" ? "number-needed" : null;
  const checked = rules.checkNumber(number, way === "text");
  return checked.ok ? null : (checked.refusal.code as NumberFault);
}

/** While it is being typed every number is too short. */
function isWorthAWord(number: string, fault: NumberFault): boolean {
  if (fault === "number-needed" || fault === "number-too-short") return false;
  return (
    fault === "number-emergency" ||
    fault === "number-too-long" ||
    number.replace(/\D/g, "").length >= WORTH_A_WORD
  );
}
