/** What a centre's staff would like to show, and an adviser's answer. */
import { done, refused, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import { findItem } from "#server/items/read.ts";
import type { Act } from "#server/items/save.ts";
import { placeVacancy } from "./place.ts";

export interface Proposing {
  readonly vacancy: string;
  readonly centre: string;
  readonly wanted: "board" | "search";
  /** Why, in their own words. */
  readonly words: string | null;
}

/** Refused: `no-such-item`, `withdrawn`, `already-ended`. One that was declined may be proposed again. */
export async function propose(tx: Writing, proposing: Proposing, act: Act): Promise<Result<null>> {
  const item = await findItem(tx, proposing.vacancy);
  if (item?.kind !== "vacancy") return refused("no-such-item", { id: proposing.vacancy });
  if (item.state === "withdrawn") return refused("withdrawn", { id: item.id });
  if (item.until !== null && item.until <= act.at) return refused("already-ended", { until: item.until });
  const row = {
    ...proposing,
    who: act.who,
    at: act.at,
    state: "waiting",
    answered_by: null,
    answered: null,
    reason: null,
  };
  await tx
    .insertInto("proposal")
    .values(row)
    .onConflict((conflict) => conflict.columns(["vacancy", "centre"]).doUpdateSet(row))
    .execute();
  return done(null);
}

export interface Answer {
  readonly vacancy: string;
  readonly centre: string;
  readonly agrees: boolean;
  /** What the staff read; a refusal needs one. */
  readonly reason: string | null;
}

/** Refused: `no-such-proposal`, `reason-needed`, and as `placeVacancy`. */
export async function answerProposal(tx: Writing, answer: Answer, act: Act): Promise<Result<null>> {
  const { vacancy, centre, agrees, reason } = answer;
  const proposal = await tx
    .selectFrom("proposal")
    .select("wanted")
    .where("vacancy", "=", vacancy)
    .where("centre", "=", centre)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  if (!proposal) return refused("no-such-proposal", { vacancy, centre });
  if (agrees) {
    const placed = await placeVacancy(
      tx,
      { vacancy, centre, on: proposal.wanted as "board" | "search" },
      act,
    );
    return placed.ok ? done(null) : placed;
  }
  if (reason === null) return refused("reason-needed");
  await tx
    .updateTable("proposal")
    .set({ state: "declined", answered_by: act.who, answered: act.at, reason })
    .where("vacancy", "=", vacancy)
    .where("centre", "=", centre)
    .execute();
  return done(null);
}
