/** Jobs near here: over all the centre's vacancies, by touching what one needs, or by a word. */
import { useEffect, useState } from "preact/hooks";
import { jobById, type Job } from "#kiosk/live/offered.ts";
import { Chip } from "#kiosk/ui/touch/Chip.tsx";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import type { Place } from "#kiosk/ui/touch/visit.ts";
import { Filters } from "./Filters.tsx";
import { JobRow } from "./JobRow.tsx";
import { NoJobs } from "./NoJobs.tsx";
import { CHIPS, FIRST, NOTHING_ASKED, type Asked } from "./search/choices.ts";
import type { Answer } from "./search/finder.ts";
import { search } from "./search/search.ts";
import { chipWords, orderWords } from "./sayings.ts";
import { Suggestions, WordField } from "./WordField.tsx";

/** What was asked on this page, for whoever comes back to it; goes with the visit. */
const asks = new WeakMap<Place, Asked>();

export function JobsPage({ place }: { place: Place }) {
  const { speech, offered } = useKiosk();
  const [asked, setAsked] = useState(() => asks.get(place) ?? NOTHING_ASKED);
  const [open, setOpen] = useState<"keys" | "filters" | null>(null);
  const answer = useAnswer(asked);
  const set = (part: Partial<Asked>) => {
    const next = { ...asked, most: FIRST, ...part };
    asks.set(place, next);
    setAsked(next);
  };
  const most = open === "keys" ? BESIDE_KEYS : asked.most;
  const jobs = answer ? jobsOf(answer.ids.slice(0, most), offered.jobs) : null;
  return (
    <Page
      title={speech.t("door.jobs")}
      aside={
        <WordField
          words={asked.words}
          open={open === "keys"}
          type={(words) => set({ words })}
          toggle={(keys) => setOpen(keys ? "keys" : null)}
        />
      }
    >
      {answer && (
        <Suggestions ids={answer.suggestions} missed={answer.missed} choose={(words) => set({ words })} />
      )}
      <div class="chips" data-group>
        {CHIPS.filter((chip) => asked.chips.includes(chip) || (answer?.counts.chips[chip] ?? 1) > 0).map(
          (chip) => (
            <Chip
              key={chip}
              words={chipWords(speech, chip)}
              on={asked.chips.includes(chip)}
              count={answer?.counts.chips[chip] ?? null}
              act={() => set({ chips: toggled(asked.chips, chip) })}
            />
          ),
        )}
        <button
          type="button"
          class="chip chip-filters"
          aria-expanded={open === "filters"}
          aria-pressed={asked.sector !== null || asked.pay !== null || asked.far !== null}
          onClick={() => setOpen("filters")}
        >
          <Pic name="sliders" />
          <span>{speech.t("jobs.filters")}</span>
        </button>
      </div>
      {jobs && answer && (
        <>
          <p class="found" role="status">
            <span data-read>
              {speech.n("jobs.found", answer.total)}
              {answer.total > 1 && ` · ${orderWords(speech, asked)}`}
            </span>
          </p>
          {answer.total === 0 && <NoJobs asked={asked} any={offered.jobs.length > 0} set={set} />}
          <ul class="rows" data-group>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ul>
          {answer.total > jobs.length && (
            <button
              type="button"
              class="big more-jobs"
              onClick={() => (open === "keys" ? setOpen(null) : set({ most: asked.most + FIRST }))}
            >
              <Pic name="down" />
              <span>{speech.n("jobs.show", answer.total - jobs.length)}</span>
            </button>
          )}
          <LearnButton />
        </>
      )}
      {open === "filters" && answer && (
        <Filters asked={asked} answer={answer} set={set} close={() => setOpen(null)} />
      )}
    </Page>
  );
}

/** The worker's answer to the newest question; the one before stays until it comes. */
function useAnswer(asked: Asked): Answer | null {
  const { offered, speech, count } = useKiosk();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    search().stock(offered);
    search().speak(speech.language);
    let gone = false;
    void search()
      .ask(asked)
      .then((next) => next && !gone && setAnswer(next));
    return () => {
      gone = true;
    };
  }, [asked, offered.jobs, speech.language]);
  useEffect(() => {
    if (asked.words.trim() === "" && asked.chips.length === 0) return;
    const timer = setTimeout(() => count("search"), RESTED);
    return () => clearTimeout(timer);
  }, [asked]);
  return answer;
}

/** So many rows are seen above the keys; drawing more would make every key wait. */
const BESIDE_KEYS = 5;
/** A search counts once its words have rested, so that no keystroke does. */
const RESTED = 2_000;

function jobsOf(ids: readonly string[], jobs: readonly Job[]): readonly Job[] {
  return ids.flatMap((id) => jobById(jobs, id) ?? []);
}

function toggled<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
}

function LearnButton() {
  const { speech, go } = useKiosk();
  return (
    <button type="button" class="question-button learn-button" onClick={() => go({ page: "learn" })}>
      <Pic name="learn" />
      <b>{speech.t("jobs.learn")}</b>
    </button>
  );
}
