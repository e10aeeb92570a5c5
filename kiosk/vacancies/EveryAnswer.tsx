/** All that the search may answer, drawn unseen so that its sounds are made ahead; typed words are not in it. */
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { NoJobs } from "./NoJobs.tsx";
import { NOTHING_ASKED } from "./search/choices.ts";

/** Larger numbers are said only while the hub is heard. */
const MOST = 200;

export function EveryAnswer() {
  const { speech, offered } = useKiosk();
  const most = Math.min(offered.jobs.length, MOST);
  const numbers = Array.from({ length: most + 1 }, (_, n) => n);
  return (
    <>
      {numbers.map((n) => (
        <div key={n}>
          <p data-read>{speech.n("jobs.found", n)}</p>
          <p data-read>{speech.n("jobs.show", n)}</p>
        </div>
      ))}
      <p data-read>{speech.t("jobs.best-fit")}</p>
      <p data-read>{speech.t("jobs.none-word")}</p>
      <NoJobs asked={NOTHING_ASKED} any less={[]} set={() => {}} />
    </>
  );
}
