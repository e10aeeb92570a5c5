/** The commands about use. */
import { done, refused } from "#shared/result.ts";
import { among } from "#shared/people/rules.ts";
import type { useCommands } from "#shared/uses/commands.ts";
import { monthsBetween } from "#shared/uses/months.ts";
import type { Handlers } from "#server/live/door.ts";
import { takeBatch } from "./count.ts";
import { csvOf } from "./csv.ts";
import { dropOutcome, listOutcomes, noteOutcome } from "./outcomes.ts";
import { reportUse } from "./report.ts";

/** Months that one report covers at most: five years. */
const MOST_MONTHS = 60;

export const useHandlers: Pick<Handlers, keyof typeof useCommands> = {
  async countUses(tx, { batch, counts }, { who, centres, now }) {
    const [centre] = centres === "all" ? [] : centres;
    return centre === undefined ? refused("not-allowed") : takeBatch(tx, { screen: who, centre }, batch, counts, now); // prettier-ignore
  },
  noteOutcome: (tx, noted, act) => noteOutcome(tx, noted, act),
  dropOutcome: (tx, { id, centre }) => dropOutcome(tx, id, centre),
  listOutcomes: async (db, { centre }) => done(await listOutcomes(db, centre)),
  async reportUse(db, { centres, from, to }, acting) {
    if (monthsBetween(from, to).length > MOST_MONTHS) return refused("too-long", { most: MOST_MONTHS });
    return done(await reportUse(db, { centres: among(centres, acting.centres), from, to }, acting.now));
  },
  async useAsCsv(db, { centres, from, to }, acting) {
    if (monthsBetween(from, to).length > MOST_MONTHS) return refused("too-long", { most: MOST_MONTHS });
    const report = await reportUse(db, { centres: among(centres, acting.centres), from, to }, acting.now);
    return done({ csv: csvOf(report) });
  },
};
