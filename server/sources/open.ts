/** Everything about sources that runs in the hub: the process that reads, the schedule, the commands. */
import type { Database } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";
import { sourceHandlers } from "./handlers.ts";
import { keysUnder, sealOld } from "./keys.ts";
import type { Vacancies } from "./keep.ts";
import { startParser } from "./parser.ts";
import type { Fetching } from "./fetchpage.ts";
import { startSchedule } from "./schedule.ts";

export interface SourcesNeeds {
  readonly database: Database;
  readonly outside: Fetching;
  readonly vacancies: Vacancies;
  /** The hub's secret: sources' keys are sealed under it. */
  readonly secret: string;
  readonly log: Log;
  /** The data folder, where postcodes may lie. */
  readonly data: string;
  now(): number;
  /** Screens may have something to learn. */
  changed(): void;
  /** Whoever decides about vacancies has something to look at. */
  told(): void;
  /** Milliseconds between two pages of one source. */
  readonly politely?: number;
}

export function openSources(needs: SourcesNeeds) {
  const keys = keysUnder(needs.secret);
  const schedule = startSchedule({ ...needs, keys, parser: startParser() });
  const sealed = sealOld(needs.database, keys).catch((error: unknown) =>
    needs.log.error({ error }, "keys could not be sealed"),
  );
  return {
    handlers: sourceHandlers(schedule, keys),
    round: schedule.round,
    stop: () => Promise.all([sealed, schedule.stop()]),
  };
}
