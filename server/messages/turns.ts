/** An urgent message goes by one channel after the other: the next one is let go when one does not get through. */
import type { Writing } from "#server/db/open.ts";
import type { Channel } from "./channel.ts";

/** Tries after which a channel is not waited for any longer; it goes on trying beside the next. */
export const PATIENT_FOR = 3;

export interface Way {
  readonly channel: string;
  readonly address: string;
}

/** Which of the ways begin: all without a turn, and the lowest turn. */
export function beginning(channels: readonly Channel[], ways: readonly Way[]): ReadonlySet<Way> {
  const turnOf = turnsOf(channels);
  const first = Math.min(...ways.map(({ channel }) => turnOf(channel)).filter((turn) => turn > 0));
  return new Set(ways.filter(({ channel }) => turnOf(channel) === 0 || turnOf(channel) === first));
}

/** Lets the next channel of a message go. `at`: ISO. */
export async function letNextGo(
  tx: Writing,
  channels: readonly Channel[],
  message: string,
  at: string,
): Promise<void> {
  const turnOf = turnsOf(channels);
  const held = await tx.selectFrom("delivery").select(["id", "channel"]).where("message", "=", message).where("state", "=", "held").execute(); // prettier-ignore
  const next = Math.min(...held.map(({ channel }) => turnOf(channel)));
  const ids = held.filter(({ channel }) => turnOf(channel) === next).map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .updateTable("delivery")
    .set({ state: "waiting", due: at, changed: at })
    .where("id", "in", ids)
    .execute();
}

/** The others need not go any more. */
export async function endHeld(
  tx: Writing,
  message: string,
  state: "spared" | "expired",
  at: string,
): Promise<void> {
  await tx
    .updateTable("delivery")
    .set({ state, changed: at })
    .where("message", "=", message)
    .where("state", "=", "held")
    .execute();
}

function turnsOf(channels: readonly Channel[]): (name: string) => number {
  const turns = new Map(channels.map(({ name, turn }) => [name, turn ?? 0]));
  return (name) => turns.get(name) ?? 0;
}
