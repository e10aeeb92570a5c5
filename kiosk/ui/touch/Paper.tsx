/** A page for the printer: the centre and the day above, what it is about, and where to ring below. */
import type { ComponentChildren } from "preact";
import { dateWords } from "#kiosk/language/dates.ts";
import { useKiosk } from "./kiosk.ts";
import { PhoneCode } from "./PhoneCode.tsx";
import { SaidText } from "./Said.tsx";

interface Props {
  /** What its code opens, for whoever takes it home on a phone. */
  readonly address?: string | null;
  readonly children: ComponentChildren;
}

export function Paper({ address = null, children }: Props) {
  const { speech, offered } = useKiosk();
  const { centre, today } = offered;
  return (
    <section class="paper">
      <header>
        <b>
          <SaidText text={centre.name} />
        </b>
        {today && <span>{dateWords(speech, today)}</span>}
      </header>
      {children}
      <footer>
        {address && <PhoneCode address={address} />}
        <p>
          {centre.phone && speech.t("adviser.ring", { phone: centre.phone })}
          {address && <bdi class="address">{address.replace(/^https?:\/\//, "")}</bdi>}
        </p>
      </footer>
    </section>
  );
}
