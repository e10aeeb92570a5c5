/** Sending it to oneself: the address is typed here, used once, and gone with the page. */
import { useEffect, useState } from "preact/hooks";
import { order } from "#kiosk/live/order.ts";
import { Card } from "#kiosk/ui/touch/Card.tsx";
import { Keys } from "#kiosk/ui/touch/Keys.tsx";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { hasOwnKeyboard } from "#kiosk/ui/touch/own-keys.ts";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import type { Keepable } from "#kiosk/ui/touch/visit.ts";

type State = "typing" | "sending" | "sent" | "not-sent" | "wrong";

const LONGEST = 254;
const LOOKS_RIGHT = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const PATIENCE = 30_000;

/** Whether the hub can send: only for a paired kiosk, and only while it is heard. */
export function useCanMail(): boolean {
  const { paired, online } = useKiosk();
  const [can, setCan] = useState(false);
  useEffect(() => {
    if (!paired || !online) return setCan(false);
    void order<{ mail: boolean }>("canMail", {}).then((reply) =>
      setCan(reply?.ok === true && reply.value.mail),
    );
    return undefined;
  }, [paired, online]);
  return can;
}

export function Mail({ items }: { readonly items: readonly Keepable[] }) {
  const { speech, busy, visit } = useKiosk();
  const [address, setAddress] = useState("");
  const [state, setState] = useState<State>("typing");
  const [open, setOpen] = useState(false);

  function type(next: string): void {
    setAddress(next.slice(0, LONGEST));
    setState("typing");
  }
  async function send(): Promise<void> {
    if (!LOOKS_RIGHT.test(address.trim())) return setState("wrong");
    busy();
    setState("sending");
    const letter = { items, language: visit.language, email: address.trim() };
    const sent = (await order("mailHome", letter, PATIENCE))?.ok === true;
    setState(sent ? "sent" : "not-sent");
    if (sent) setAddress("");
    setOpen(false);
  }

  return (
    <Card pic="mail" title={speech.t("take.mail")} wide>
      <p data-read>{speech.t("take.mail-how")}</p>
      <div class="word-field">
        <input
          type="text"
          inputMode={hasOwnKeyboard() ? "email" : "none"}
          value={address}
          maxLength={LONGEST}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          dir="ltr"
          aria-label={speech.t("take.address")}
          placeholder={speech.t("take.address")}
          onFocus={() => setOpen(true)}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </div>
      {open && !hasOwnKeyboard() && <Keys latin value={address} type={type} done={() => setOpen(false)} />}
      <button type="button" class="big primary" disabled={state === "sending"} onClick={() => void send()}>
        <Pic name="mail" />
        <span data-read>{speech.t("take.send")}</span>
      </button>
      <p role="status">
        {state === "wrong" && speech.t("take.wrong-address")}
        {state === "sent" && speech.t("take.sent")}
        {state === "not-sent" && speech.t("take.not-sent")}
      </p>
    </Card>
  );
}
