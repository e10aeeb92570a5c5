/** Writes a change of a call into the history: who did what when and where, and never about whom. */
import { randomUUID } from "node:crypto";
import type { CommandName } from "#shared/contract.ts";
import type { Writing } from "#server/db/open.ts";

export interface Noted {
  readonly who: string;
  readonly token?: string;
  /** ISO */
  readonly at: string;
}

/** What the hub does by itself with a call. */
export type OwnAct = "callRangOut" | "callUpAgain" | "callGivenBack" | "callEscalated" | "callForgotten";

export async function noteCallAct(
  tx: Writing,
  command: CommandName | OwnAct,
  call: { readonly id: string; readonly centre: string },
  { who, token, at }: Noted,
  facts: Readonly<Record<string, string>> = {},
): Promise<void> {
  await tx
    .insertInto("audit")
    .values({
      id: randomUUID(),
      at,
      who,
      token: token ?? null,
      command,
      centres: JSON.stringify([call.centre]),
      facts: JSON.stringify({ id: call.id, ...facts }),
    })
    .execute();
}
