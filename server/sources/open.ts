/** Everything about sources that runs in the hub: the process that reads, the schedule, the commands. */
import type { Database } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";
import { sourceHandlers } from "./handlers.ts";
import type { Vacancies } from "./keep.ts";
import { startParser } from "./parser.ts";
import type { Fetching } from "./read.ts";
import { startSchedule } from "./schedule.ts";

export interface SourcesNeeds {
  readonly database: Database;
  readonly outside: Fetching;
  readonly vacancies: Vacancies;
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
  const schedule = startSchedule({
    ...needs,
    parser: startParser(),
  });
  return { handlers: sourceHandlers(schedule), round: schedule.round, stop: schedule.stop };
}
