/** Decisions as an adviser makes them: many at once, against what she saw, and taken back as easily. */
import type { Centre } from "#shared/centres/schema.ts";
import type { AnyItem } from "#shared/item.ts";
import { done, refused, type Refusal, type Result } from "#shared/result.ts";
import type { Decided } from "#shared/vacancies/inbox.ts";
import type { Travel } from "#shared/vacancies/placement.ts";
import type { Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import type { Acting } from "#server/live/door.ts";
import { findItem } from "#server/items/read.ts";
import { findPlacement, placeVacancy } from "./place.ts";
import { propose } from "./propose.ts";
import { undecide } from "./undecide.ts";

export interface Decision {
  readonly vacancy: string;
  readonly centre: string;
  readonly on: "board" | "search" | "no" | "new";
  readonly place?: number | undefined;
  readonly travel?: Travel | null | undefined;
  /** What the adviser saw decided: if it is another's word by now, she chooses anew. Absent: whatever it is. */
  readonly was?: Decided | undefined;
  /** For one that goes back to be decided: since when it has waited. */
  readonly since?: string | undefined;
}

/** What a decision has changed, so that it can be taken back exactly. */
export interface Done {
  readonly vacancy: string;
  readonly centre: string;
  readonly on: Decision["on"];
  /** It waits for an adviser's approval. */
  readonly waiting: boolean;
  readonly was: Standing;
}

export interface Standing {
  readonly on: Decided;
  readonly place: number;
  readonly since: string | null;
  readonly travel: Travel | null;
  readonly who: string | null;
}

export interface NotDone {
  readonly vacancy: string;
  readonly centre: string;
  readonly refusal: Refusal;
}

export interface Outcome {
  readonly done: readonly Done[];
  readonly not: readonly NotDone[];
}

/**
 * Carries out what can be, and names what cannot: of fifty one that has closed meanwhile does not
 * hold up the rest. A single one that cannot is refused as such, with `placeVacancy`'s codes or
 * `changed-meanwhile`.
 */
export async function decide(
  tx: Writing,
  decisions: readonly Decision[],
  act: Acting,
): Promise<Result<Outcome>> {
  const outcome = { done: [] as Done[], not: [] as NotDone[] };
  for (const decision of decisions) {
    const result = await decideOne(tx, decision, act);
    const { vacancy, centre } = decision;
    if (result.ok) outcome.done.push(result.value);
    else if (decisions.length === 1) return result;
    else outcome.not.push({ vacancy, centre, refusal: result.refusal });
  }
  return done(outcome);
}

async function decideOne(tx: Writing, decision: Decision, act: Acting): Promise<Result<Done>> {
  const { vacancy, centre, on } = decision;
  const was = await standing(tx, vacancy, centre);
  if (decision.was !== undefined && decision.was !== was.on)
    return refused("changed-meanwhile", { vacancy, centre, theirs: was });
  const told = { vacancy, centre, on, was };
  if (on === "new") {
    await undecide(tx, { vacancy, centre, to: "new", since: decision.since }, act);
    return done({ ...told, waiting: false });
  }
  if (on !== "no" && (await needsApproval(tx, centre, act))) {
    const proposed = await propose(tx, { vacancy, centre, wanted: on, words: null }, act);
    return proposed.ok ? done({ ...told, waiting: true }) : proposed;
  }
  const placed = await placeVacancy(tx, { ...decision, on }, act);
  return placed.ok ? done({ ...told, waiting: false }) : placed;
}

/** One decision, whoever makes it; what must be approved first gives the vacancy as it is. */
export async function placeOrPropose(
  tx: Writing,
  decision: Parameters<typeof placeVacancy>[1],
  act: Acting,
): Promise<Result<AnyItem>> {
  const { vacancy, centre, on } = decision;
  if (on === "no" || !(await needsApproval(tx, centre, act))) return placeVacancy(tx, decision, act);
  const proposed = await propose(tx, { vacancy, centre, wanted: on, words: null }, act);
  const item = await findItem(tx, vacancy);
  return proposed.ok && item ? done(item) : (proposed as Result<never>);
}

async function standing(tx: Writing, vacancy: string, centre: string): Promise<Standing> {
  const row = await findPlacement(tx, vacancy, centre);
  if (row) return standingOf(row);
  const waits = await tx
    .selectFrom("inbox")
    .select("since")
    .where("vacancy", "=", vacancy)
    .where("centre", "=", centre)
    .executeTakeFirst();
  return { on: "new", place: 0, since: waits?.since ?? null, travel: null, who: null };
}

function standingOf({ decision, place, placed, travel, who }: Tables["placement"]): Standing {
  return {
    on: decision as Decided,
    place,
    since: placed,
    travel: travel === null ? null : (JSON.parse(travel) as Travel),
    who,
  };
}

/** Whether what this person shows at a centre waits for an adviser. */
export async function needsApproval(tx: Writing, slug: string, { role, decides }: Acting): Promise<boolean> {
  if (role !== "staff") return false;
  if (decides !== "all" && !decides.includes(slug)) return true;
  const row = await tx.selectFrom("centre").select("body").where("slug", "=", slug).executeTakeFirst();
  return row !== undefined && ((JSON.parse(row.body) as Centre).curation?.approve ?? false);
}
