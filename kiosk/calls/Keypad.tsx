/** A keypad for big fingers, laid out as on a phone. */
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { useWords } from "./words.ts";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

interface Props {
  /** Beside the nought: a plus begins a number from abroad. */
  readonly plus?: boolean;
  press(key: string): void;
  wipe(): void;
}

export function Keypad({ plus = false, press, wipe }: Props) {
  const t = useWords();
  return (
    <div class="keypad" dir="ltr" data-group>
      {DIGITS.map((digit) => (
        <Key key={digit} digit={digit} press={press} />
      ))}
      {plus ? <Key digit="+" press={press} /> : <i />}
      <Key digit="0" press={press} />
      <button type="button" class="key soft" aria-label={t("delete")} onClick={wipe}>
        <Pic name="remove" />
      </button>
    </div>
  );
}

function Key({ digit, press }: { readonly digit: string; press(key: string): void }) {
  return (
    <button type="button" class={digit === "+" ? "key soft" : "key"} onClick={() => press(digit)}>
      {digit}
    </button>
  );
}
