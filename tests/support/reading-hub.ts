/** A hub that reads a job site of somebody else's, for two centres: one in Leeds, one in Cardiff. */
import type { Input } from "#shared/contract.ts";
import type { AnyItem, Item } from "#shared/item.ts";
import type { Run, Source, SourceSeen } from "#shared/sources/schema.ts";
import type { Row } from "#shared/vacancies/inbox.ts";
import { centre } from "./drafts.ts";
import type { Fresh } from "./databases.ts";
import { type RunningHub, startHub } from "./hub.ts";
import { type Advert, type JobSite, openJobSite, teachingVacanciesPage } from "./job-site.ts";

export const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 24, 9);
const LEEDS = { lat: 53.798, lon: -1.508 };
const CARDIFF = { lat: 51.481, lon: -3.18, nation: "wales", languages: ["cy", "en"] } as const;

export interface ReadingHub {
  readonly running: RunningHub;
  readonly site: JobSite;
  /** What the hub takes for now. */
  now(): number;
  pass(milliseconds: number): void;
  /** Back to the beginning, with nothing asked yet. */
  again(): void;
  /** A source that is read only when a test says so, for it is paused. */
  add(more?: Partial<Source>, key?: string): Promise<string>;
  read(id: string): Promise<Run>;
  seen(id: string): Promise<SourceSeen>;
  /** The site has these adverts from now on. */
  offers(adverts: readonly Advert[], perPage?: number): void;
  /** Of one employer: every test has its own, for all share an inbox. */
  titles(employer: string, slug?: string): Promise<readonly (string | undefined)[]>;
  idOf(employer: string, slug?: string): Promise<string>;
  find(id: string): Promise<Item<"vacancy">>;
  close(): Promise<void>;
}

export const SOURCE: Source = {
  name: "Teaching Vacancies", url: "https://jobs.example.org/api/v1/jobs.json", format: null, everyMinutes: 60, mostPages: 50,
  paused: true, employer: null, record: null, fields: {}, to: { centres: ["leeds"] },
}; // prettier-ignore

export async function openReadingHub(fresh: () => Promise<Fresh>): Promise<ReadingHub> {
  let now = START;
  let added = 0;
  const database = await fresh();
  const site = await openJobSite();
  const env = { SIGNPOST_ALLOW_PRIVATE: site.host };
  const running = await startHub({ databaseUrl: database.url, now: () => now, env });
  for (const one of [centre("leeds", LEEDS), centre("cardiff", { ...CARDIFF, languages: ["cy", "en"] })])
    await running.done("saveCentre", { centre: one, over: null });

  async function inbox(slug: string): Promise<readonly Row[]> {
    const page = await running.done("inbox", { tab: "new", centres: [slug], after: null, limit: 200 });
    return (page as { rows: readonly Row[] }).rows;
  }
  return {
    running,
    site,
    now: () => now,
    pass: (milliseconds) => void (now += milliseconds),
    again() {
      now = START;
      site.asked.length = 0;
    },
    async add(more = {}, key) {
      added += 1;
      const url = `${site.url}/api/v1/jobs.json?of=${added}`;
      const source = { ...SOURCE, name: `Source ${added}`, url, ...more };
      const input: Input<"saveSource"> = { source, over: null, ...(key === undefined ? {} : { key }) };
      return ((await running.done("saveSource", input)) as { id: string }).id;
    },
    read: async (id) => running.done("readSource", { id }),
    async seen(id) {
      const { sources } = (await running.done("listSources", {})) as { sources: readonly SourceSeen[] };
      return sources.find((source) => source.id === id)!;
    },
    offers: (adverts, perPage = 100) =>
      site.answers(({ search }) =>
        teachingVacanciesPage(site.url, adverts, Number(search.get("page") ?? 1), perPage),
      ),
    async titles(employer, slug = "leeds") {
      const rows = (await inbox(slug)).filter(({ body }) => body.employer === employer);
      return rows.map(({ body }) => body.title.words[body.title.original]).toSorted();
    },
    idOf: async (employer, slug = "leeds") =>
      (await inbox(slug)).find(({ body }) => body.employer === employer)!.id,
    find: async (id) => (await running.done("findItem", { id })) as AnyItem as Item<"vacancy">,
    async close() {
      await running.stop();
      await site.close();
      await database.close();
    },
  };
}
