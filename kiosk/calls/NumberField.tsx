/** The number as it is typed, in the groups in which people read it, and whether it can be rung. */
import type { NumberFault } from "#shared/calls/number.ts";
import { hasOwnKeyboard } from "#kiosk/ui/touch/own-keys.ts";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import type { Rules } from "./numbers.ts";
import { type CallWord, useWords } from "./words.ts";

interface Props {
  readonly number: string;
  readonly rules: Rules | null;
  readonly state: NumberFault | "right" | "typing";
  /** Others stand behind her: what she does not type just now is hidden. */
  readonly masked: boolean;
  type(number: string): void;
  open(): void;
}

const FAULTS: Readonly<Record<NumberFault, CallWord>> = {
  "number-needed": "number-none",
  "number-too-short": "number.too-short",
  "number-too-long": "number.too-long",
  "number-unknown": "number.unknown",
  "number-emergency": "number.emergency",
  "number-costs": "number.costs",
  "number-takes-no-text": "number.takes-no-text",
};

export function NumberField({ number, rules, state, masked, type, open }: Props) {
  const t = useWords();
  const groups = (masked ? rules?.maskNumber(number) : rules?.groupDigits(number)) ?? number;
  const isWrong = state !== "right" && state !== "typing";
  return (
    <>
      <div class={`call-number ${isWrong ? "wrong" : ""}`}>
        <input
          type="text"
          inputMode={hasOwnKeyboard() ? "tel" : "none"}
          dir="ltr"
          value={groups}
          autoComplete="off"
          spellcheck={false}
          readOnly={masked}
          aria-label={t("number")}
          aria-invalid={isWrong}
          placeholder="07…"
          onFocus={open}
          onInput={(event) => type(event.currentTarget.value)}
        />
        {state === "right" && (
          <span class="right" data-read>
            <Pic name="right" />
            {t("number-right")}
          </span>
        )}
      </div>
      <p class={isWrong ? "call-wrong" : "hint"} role="status" data-read>
        {isWrong ? t(FAULTS[state]) : t("number-abroad")}
      </p>
    </>
  );
}
