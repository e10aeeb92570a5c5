/** Coming, staying and going. */
import type { Visitor } from "#shared/people/person.ts";
import { connect, post } from "./client.ts";
import { forgetDrafts } from "./drafts.ts";
import { me, visitor } from "./visitor.ts";

/** How soon to ask again while the hub is away, milliseconds. */
const AGAIN = 3_000;

let disconnect = (): void => {};

/** Asks the hub who we are, and connects where we are somebody. */
export async function findOut(): Promise<void> {
  try {
    const response = await fetch("/api/v1/session");
    // A hub that breaks, or has lost its database, has not said that nobody is here.
    if (!response.ok) throw new Error(String(response.status));
    const found = (await response.json()) as Visitor;
    disconnect();
    disconnect = found.state === "here" ? connect(() => void findOut()) : () => {};
    visitor.value = found;
  } catch {
    // Whoever is here stays here: the lost connection is shown, and what they typed is kept.
    if (visitor.value === null) visitor.value = "away";
    setTimeout(() => void findOut(), AGAIN);
  }
}

/** Ends the session and forgets what this person had begun to write; false where the hub is away. */
export async function signOut(): Promise<boolean> {
  const person = me.value;
  if ((await post("/session", {}, {}, "DELETE")) === null) return false;
  if (person) forgetDrafts(person.id);
  await findOut();
  return true;
}
