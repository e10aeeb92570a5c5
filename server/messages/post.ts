/**
 * The post office: takes what was written down to where people are, tries again with ever longer
 * rests, and writes down what became of it. One hub at a time does this (db/duty.ts).
 */
import { randomUUID } from "node:crypto";
import { done } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import { type Duty, startDuty } from "#server/db/duty.ts";
import type { Database, Reading } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import type { Log } from "#server/log.ts";
import type { Channel, Outcome, Written } from "./channel.ts";
import type { Addressee } from "./message.ts";
import { beginning, endHeld, letNextGo, PATIENT_FOR } from "./turns.ts";
import { wordsOf } from "./words.ts";

export interface PostNeeds {
  readonly database: Database;
  readonly channels: readonly Channel[];
  readonly log: Log;
  readonly publicUrl: string | null;
  /** Milliseconds between rounds where nothing calls for one sooner. */
  readonly every?: number;
  now(): number;
}

export interface Post extends Duty {
  /** Every channel that can be used here, by name. */
  readonly channels: readonly string[];
}

const EVERY = 2_000;
/** Deliveries in one round, and how many of them at a time. */
const ROUND = 40;
const AT_A_TIME = 5;
/** A hub that died in the midst of sending leaves a delivery to the next round after this (ms). */
const CLAIMED = 2 * 60_000;
const RESTS = [15_000, 60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000];

/** How long to rest after so many tries (ms). */
function restAfter(tries: number): number {
  return RESTS[Math.min(tries, RESTS.length) - 1] ?? RESTS[0]!;
}

export function openPost(needs: PostNeeds): Post {
  const duty = startDuty({
    ...needs,
    name: "messages",
    every: needs.every ?? EVERY,
    round: () => carry(needs),
  });
  return {
    ...duty,
    channels: needs.channels.map(({ name }) => name),
    async stop() {
      await duty.stop();
      await Promise.all(needs.channels.map((channel) => channel.stop()));
    },
  };
}

async function carry(needs: PostNeeds): Promise<void> {
  await address(needs);
  const due = await claim(needs);
  const lanes = Array.from({ length: AT_A_TIME }, async () => {
    for (let one = due.shift(); one !== undefined; one = due.shift()) await deliver(needs, one);
  });
  await Promise.all(lanes);
}

/** Finds for each new message where it can go: one delivery for every address of every channel. */
async function address({ database, channels, now }: PostNeeds): Promise<void> {
  const db = database.reading;
  const fresh = await db.selectFrom("message").selectAll().where("state", "=", "new").orderBy("at").limit(ROUND).execute(); // prettier-ignore
  for (const message of fresh) {
    const to = addresseeOf(message);
    const usable = channels.filter(({ urgentOnly }) => !urgentOnly || message.in_turn === 1);
    const found = await Promise.all(
      usable.map(async (channel) =>
        (await channel.addresses(db, to)).map((where) => ({
          channel: channel.name,
          address: where,
        })),
      ),
    );
    const at = new Date(now()).toISOString();
    const ways = found.flat();
    const begins = message.in_turn === 1 ? beginning(channels, ways) : new Set(ways);
    const deliveries = ways.map((way) => ({
      ...way,
      id: randomUUID(),
      message: message.id,
      state: begins.has(way) ? "waiting" : "held",
      tries: 0,
      due: at,
      because: null,
      changed: at,
    }));
    const state = deliveries.length > 0 ? "addressed" : "nobody";
    await change(database, async (tx) => {
      const { numUpdatedRows } = await tx.updateTable("message").set({ state }).where("id", "=", message.id).where("state", "=", "new").executeTakeFirst(); // prettier-ignore
      if (numUpdatedRows === 1n && deliveries.length > 0)
        await tx.insertInto("delivery").values(deliveries).execute();
      return done(null);
    });
  }
}

function addresseeOf({ person, email }: Tables["message"]): Addressee {
  if (person !== null) return { person };
  return email === null ? { webhook: true } : { email };
}

type Due = Tables["delivery"] & Pick<Tables["message"], "about" | "facts" | "path" | "until">;

/** Takes what is due, so that nobody else sends it meanwhile. */
async function claim({ database, now }: PostNeeds): Promise<Due[]> {
  const at = new Date(now()).toISOString();
  const due = await dueBy(database.reading, at);
  if (due.length === 0) return due;
  const claimed = new Date(now() + CLAIMED).toISOString();
  const taken = await change(
    database,
    async (tx) =>
    done(await tx.updateTable("delivery").set({ due: claimed }).where("id", "in", due.map(({ id }) => id)).where("due", "<=", at).returning("id").execute()), // prettier-ignore
  );
  const mine = new Set(taken.ok ? taken.value.map(({ id }) => id) : []);
  return due.filter(({ id }) => mine.has(id));
}

