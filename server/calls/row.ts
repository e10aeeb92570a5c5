/** A call as the database has it, as one state. */
import type { Attached, CallProgress, CallState, Outcome, StateName, Way } from "#shared/calls/call.ts";
import { OPEN_STATES } from "#shared/calls/call.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { BY_ITSELF } from "#server/itself.ts";

export type CallRow = Tables["call"];

export async function findCall(db: Reading | Writing, id: string): Promise<CallRow | null> {
  return (await db.selectFrom("call").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

export function isOpen({ state }: Pick<CallRow, "state">): boolean {
  return (OPEN_STATES as readonly string[]).includes(state);
}

export function stateOf({ state, since, next, holder, outcome }: CallRow): CallState {
  const by = holder ?? BY_ITSELF;
  switch (state as StateName) {
    case "ringing":
      return { state: "ringing", since, until: next ?? since };
    case "taken":
      return { state: "taken", since, by };
    case "again":
      return { state: "again", since, by, at: next ?? since };
    case "ended":
      return { state: "ended", since, by, outcome: outcome as Outcome };
    default:
      return { state: state as "rung-out" | "waiting" | "cancelled", since };
  }
}

export function attachedOf({ item_kind: kind, item }: CallRow): Attached | null {
  return kind === null || item === null ? null : { kind: kind as Attached["kind"], id: item };
}

export function progressOf(row: CallRow): CallProgress {
  return {
    id: row.id,
    reference: row.reference ?? "",
    way: row.way as Way,
    state: row.state as StateName,
    asked: row.asked,
    from: row.starts,
    due: row.due,
    passedOn: row.told > 1,
  };
}
