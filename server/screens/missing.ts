/** Looks every minute which screens are missing in opening hours, and tells those who answer for the centre. */
import type { Centre } from "#shared/centres/schema.ts";
import { inEnglish } from "#shared/languages.ts";
import { done } from "#shared/result.ts";
import { type Alarm, nextAlarm } from "#shared/screens/missing.ts";
import { change } from "#server/db/change.ts";
import { type Duty, startDuty } from "#server/db/duty.ts";
import type { Database, Writing } from "#server/db/open.ts";
import { unwatch, watch, watchedOf } from "#server/db/watch.ts";
import type { Log } from "#server/log.ts";
import { post } from "#server/messages/message.ts";
import { stepsOf } from "#server/messages/people.ts";
import { listScreens, type ScreenReport } from "./screens.ts";

const EVERY = 60_000;
/** Nobody needs to be told any more after a day. */
const DAY = 86_400_000;

export interface MissingNeeds {
  readonly database: Database;
  readonly log: Log;
  now(): number;
  /** Something was written down for people to be told. */
  told(): void;
}

export function watchScreens(needs: MissingNeeds): Duty {
  return startDuty({ ...needs, name: "missing screens", every: EVERY, round: () => lookForMissing(needs) });
}

export async function lookForMissing({ database, now, told }: MissingNeeds): Promise<void> {
  const at = now();
  for (const screen of await listScreens(database.reading, "all", at)) {
    const before = await watchedOf(database.reading, idOf(screen));
    if (before === null && screen.presence !== "missing") continue;
    const result = await change(database, async (tx) => done(await look(tx, screen, at)));
    if (!result.ok) throw new Error(result.refusal.code);
    if (result.value) told();
  }
}

async function look(tx: Writing, screen: ScreenReport, now: number): Promise<boolean> {
  const id = idOf(screen);
  const row = await tx.selectFrom("centre").select("body").where("slug", "=", screen.centre).executeTakeFirstOrThrow(); // prettier-ignore
  const centre = JSON.parse(row.body) as Centre;
  const steps = await stepsOf(tx, centre);
  const { alarm, tell } = nextAlarm(read(await watchedOf(tx, id)), screen.presence, steps.length, now);
  if (alarm === null) await unwatch(tx, id);
  else await watch(tx, id, { state: "steps" in alarm ? `${alarm.state} ${alarm.steps}` : alarm.state, since: alarm.since }); // prettier-ignore
  if (!tell) return false;
  const facts = { screen: screen.name, centre: inEnglish(centre.name), since: said(screen.lastSeen) };
  for (const person of new Set(tell.steps.flatMap((step) => steps[step] ?? []))) {
    const message = { to: { person }, about: `screen-${tell.about}`, facts, path: "/console/screens", cause: id, until: now + DAY } as const; // prettier-ignore
    await post(tx, message, new Date(now).toISOString());
  }
  return true;
}

function idOf({ id }: Pick<ScreenReport, "id">): string {
  return `screen/${id}`;
}

function read(watched: { readonly state: string; readonly since: number } | null): Alarm | null {
  if (!watched) return null;
  const [state, steps] = watched.state.split(" ");
  const { since } = watched;
  if (state === "told" || state === "back") return { state, steps: Number(steps), since };
  return { state: "rested", since };
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

function said(lastSeen: string | null): string {
  return lastSeen === null ? "the day it was paired" : clock.format(new Date(lastSeen));
}
