/** What the hub does by itself from time to time: puts the features' duties to one stop. */
import { watchBoards } from "./centres/stale.ts";
import type { Database } from "./db/open.ts";
import { startReviews } from "./leaflets/reviews.ts";
import type { Log } from "./log.ts";
import { watchScreens } from "./screens/missing.ts";
import { sampled } from "./screens/sampled.ts";
import { startSampling } from "./uses/sample.ts";

export interface DutyNeeds {
  readonly database: Database;
  readonly log: Log;
  now(): number;
  /** Something was written down for people to be told. */
  told(): void;
}

/** Returns the stop, which waits for what is on its way. */
export function startDuties(needs: DutyNeeds): () => Promise<unknown> {
  const duties = [
    startReviews(needs),
    watchScreens(needs),
    watchBoards(needs),
    startSampling({ ...needs, screens: (at) => sampled(needs.database.reading, at) }),
  ];
  return () => Promise.all(duties.map((duty) => duty.stop()));
}
