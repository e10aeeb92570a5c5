/** Nothing is typed for this way, so three numbers are touched first: no child rings by chance. */
import { useState } from "preact/hooks";
import type { Way } from "#shared/calls/call.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Keypad } from "./Keypad.tsx";
import { type Asking, Lead, Safe, Steps } from "./parts.tsx";
import { useSending } from "./request.ts";
import { SendButton, Trouble } from "./Sending.tsx";
import { useWords } from "./words.ts";

const COUNT = 3;

/** Three digits, no two of them the same: one finger drumming on one key finds none of them. */
function threeDigits(): string {
  const left = [..."123456789"];
  const turns = crypto.getRandomValues(new Uint32Array(COUNT));
  return Array.from(turns, (turn) => left.splice(turn % left.length, 1)[0]).join("");
}

export function SurePage(props: Asking & { readonly way: Way }) {
  const { way, topic, about } = props;
  const { go } = useKiosk();
  const t = useWords();
  const [wanted, want] = useState(threeDigits);
  const [touched, touch] = useState("");
  const [missed, miss] = useState(false);
  const sending = useSending(props, way);
  const sure = touched === wanted;

  function press(key: string): void {
    if (sure) return;
    const next = touched + key;
    miss(!wanted.startsWith(next));
    if (wanted.startsWith(next)) return touch(next);
    touch("");
    want(threeDigits());
  }
  function act(): void {
    if (!sure) return;
    if (way === "voice")
      go({ page: "call", ...(about ? { about } : {}), call: { step: "talk", topic, way } });
    else void sending.send();
  }

  return (
    <Page
      title={t("sure")}
      shape="detail"
      aside={<Steps at={3} />}
      actions={<SendButton way={way} sending={sending} disabled={!sure} act={act} />}
    >
      <div class="call-form">
        <div class="call-said">
          <Lead asking={props} way={way} />
          {way === "voice" && (
            <p class="call-word" data-read>
              {t("voice.room")} {t("voice.not-kept")}
            </p>
          )}
          <p class="call-three" dir="ltr" data-read>
            {[...wanted].map((digit, at) => (
              <b key={digit} class={at < touched.length ? "right" : ""}>
                {digit}
              </b>
            ))}
          </p>
          <p class="hint" role="status" data-read>
            {t(missed ? "sure-wrong" : "sure-why")}
          </p>
          <Trouble sending={sending} />
        </div>
        <div class="call-keys">
          <Keypad press={press} wipe={() => touch(touched.slice(0, -1))} />
        </div>
        <div class="call-rest">
          <Safe words={t("keep-handset")} />
        </div>
      </div>
    </Page>
  );
}
