/** Something that a person is to be told, wherever they are. */
import { randomUUID } from "node:crypto";
import type { Reading, Writing } from "#server/db/open.ts";
import type { MessageName } from "./words.ts";

/** A person of the hub, by their id; somebody who is only an address yet; or the district's own programs. */
export type Addressee = { readonly person: string } | { readonly email: string } | { readonly webhook: true };

export interface Message {
  readonly to: Addressee;
  /** Names its words in content/translations/messages.en.json. */
  readonly about: MessageName;
  /** What the words need. Forgotten as soon as the message has been delivered or given up. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** Where on the hub it leads ("/console/screens"); `null`: nowhere. */
  readonly path: string | null;
  /** What brought it about ("screen/ID"): its deliveries are found by this. */
  readonly cause: string;
  /** From when on nobody needs to be told any more (epoch ms). */
  readonly until: number;
  /** It is urgent: where one channel fails, the next one is tried, and it may cost something. */
  readonly inTurn?: boolean;
}

/**
 * Writes a message down in the transaction of its cause: if the cause stands, it will be sent, and
 * else it never was. The post office (post.ts) does the sending. `at`: ISO.
 */
export async function post(tx: Writing, message: Message, at: string): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto("message")
    .values({
      id,
      at,
      ...addressOf(message.to),
      about: message.about,
      facts: JSON.stringify(message.facts),
      path: message.path,
      cause: message.cause,
      until: new Date(message.until).toISOString(),
      state: "new",
      in_turn: message.inTurn ? 1 : 0,
    })
    .execute();
  return id;
}

function addressOf(to: Addressee): { readonly person: string | null; readonly email: string | null } {
  return {
    person: "person" in to ? to.person : null,
    email: "email" in to ? to.email : null,
  };
}

/**
 * How a delivery stands. `waiting` may have been tried before: `because` says why it did not go. `held`
 * waits for another channel to fail; it is `spared` once that one has sent.
 */
export type DeliveryState = "held" | "waiting" | "sent" | "failed" | "expired" | "spared";

export interface DeliveryReport {
  readonly message: string;
  readonly about: string;
  /** When the message was written down. */
  readonly at: string;
  readonly person: string | null;
  /** `null` where no channel reaches the addressee. */
  readonly channel: string | null;
  readonly state: DeliveryState | "nobody" | "new";
  readonly tries: number;
  readonly because: string | null;
  readonly changed: string;
}

/** What became of the messages of one cause, or of all; the newest first. */
export async function deliveriesOf(
  db: Reading | Writing,
  cause: string | null,
  limit = 100,
): Promise<readonly DeliveryReport[]> {
  let query = db
    .selectFrom("message")
    .leftJoin("delivery", "delivery.message", "message.id")
    .select(["message.id", "message.about", "message.at", "message.person", "message.state as stage"])
    .select(["channel", "delivery.state", "tries", "because", "changed"])
    .orderBy("message.at", "desc")
    .orderBy("message.id")
    .limit(limit);
  if (cause !== null) query = query.where("message.cause", "=", cause);
  return (await query.execute()).map(({ id, stage, state, tries, changed, ...row }) => ({
    ...row,
    message: id,
    state: (state ?? stage) as DeliveryReport["state"],
    tries: tries ?? 0,
    changed: changed ?? row.at,
  }));
}

/** Days for which it is remembered that somebody was told. */
const REMEMBERED = 30;

/** Forgets what was told long ago. `now`: epoch ms. */
export async function tidyMessages(tx: Writing, now: number): Promise<void> {
  const longAgo = new Date(now - REMEMBERED * 86_400_000).toISOString();
  await tx
    .deleteFrom("delivery")
    .where("message", "in", (query) => query.selectFrom("message").select("id").where("at", "<", longAgo))
    .execute();
  await tx.deleteFrom("message").where("at", "<", longAgo).execute();
}
