/** What the hub does by itself from time to time: puts the features' duties to one stop. */
import { watchBoards } from "./centres/stale.ts";
import { renewHolidays } from "./centres/save.ts";
import { change } from "./db/change.ts";
import { startDuty } from "./db/duty.ts";
import type { Database } from "./db/open.ts";
import { done } from "#shared/result.ts";
import { startReviews } from "./items/reviews.ts";
import { BY_ITSELF } from "./itself.ts";
import type { Log } from "./log.ts";
import { type LinkNeeds, startCheckingLinks } from "./vacancies/links.ts";
import { watchScreens } from "./screens/missing.ts";
import { sampled } from "./screens/sampled.ts";
import { startSampling } from "./uses/sample.ts";

export interface DutyNeeds {
  readonly outside: LinkNeeds["outside"];
  readonly database: Database;
  readonly log: Log;
  now(): number;
  /** Something was written down for people to be told. */
  told(): void;
}

/** Returns the stop, which waits for what is on its way. */
export function startDuties(needs: DutyNeeds): () => Promise<unknown> {
  const duties = [
    startDuty({ ...needs, name: "bank holidays", every: DAY, round: () => keepHolidays(needs) }),
    startReviews(needs),
    startCheckingLinks(needs),
    watchScreens(needs),
    watchBoards(needs),
    startSampling({ ...needs, screens: (at) => sampled(needs.database.reading, at) }),
  ];
  return () => Promise.all(duties.map((duty) => duty.stop()));
}

const DAY = 86_400_000;

async function keepHolidays({ database, now }: DutyNeeds): Promise<void> {
  const act = { who: BY_ITSELF, at: new Date(now()).toISOString() };
  const renewed = await change(database, async (tx) => done(await renewHolidays(tx, act)));
  if (!renewed.ok) throw new Error(renewed.refusal.code);
}
