/** The commands about vacancies and where they run. */
import type { Centre } from "#shared/centres/schema.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { vacancyCommands } from "#shared/vacancies/commands.ts";
import type { Inbox } from "#shared/vacancies/inbox.ts";
import type { Input } from "#shared/contract.ts";
import type { Reading } from "#server/db/open.ts";
import type { Acting, Handlers } from "#server/live/door.ts";
import { closeVacancy, reopenVacancy } from "./close.ts";
import { countAll } from "./counts.ts";
import { decide, placeOrPropose } from "./decide.ts";
import { listNotes, removeNote, saveNote } from "./employers.ts";
import { findVacancy } from "./full.ts";
import { importVacancies } from "./import.ts";
import { findAsking, findHits } from "./inbox.ts";
import { allCentres } from "./offer.ts";
import { orderTen } from "./order.ts";
import { answerProposal, propose } from "./propose.ts";
import { rowsOf } from "./rows.ts";
import { listRoutes, removeRoute, saveRoute } from "./routes.ts";
import { type AdultWage, fillTen, glance, theTen } from "./ten.ts";
import { type Understand, writeVacancy } from "./write.ts";

export interface VacancyNeeds {
  /** The adult minimum wage at an instant. */
  readonly wage: AdultWage;
  /** Reads what a person writes as a source's words are read. */
  readonly understand: Understand;
}

export function vacancyHandlers({
  wage,
  understand,
}: VacancyNeeds): Pick<Handlers, keyof typeof vacancyCommands> {
  return {
    placeVacancy: (tx, decision, act) => placeOrPropose(tx, decision, act),
    orderTen: (tx, { centre, vacancies }, act) => orderTen(tx, centre, vacancies, act),
    importVacancies: (tx, input, act) => importVacancies(tx, input, act),
    inbox: (db, input, act) => inbox(db, input, act),
    findVacancy: async (db, { id }, act) => findVacancy(db, id, await ownSlugs(db, act), act.now),
    decideVacancies: (tx, { decisions }, act) => decide(tx, decisions, act),
    proposeVacancy: (tx, input, act) => propose(tx, input, act),
    answerProposal: (tx, input, act) => answerProposal(tx, input, act),
    writeVacancy: (tx, input, act) => writeVacancy(tx, input, understand, act),
    closeVacancy: (tx, input, act) => closeVacancy(tx, input, act),
    reopenVacancy: (tx, input, act) => reopenVacancy(tx, input, act),
    myCentres: async (db, _input, act) => done(await glance(db, await ownCentres(db, act), act.now)),
    theTen: (db, { centre }, { now }) => theTen(db, centre, wage, now),
    fillTen: (db, { centre }, { now }) => fillTen(db, centre, wage, now),
    listEmployerNotes: async (db) => done(await listNotes(db)),
    saveEmployerNote: (tx, input, act) => saveNote(tx, input, act),
    removeEmployerNote: (tx, input) => removeNote(tx, input),
    listRoutes: async (db, { centre }) => done(await listRoutes(db, centre)),
    saveRoute: (tx, input, act) => saveRoute(tx, input, act),
    removeRoute: (tx, input, act) => removeRoute(tx, input, act),
  };
}

async function ownCentres(db: Reading, { centres }: Acting): Promise<readonly Centre[]> {
  const all = await allCentres(db);
  return centres === "all" ? all : all.filter(({ slug }) => centres.includes(slug));
}

async function ownSlugs(db: Reading, act: Acting): Promise<readonly string[]> {
  return (await ownCentres(db, act)).map(({ slug }) => slug);
}

/** Refused: `not-your-centre`. */
async function inbox(db: Reading, input: Input<"inbox">, act: Acting): Promise<Result<Inbox>> {
  const own = await ownSlugs(db, act);
  const stray = input.centres.find((slug) => !own.includes(slug));
  if (stray !== undefined) return refused("not-your-centre", { centre: stray });
  const centres = input.centres.length > 0 ? input.centres : own;
  const [page, counts] = await Promise.all([
    pageOf(db, input, centres, act.now),
    countAll(db, centres, act.now),
  ]);
  return done({ ...page, counts });
}

async function pageOf(
  db: Reading,
  { tab, after, limit }: Input<"inbox">,
  centres: readonly string[],
  now: number,
): Promise<Pick<Inbox, "rows" | "next">> {
  const [hits, asking] = await Promise.all([
    findHits(db, tab, centres, after, limit, now),
    tab === "new" && after === null ? findAsking(db, centres, now) : [],
  ]);
  const ids = new Set([...asking, ...hits].map(({ vacancy }) => vacancy));
  const last = hits.length === limit ? hits.at(-1) : undefined;
  return {
    rows: await rowsOf(db, [...ids], centres, now),
    next: last ? { since: last.since, vacancy: last.vacancy } : null,
  };
}
