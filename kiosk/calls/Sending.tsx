/** The one button that asks, and what it says where that did not work. */
import type { Way } from "#shared/calls/call.ts";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import type { Sending } from "./request.ts";
import { NoLine } from "./NoLine.tsx";
import { type CallWord, useWords } from "./words.ts";

const WORDS: Readonly<Record<Way, CallWord>> = {
  ring: "send",
  text: "send-text",
  handset: "send-handset",
  voice: "send-voice",
};

interface Props {
  readonly way: Way;
  readonly sending: Sending;
  readonly disabled?: boolean;
  act(): void;
}

export function SendButton({ way, sending, disabled = false, act }: Props) {
  const t = useWords();
  const isSending = sending.state === "sending";
  return (
    <button type="button" class="action plum call-send" disabled={isSending || disabled} onClick={act}>
      <Pic name={way === "text" ? "text" : way === "voice" ? "microphone" : "ringing"} />
      <b>{t(isSending ? "sending" : WORDS[way])}</b>
    </button>
  );
}

const REFUSALS: Readonly<Record<string, CallWord>> = {
  "calls-not-offered": "refused.calls-not-offered",
  "too-many-calls": "refused.too-many",
  "too-many-for-number": "refused.too-many",
  "number-needed": "number-none",
  "number-too-short": "number.too-short",
  "number-too-long": "number.too-long",
  "number-unknown": "number.unknown",
  "number-emergency": "number.emergency",
  "number-costs": "number.costs",
  "number-takes-no-text": "number.takes-no-text",
};

export function Trouble({ sending: { state } }: { readonly sending: Sending }) {
  const t = useWords();
  if (state === "no-line") return <NoLine />;
  if (typeof state === "string") return null;
  return (
    <p class="call-word" role="alert">
      {t(REFUSALS[state.refused] ?? "refused.other")}
    </p>
  );
}
