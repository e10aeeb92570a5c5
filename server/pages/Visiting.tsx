/** Where a centre is, how to ring it and when it is open. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import { addDays } from "#shared/london.ts";
import { dayInWords, openingInWords } from "./dates.ts";
import { dialled } from "./facts.ts";
import { Section } from "./Section.tsx";
import { Said } from "./text.tsx";
import type { Visit } from "./visit.ts";

export function Visiting({ visit, centre }: { readonly visit: Visit; readonly centre: PublicCentre }) {
  const { words } = visit;
  const { address, postcode, phone, opening } = centre;
  const closed = closedSoon(visit, centre);
  if (!address && !postcode && !phone && opening.length === 0 && closed.length === 0) return null;
  return (
    <Section id="visit" icon="pin" title={words("visit.title")}>
      <dl>
        {(address || postcode) && (
          <>
            <dt>{words("visit.address")}</dt>
            <dd>
              {address && <Said text={address} words={words} />}
              {address && postcode && <br />}
              {postcode && <bdi>{postcode}</bdi>}
            </dd>
          </>
        )}
        {phone && <Phone label={words("visit.phone")} phone={phone} />}
        {opening.length > 0 && (
          <>
            <dt>{words("visit.opening")}</dt>
            {openingInWords(words, opening).map(([days, times]) => (
              <dd class="hours">
                <span>{days}</span> <span>{times}</span>
              </dd>
            ))}
          </>
        )}
        {closed.length > 0 && (
          <>
            <dt>{words("visit.closed")}</dt>
            {closed.map((day) => (
              <dd>{day}</dd>
            ))}
          </>
        )}
      </dl>
    </Section>
  );
}

function Phone({ label, phone }: { readonly label: string; readonly phone: string }) {
  const href = dialled(phone);
  const number = <bdi dir="ltr">{phone}</bdi>;
  return (
    <>
      <dt>{label}</dt>
      <dd>{href ? <a href={href}>{number}</a> : number}</dd>
    </>
  );
}

/** How far ahead a closed day is worth saying. */
const DAYS_AHEAD = 35;

function closedSoon({ words, today }: Visit, { closedDays }: PublicCentre): readonly string[] {
  const last = addDays(today, DAYS_AHEAD);
  const soon = closedDays.filter((day) => today <= day && day <= last);
  return soon.toSorted().map((day) => dayInWords(words, day, today));
}
