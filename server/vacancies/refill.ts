/** Where a centre has chosen so: a closed one of the ten gives its place to the next best of search by itself. */
import { sql } from "kysely";
import type { Centre } from "#shared/centres/schema.ts";
import { done } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import type { Database, Writing } from "#server/db/open.ts";
import type { Act } from "#server/items/save.ts";
import { BY_ITSELF } from "#server/itself.ts";
import type { Log } from "#server/log.ts";
import { allCentres } from "./offer.ts";
import { placeVacancy } from "./place.ts";
import { type AdultWage, bestOfSearch } from "./ten.ts";
import { undecide } from "./undecide.ts";

export interface Replaced {
  readonly centre: string;
  readonly closed: string;
  readonly by: string;
}

/** Every free place that has somebody to take it. One hub at a time: on Postgres under a lock that ends with the transaction. */
async function refillAll(
  tx: Writing,
  engine: Database["engine"],
  wage: AdultWage,
  now: number,
): Promise<readonly Replaced[]> {
  if (engine === "postgres") {
    const { rows } = await sql<{
      mine: boolean;
    }>`SELECT pg_try_advisory_xact_lock(${REFILLING}) AS mine`.execute(tx);
    if (!rows[0]?.mine) return [];
  }
  const centres = (await allCentres(tx)).filter(({ curation }) => curation?.refill === "itself");
  const replaced: Replaced[] = [];
  for (const centre of centres) replaced.push(...(await refill(tx, centre, wage, now)));
  return replaced;
}

/** Any number that nothing else here locks by. */
const REFILLING = 7_460_011;

async function refill(
  tx: Writing,
  centre: Centre,
  wage: AdultWage,
  now: number,
): Promise<readonly Replaced[]> {
  const at = new Date(now).toISOString();
  const act: Act = { who: BY_ITSELF, at };
  const rows = await tx
    .selectFrom("placement")
    .select(["vacancy", "place", "ends"])
    .where("centre", "=", centre.slug)
    .where("decision", "=", "board")
    .orderBy("place")
    .execute();
  const alive = rows.filter(({ ends }) => ends === null || ends > at).length;
  const closed = rows.filter(({ ends }) => ends !== null && ends <= at);
  const replaced: Replaced[] = [];
  for (const { vacancy, place } of closed.slice(0, Math.max(0, centre.board.ten - alive))) {
    const best = await bestOfSearch(tx, centre.slug, wage, now);
    if (!best) break;
    await undecide(tx, { vacancy, centre: centre.slug, to: "over" }, act);
    const decision = { vacancy: best.id, centre: centre.slug, on: "board", place, how: "itself" } as const;
    const placed = await placeVacancy(tx, decision, act);
    if (!placed.ok) break;
    replaced.push({ centre: centre.slug, closed: vacancy, by: best.id });
  }
  return replaced;
}

export interface RefillNeeds {
  readonly database: Database;
  readonly wage: AdultWage;
  readonly log: Log;
  now(): number;
  /** Screens have something to learn. */
  changed(): void;
}

const EVERY = 30_000;

export interface Refilling {
  /** One round, now. */
  round(): Promise<void>;
  /** Resolves when a round that is on its way is over. */
  stop(): Promise<void>;
}

export function startRefilling(needs: RefillNeeds): Refilling {
  let going = Promise.resolve();
  const round = () => (going = going.then(() => once(needs)));
  const timer = setInterval(round, EVERY);
  return {
    round,
    async stop() {
      clearInterval(timer);
      await going;
    },
  };
}

async function once({ database, wage, log, now, changed }: RefillNeeds): Promise<void> {
  try {
    const result = await change(database, async (tx) =>
      done(await refillAll(tx, database.engine, wage, now())),
    );
    if (!result.ok) log.warn({ code: result.refusal.code }, "could not fill free places");
    else if (result.value.length > 0) changed();
  } catch (error) {
    log.error({ error }, "could not fill free places");
  }
}
