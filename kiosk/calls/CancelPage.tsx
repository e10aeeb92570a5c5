/** Cancelling a request by the reference on her paper: a letter and three digits. */
import { useState } from "preact/hooks";
import { REFERENCE_LETTERS, readReference } from "#shared/calls/reference.ts";
import { order } from "#kiosk/live/order.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { Keypad } from "./Keypad.tsx";
import { useWords } from "./words.ts";

const LENGTH = 4;
type State = "typing" | "sending" | "cancelled" | "none" | "later";

export function CancelPage() {
  const { online } = useKiosk();
  const t = useWords();
  const [typed, type] = useState("");
  const [state, setState] = useState<State>(online ? "typing" : "later");
  const reference = readReference(typed);

  function press(key: string): void {
    setState("typing");
    type((typed + key).slice(0, LENGTH));
  }
  async function cancel(): Promise<void> {
    if (!reference) return;
    setState("sending");
    const answer = await order("cancelCall", { reference });
    if (answer?.ok) type("");
    setState(answer?.ok ? "cancelled" : answer?.refusal.code === "no-such-reference" ? "none" : "later");
  }

  return (
    <Page
      title={t("cancel")}
      shape="detail"
      actions={
        <button type="button" class="action plum call-send" disabled={!reference || state === "sending"} onClick={() => void cancel()}>
          <Pic name="close" />
          <b>{t("cancel-yes")}</b>
        </button>
      }
    >
      <div class="call-form">
        <div class="call-said">
          <p class="lead" data-read>
            {t("cancel-how")}
          </p>
          <p class="call-number call-code" dir="ltr">
            {reference ?? (typed || "\u00a0")}
          </p>
          <p class="call-wrong" role="status" data-read>
            {state === "cancelled" && t("cancelled")}
            {state === "none" && t("cancel-none")}
            {state === "later" && t("cancel-later")}
          </p>
        </div>
        <div class="call-keys">
          {typed === "" ? (
            <div class="keypad letters" dir="ltr" data-group>
              {[...REFERENCE_LETTERS].map((letter) => (
                <button type="button" class="key" key={letter} onClick={() => press(letter)}>
                  {letter}
                </button>
              ))}
            </div>
          ) : (
            <Keypad press={press} wipe={() => type(typed.slice(0, -1))} />
          )}
        </div>
      </div>
    </Page>
  );
} // prettier-ignore
