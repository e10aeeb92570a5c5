/** Take it home: on one's phone by a code, on paper. */
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Card } from "#kiosk/ui/touch/Card.tsx";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { PhoneCode } from "#kiosk/ui/touch/PhoneCode.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { SaidText } from "#kiosk/ui/touch/Said.tsx";
import type { Place } from "#kiosk/ui/touch/visit.ts";
import { useEffect, useState } from "preact/hooks";
import { Mail, useCanMail } from "./Mail.tsx";
import { TakenHome, type Sheets } from "./TakenHome.tsx";
import { addressOfAll, thingsOf } from "./things.ts";

export function TakePage({ place, sheets }: { place: Place; sheets: Sheets }) {
  const kiosk = useKiosk();
  const { speech, busy, count } = kiosk;
  const canMail = useCanMail();
  const [printed, setPrinted] = useState(false);
  const things = thingsOf(place.items ?? [], kiosk);
  const address = addressOfAll(things, kiosk);
  const [only] = things;
  const about = things.length === 1 ? only?.item.id : undefined;
  useEffect(() => {
    if (address) count("take-home", about);
  }, []);
  const print = () => {
    busy();
    count("print", about);
    setPrinted(true);
    window.print();
  };
  return (
    <Page
      title={speech.t("take.title")}
      paper={<TakenHome things={things} address={address} sheets={sheets} />}
    >
      <ul class="taken">
        {things.map(({ item, title }) => (
          <li key={`${item.kind} ${item.id}`} data-read>
            <SaidText text={title} />
          </li>
        ))}
      </ul>
      <div class="boxes">
        <Card pic="phone" title={speech.t("take.phone")}>
          <p data-read>{speech.t(address ? "take.phone-how" : "take.no-code")}</p>
          {address && <PhoneCode address={address} />}
        </Card>
        <Card pic="print" title={speech.t("take.paper")}>
          <button type="button" class="big primary" onClick={print}>
            <Pic name="print" />
            <span data-read>{speech.t("take.print")}</span>
          </button>
          {printed && <p role="status">{speech.t("take.printing")}</p>}
        </Card>
        {canMail && <Mail items={things.map(({ item }) => item)} />}
      </div>
    </Page>
  );
}