async function dueBy(db: Reading, at: string): Promise<Due[]> {
  return db
    .selectFrom("delivery")
    .innerJoin("message", "message.id", "delivery.message")
    .selectAll("delivery")
    .select(["message.about", "message.facts", "message.path", "message.until"])
    .where("delivery.state", "=", "waiting")
    .where("delivery.due", "<=", at)
    .orderBy("delivery.due")
    .limit(ROUND)
    .execute();
}

async function deliver(needs: PostNeeds, due: Due): Promise<void> {
  const now = needs.now();
  if (Date.parse(due.until) <= now) return settle(needs, due, "expired", due.because);
  const outcome = await attempt(needs, due);
  if (outcome.state === "sent") return settle(needs, due, "sent", null);
  needs.log.warn(
    { channel: due.channel, about: due.about, because: outcome.because },
    "a message did not go",
  );
  if (outcome.state === "never") {
    await turnToNext(needs, due);
    return settle(needs, due, "failed", outcome.because);
  }
  if (due.tries + 1 === PATIENT_FOR) await turnToNext(needs, due);
  const rest = Math.max(restAfter(due.tries + 1), outcome.after ?? 0);
  await write(needs, due, { state: "waiting", because: outcome.because, due: new Date(now + rest).toISOString() }); // prettier-ignore
}

/** Where it goes by one channel after the other, it is the next one's turn. */
async function turnToNext({ database, channels, now }: PostNeeds, { message }: Due): Promise<void> {
  const at = new Date(now()).toISOString();
  await change(database, async (tx) => done(await letNextGo(tx, channels, message, at)));
}

async function attempt(needs: PostNeeds, due: Due): Promise<Outcome> {
  const channel = needs.channels.find(({ name }) => name === due.channel);
  // It may be set up again before the message is too old.
  if (!channel) return { state: "later", because: "no-such-channel" };
  try {
    return await channel.send(writtenFrom(needs, due), due.address);
  } catch (error) {
    needs.log.error({ error, channel: due.channel }, "a channel broke");
    return { state: "later", because: "broken" };
  }
}

function writtenFrom({ publicUrl }: PostNeeds, due: Due): Written {
  const facts = JSON.parse(due.facts) as Record<string, string | number>;
  const url = publicUrl !== null && due.path !== null ? `${publicUrl}${due.path}` : null;
  return { id: due.message, about: due.about, ...wordsOf(due.about, facts), url, path: due.path, until: Date.parse(due.until) }; // prettier-ignore
}

async function settle(
  needs: PostNeeds,
  due: Due,
  state: "sent" | "failed" | "expired",
  because: string | null,
): Promise<void> {
  await write(needs, due, { state, because });
  // What always goes besides (push) says nothing of whether the others need to.
  const isTurn = needs.channels.some(({ name, turn }) => name === due.channel && turn !== undefined);
  if (state === "expired" || (state === "sent" && isTurn)) await endOthers(needs, due.message, state === "sent" ? "spared" : "expired"); // prettier-ignore
  await forgetFacts(needs, due.message);
}

async function endOthers(
  { database, now }: PostNeeds,
  message: string,
  state: "spared" | "expired",
): Promise<void> {
  const at = new Date(now()).toISOString();
  await change(database, async (tx) => done(await endHeld(tx, message, state, at)));
}

async function write(
  { database, now }: PostNeeds,
  { id, tries }: Due,
  how: { readonly state: string; readonly because: string | null; readonly due?: string },
): Promise<void> {
  const row = { ...how, tries: tries + (how.state === "expired" ? 0 : 1), changed: new Date(now()).toISOString() }; // prettier-ignore
  await change(database, async (tx) =>
    done(await tx.updateTable("delivery").set(row).where("id", "=", id).execute()),
  );
}

/** What a message said (a name, a one-time link) is of no use once nobody is still to be told. */
async function forgetFacts({ database }: PostNeeds, message: string): Promise<void> {
  await change(database, async (tx) =>
    done(
      await tx
        .updateTable("message")
        .set({ facts: "{}" })
        .where("id", "=", message)
        .where(
          (where) =>
          where.not(where.exists(where.selectFrom("delivery").select("id").where("message", "=", message).where("state", "in", ["waiting", "held"]))), // prettier-ignore
        )
        .execute(),
    ),
  );
}
