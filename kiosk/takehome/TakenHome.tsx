/** What goes to the printer: one A5 page of the things themselves, with the code that opens them. */
import type { ComponentType } from "preact";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { PhoneCode } from "#kiosk/ui/touch/PhoneCode.tsx";
import { SaidText } from "#kiosk/ui/touch/Said.tsx";
import type { Keepable } from "#kiosk/ui/touch/visit.ts";
import { dateWords } from "#kiosk/language/dates.ts";
import type { Thing } from "./things.ts";

/** What each kind says of itself on paper: in full where it stands alone, in a few lines on a list. */
export type Sheets = Readonly<Record<Keepable["kind"], ComponentType<{ id: string; alone: boolean }>>>;

interface Props {
  readonly things: readonly Thing[];
  readonly address: string | null;
  readonly sheets: Sheets;
}

export function Paper({ things, address, sheets }: Props) {
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
      {things.map(({ item, title }) => {
        const Sheet = sheets[item.kind];
        return (
          <article key={`${item.kind} ${item.id}`}>
            <h1>
              <SaidText text={title} />
            </h1>
            <Sheet id={item.id} alone={things.length === 1} />
          </article>
        );
      })}
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
