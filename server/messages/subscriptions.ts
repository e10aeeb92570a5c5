/** The browsers on which people want to be told. */
import { createHash } from "node:crypto";
import { done, type Result } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import type { Database, Reading, Writing } from "#server/db/open.ts";

export interface Device {
  readonly id: string;
  /** As its owner named it, or its browser. */
  readonly device: string;
  readonly made: string;
}

export interface Subscribing {
  readonly device: string;
  readonly subscription: {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
}

/** Each browser once, however often it subscribes; whoever subscribed it last owns it. */
export async function subscribe(
  tx: Writing,
  person: string,
  { device, subscription }: Subscribing,
  at: string,
): Promise<Result<{ readonly id: string }>> {
  const id = createHash("sha256").update(subscription.endpoint).digest("base64url");
  const row = { person, device, made: at, subscription: JSON.stringify(subscription) };
  await tx
    .insertInto("push_subscription")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  return done({ id });
}

/** Ends one of a person's own; one that is not there any more is as good. */
export async function unsubscribe(tx: Writing, person: string, id: string): Promise<Result<null>> {
  await tx.deleteFrom("push_subscription").where("id", "=", id).where("person", "=", person).execute();
  return done(null);
}

export async function devicesOf(db: Reading, person: string): Promise<readonly Device[]> {
  return db
    .selectFrom("push_subscription")
    .select(["id", "device", "made"])
    .where("person", "=", person)
    .orderBy("made")
    .execute();
}

/** A browser that its push service knows no more. */
export async function dropSubscription(database: Database, id: string): Promise<void> {
  await change(database, async (tx) =>
    done(await tx.deleteFrom("push_subscription").where("id", "=", id).execute()),
  );
}
