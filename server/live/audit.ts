/** Writes down every act of a person in the act's own transaction, so that no handler can forget it. */
import { randomUUID } from "node:crypto";
import type { Command } from "#shared/command.ts";
import type { CommandName } from "#shared/contract.ts";
import type { Found } from "#shared/people/rules.ts";
import type { Writing } from "#server/db/open.ts";
import type { Acting } from "./door.ts";

/** Of what was sent, what says in short what the act was about. Bodies are in the item's own history, secrets nowhere. */
const FACTS = ["id", "vacancy", "item", "screen", "kind", "on", "why", "state", "agrees", "email", "role", "name", "employer", "what", "revision"] as const; // prettier-ignore
const LONGEST = 120;

/** What machines hand in by themselves many times a day is no act of a person. */
const WRITERS: readonly string[] = ["staff", "adviser", "district", "operator"];

export async function noteAct(
  tx: Writing,
  name: CommandName,
  { where }: Command,
  input: unknown,
  found: Found | null,
  { who, role, token, at }: Acting,
): Promise<void> {
  if (!WRITERS.includes(role)) return;
  const centres = where === "everywhere" ? "all" : (found?.centres ?? []);
  await tx
    .insertInto("audit")
    .values({
      id: randomUUID(),
      at,
      who,
      token: token ?? null,
      command: name,
      centres: JSON.stringify(centres),
      facts: JSON.stringify(factsOf(input)),
    })
    .execute();
}

function factsOf(input: unknown): Readonly<Record<string, string | number | boolean>> {
  const given = input as Readonly<Record<string, unknown>>;
  const facts: Record<string, string | number | boolean> = {};
  for (const name of FACTS) {
    const value = given[name];
    if (typeof value === "string") facts[name] = value.slice(0, LONGEST);
    else if (typeof value === "number" || typeof value === "boolean") facts[name] = value;
  }
  return facts;
}
