/** Jobs near here: over all the centre's vacancies, by touching what one needs, or by a word. */
import { useEffect, useRef, useState } from "preact/hooks";
import { jobById, type Job } from "#kiosk/live/offered.ts";
import { Chip } from "#kiosk/ui/touch/Chip.tsx";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { hasOwnKeyboard } from "#kiosk/ui/touch/own-keys.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Rows } from "#kiosk/ui/touch/Rows.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import type { Place } from "#kiosk/ui/touch/visit.ts";
import { Filters } from "./Filters.tsx";
import { JobRow } from "./JobRow.tsx";
import { NoJobs } from "./NoJobs.tsx";
import { CHIPS, FIRST, NOTHING_ASKED, type Asked, type ChipName } from "./search/choices.ts";
import type { Answer } from "./search/finder.ts";
import { search } from "./search/search.ts";
import { chipWords, orderWords } from "./sayings.ts";
import { Suggestions, WordField, WordKeys } from "./WordField.tsx";

/** What was asked on this page, for whoever comes back to it; goes with the visit. */
const asks = new WeakMap<Place, Asked>();

export function JobsPage({ place }: { place: Place }) {
  const { speech, offered } = useKiosk();
  const asked = asks.get(place) ?? NOTHING_ASKED;
  const [open, setOpen] = useState<"keys" | "filters" | null>(null);
  const [answer, ask] = useAnswer(asked);
  const set = (part: Partial<Asked>) => {
    const next = { ...asked, most: FIRST, ...part };
    asks.set(place, next);
    ask(next);
  };
  const besideKeys = open === "keys" && !hasOwnKeyboard();
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
      actions={
        besideKeys && (
          <WordKeys words={asked.words} type={(words) => set({ words })} done={() => setOpen(null)} />
        )
      }
    >
      {answer && (
        <Suggestions ids={answer.suggestions} missed={answer.missed} choose={(words) => set({ words })} />
      )}
      <Choices
        asked={asked}
        answer={answer}
        besideKeys={besideKeys}
        set={set}
        open={() => setOpen("filters")}
      />
      {jobs && answer && (
        <>
          <p class="found" role="status">
            <span data-read>{speech.n("jobs.found", answer.total)}</span>
            {answer.total > 1 && (
              <>
                {" · "}
                <span data-read>{orderWords(speech, asked)}</span>
              </>
            )}
          </p>
          {answer.total === 0 && (
            <NoJobs asked={asked} any={offered.jobs.length > 0} less={answer.less} set={set} />
          )}
          <Rows>
            {jobs.map((job, at) => (
              <JobRow key={at} job={job} />
            ))}
          </Rows>
          {answer.total > jobs.length && (
            <button
              type="button"
              class="big more-jobs"
              onClick={() => (open === "keys" ? setOpen(null) : set({ most: asked.most + FIRST }))}
            >
              <Pic name="down" />
              <span data-read>{speech.n("jobs.show", answer.total - jobs.length)}</span>
            </button>
          )}
          <LearnButton />
        </>
      )}
      {!answer && <p data-coming hidden />}
      {open === "filters" && answer && (
        <Filters asked={asked} answer={answer} set={set} close={() => setOpen(null)} />
      )}
    </Page>
  );
}

interface ChoicesProps {
  readonly asked: Asked;
  readonly answer: Answer | null;
  readonly besideKeys: boolean;
  set(part: Partial<Asked>): void;
  open(): void;
}

/** What one may need of a job. Beside the keys only what has been chosen: there is room for the jobs then. */
function Choices({ asked, answer, besideKeys, set, open }: ChoicesProps) {
  const { speech } = useKiosk();
  const offered = (chip: ChipName) => !besideKeys && (answer?.counts.chips[chip] ?? 1) > 0;
  const chips = CHIPS.filter((chip) => asked.chips.includes(chip) || offered(chip));
  const filtered = asked.sector !== null || asked.pay !== null || asked.far !== null;
  if (besideKeys && chips.length === 0 && !filtered) return null;
  return (
    <div class="chips" data-group>
      {chips.map((chip) => (
        <Chip
          key={chip}
          words={chipWords(speech, chip)}
          on={asked.chips.includes(chip)}
          count={answer?.counts.chips[chip] ?? null}
          act={() => set({ chips: toggled(asked.chips, chip) })}
        />
      ))}
      {(!besideKeys || filtered) && (
        <button
          type="button"
          class="chip chip-filters"
          aria-haspopup="dialog"
          aria-pressed={filtered}
          onClick={open}
        >
          <Pic name="sliders" />
          <span data-read>{speech.t("jobs.filters")}</span>
        </button>
      )}
    </div>
  );
}

/** The worker's answer to the newest question, and how the next is asked; the answer before stays until it comes. */
function useAnswer(asked: Asked): [Answer | null, (asked: Asked) => void] {
  const { offered, speech, count } = useKiosk();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [, drawAsked] = useState<Asked | null>(null);
  const gone = useRef(false);
  const last = useRef(answer);
  last.current = answer;
  // What was asked is drawn with its answer, once; by itself only where that is late.
  const ask = (question: Asked) => {
    const late = setTimeout(() => drawAsked(question), LATE);
    void search()
      .ask(question)
      .then((next) => {
        clearTimeout(late);
        if (next && !gone.current) setAnswer(next);
      });
  };
  useEffect(() => {
    search().stock(offered);
    search().speak(speech.language);
    ask(asked);
  }, [offered.jobs, speech.language]);
  useEffect(() => () => void (gone.current = true), []);
  useEffect(() => {
    if (asked.words.trim() === "" && asked.chips.length === 0) return;
    const timer = setTimeout(() => {
      count("search");
      if (last.current?.missed || last.current?.total === 0) count("search-nothing");
    }, RESTED);
    return () => clearTimeout(timer);
  }, [asked]);
  return [answer, ask];
}

/** An answer takes a tenth of that (ms). */
const LATE = 60;
/** So many rows are seen above the keys; drawing more would make every key wait. */
const BESIDE_KEYS = 4;
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
      <b data-read>{speech.t("jobs.learn")}</b>
    </button>
  );
}
