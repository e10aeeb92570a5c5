/** The sheets behind the bar: the language, how it looks, finishing, and the question whether anybody is there. */
import { useEffect } from "preact/hooks";
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { NAMES } from "#kiosk/language/names.ts";
import { directionOf } from "#kiosk/language/tongue.ts";
import type { Saying } from "#kiosk/language/speech.ts";
import { wearScripts } from "#kiosk/ui/scripts.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Pic, type PicName } from "#kiosk/ui/touch/Pic.tsx";
import { Answer, Answers, CloseButton, Sheet } from "#kiosk/ui/touch/Sheet.tsx";
import type { Visit } from "#kiosk/ui/touch/visit.ts";

interface Props {
  close(): void;
}

/** Each language in itself; in Wales Welsh stands first, and English beside it. */
export function LanguageSheet({ close, choose }: Props & { choose(language: Language): void }) {
  const { speech, visit, offered } = useKiosk();
  const own = offered.centre.nation === "wales" ? (["cy", "en"] as const) : [];
  const order = [...new Set<Language>([...own, ...offered.centre.languages, ...LANGUAGES])];
  // Nothing on the page before may have had any of their letters.
  useEffect(() => wearScripts(document.body), []);
  return (
    <Sheet title={speech.t("languages.title")} foot={<CloseButton close={close} />} onClose={close}>
      <div class="choices" data-group>
        {order.map((language) => (
          <button
            type="button"
            key={language}
            lang={language}
            dir={directionOf(language)}
            class="choice"
            aria-pressed={language === visit.language}
            onClick={() => choose(language)}
          >
            {language === visit.language && <Pic name="check" />}
            <span data-read>{NAMES[language]}</span>
          </button>
        ))}
      </div>
    </Sheet>
  );
}

const SIZES: readonly Saying[] = ["size.normal", "size.bigger", "size.biggest"];

interface LookProps extends Props {
  readonly switches: boolean;
  setSwitches(on: boolean): void;
}

export function LookSheet({ close, switches, setSwitches }: LookProps) {
  const { speech, visit, change, go } = useKiosk();
  const set = (part: Partial<Visit>) => change((before) => ({ ...before, ...part }));
  return (
    <Sheet title={speech.t("size.title")} foot={<CloseButton close={close} />} onClose={close}>
      <div class="choices" data-group>
        {SIZES.map((word, size) => (
          <button
            type="button"
            key={word}
            class={`choice size-${size}`}
            aria-pressed={visit.size === size}
            onClick={() => set({ size: size as Visit["size"] })}
          >
            {visit.size === size && <Pic name="check" />}
            <span data-read>{speech.t(word)}</span>
          </button>
        ))}
      </div>
      <div class="choices" data-group>
        <Toggle
          pic="contrast"
          word="look.contrast"
          on={visit.contrast}
          set={(contrast) => set({ contrast })}
        />
        <Toggle pic="still" word="look.still" on={visit.still} set={(still) => set({ still })} />
        <Toggle pic="switches" word="look.switches" on={switches} set={setSwitches} />
        <button
          type="button"
          class="choice"
          onClick={() => {
            close();
            go({ page: "statement" });
          }}
        >
          <Pic name="accessibility" />
          <span data-read>{speech.t("statement.title")}</span>
        </button>
      </div>
      <p class="hint" data-read>
        {speech.t("look.switches-how")}
      </p>
    </Sheet>
  );
}

interface ToggleProps {
  readonly pic: PicName;
  readonly word: Saying;
  readonly on: boolean;
  set(on: boolean): void;
}

function Toggle({ pic, word, on, set }: ToggleProps) {
  const { speech } = useKiosk();
  return (
    <button type="button" class="choice" aria-pressed={on} onClick={() => set(!on)}>
      <Pic name={on ? "check" : pic} />
      <span data-read>{speech.t(word)}</span>
      <b class="state" data-read>
        {speech.t(on ? "on" : "off")}
      </b>
    </button>
  );
}

/** The second touch lies elsewhere than the first, so that a slap does not wipe a list. */
export function DoneSheet({ close, wipe }: Props & { wipe(): void }) {
  const { speech } = useKiosk();
  const answers = (
    <Answers>
      <Answer word="done.yes" primary act={wipe} />
      <Answer word="done.no" act={close} />
    </Answers>
  );
  return (
    <Sheet title={speech.t("done.title")} kind="question" foot={answers} onClose={close}>
      <p data-read>{speech.t("done.text")}</p>
    </Sheet>
  );
}

interface IdleProps {
  readonly left: number;
  /** Reads the question to somebody who has had something read to her; `null` to anyone else. */
  readonly readOut: (() => void) | null;
  stay(): void;
  wipe(): void;
}

export function IdleSheet({ left, readOut, stay, wipe }: IdleProps) {
  const { speech } = useKiosk();
  useEffect(() => readOut?.(), []);
  const answers = (
    <Answers>
      <Answer word="idle.stay" primary act={stay} />
      <Answer word="done.yes" act={wipe} />
    </Answers>
  );
  return (
    <Sheet title={speech.t("idle.title")} kind="question" foot={answers} onClose={stay}>
      <p data-read>{speech.t("idle.text")}</p>
      <p class="countdown" role="timer" aria-live="off">
        {speech.n("idle.seconds", left)}
      </p>
    </Sheet>
  );
}
