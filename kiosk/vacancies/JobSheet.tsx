/** A job on paper. */
import { closingWords } from "#kiosk/language/closing.ts";
import { hostOf } from "#kiosk/ui/hostOf.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Paragraphs } from "#kiosk/ui/touch/Said.tsx";
import { goodToKnow, payLines, placesOf } from "./facts.ts";
import { travelWords } from "./words.ts";

export function JobSheet({ id, alone }: { id: string; alone: boolean }) {
  const { speech, offered } = useKiosk();
  const job = offered.jobs.find((one) => one.id === id);
  if (!job) return null;
  const { vacancy, placement, until } = job;
  const where = [...placesOf(vacancy), placement.travel ? travelWords(speech, placement.travel) : null];
  return (
    <>
      {vacancy.employer && <p>{vacancy.employer}</p>}
      <p>
        <b>{payLines(speech, vacancy).join(" · ")}</b>
      </p>
      <p>{where.filter(Boolean).join(" · ")}</p>
      <p>{goodToKnow(speech, vacancy).join(" · ")}</p>
      {until !== null && <p>{closingWords(speech, until, offered.today)}</p>}
      {alone && vacancy.description && <Paragraphs text={vacancy.description} />}
      {vacancy.apply && <Paragraphs text={vacancy.apply} />}
      {vacancy.applyUrl && <p>{hostOf(vacancy.applyUrl)}</p>}
    </>
  );
}
