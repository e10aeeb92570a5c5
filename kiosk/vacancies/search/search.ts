/** The page's side of the search: tells the worker which jobs there are, and asks it. */
import { say, type Language } from "#shared/languages.ts";
import type { Job, Offered } from "#kiosk/live/offered.ts";
import { pointOf, wayBetween } from "../way.ts";
import ar from "../../../content/search/ar.json?url";
import bn from "../../../content/search/bn.json?url";
import cy from "../../../content/search/cy.json?url";
import en from "../../../content/search/en.json?url";
import pa from "../../../content/search/pa.json?url";
import pl from "../../../content/search/pl.json?url";
import ro from "../../../content/search/ro.json?url";
import ur from "../../../content/search/ur.json?url";
import { nearnessOf, traitsOf, type Asked, type Found } from "./choices.ts";
import type { Answer } from "./finder.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

export interface Search {
  /** Takes in which jobs there are now; only what has changed goes to the worker. */
  stock(offered: Offered): void;
  speak(language: Language): void;
  /** Resolves with the answer, or with `null` where a later question overtook it. */
  ask(asked: Asked): Promise<Answer | null>;
}

const DICTIONARIES: Readonly<Record<Language, string>> = { en, cy, pl, ro, ur, pa, bn, ar };
/** So many jobs a message, so that no touch waits for their copying. */
const BATCH = 500;
/** Who comes for a job finds paid work before volunteering, however near (minutes). */
const UNPAID = 1000;
/** So much of a description is searched. */
const ABOUT = 240;

let started: Search | null = null;

export function search(): Search {
  return (started ??= start());
}

function start(): Search {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to be named
  const post = (message: ToWorker) => worker.postMessage(message);
  let held: ReadonlyMap<string, number> = new Map();
  let jobs: Offered["jobs"] | null = null;
  let waiting: Promise<void> = Promise.resolve();
  let spoken: Language | null = null;
  let number = 0;
  let answered: (answer: Answer | null) => void = () => {};

  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.number === number) answered(data.answer);
  });

  async function bring(offered: Offered): Promise<void> {
    const now = new Map(offered.jobs.map(({ id, version }) => [id, version]));
    const gone = [...held.keys()].filter((id) => !now.has(id));
    if (gone.length > 0) post({ say: "drop", ids: gone });
    const fresh = offered.jobs.filter(({ id, version }) => held.get(id) !== version);
    held = now;
    for (let from = 0; from < fresh.length; from += BATCH) {
      if (from > 0) await new Promise((resolve) => setTimeout(resolve));
      post({ say: "put", jobs: fresh.slice(from, from + BATCH).map((job) => foundOf(job, offered)) });
    }
  }

  return {
    stock(offered) {
      if (offered.jobs === jobs) return;
      jobs = offered.jobs;
      waiting = waiting.then(() => bring(offered));
    },
    speak(language) {
      if (language === spoken) return;
      spoken = language;
      const dictionaries = [...new Set([en, DICTIONARIES[language]])].map(
        (each) => new URL(each, location.href).href,
      );
      post({ say: "speak", dictionaries });
    },
    async ask(asked) {
      number += 1;
      const mine = number;
      answered(null);
      await waiting;
      if (mine !== number) return null;
      return new Promise((resolve) => {
        answered = resolve;
        post({ say: "ask", number, asked });
      });
    },
  };
}

/** A job as the search knows it. */
function foundOf({ id, version, vacancy, placement }: Job, { centre }: Offered): Found {
  const [first] = vacancy.locations;
  const [from, to] = [pointOf(centre), pointOf(first)];
  const miles = from && to ? wayBetween(from, to).miles : null;
  const { far, minutes, noCar } = nearnessOf(vacancy.remote, placement.travel, miles);
  const description = vacancy.description && say(vacancy.description, "en")?.words;
  return {
    id,
    version,
    title: Object.values(vacancy.title.words).join(" "),
    employer: vacancy.employer ?? "",
    place: vacancy.locations.map(({ text }) => text ?? "").join(" "),
    about: description?.slice(0, ABOUT) ?? "",
    sector: vacancy.sector,
    patterns: vacancy.patterns,
    traits: traitsOf(vacancy, noCar),
    far,
    minutes: vacancy.contract === "volunteer" ? minutes + UNPAID : minutes,
    perHour: vacancy.pay?.perHour ?? 0,
    posted: vacancy.posted === null ? 0 : Date.parse(vacancy.posted),
  };
}
