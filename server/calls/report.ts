/**
 * What a district lead puts before a funder about calls. Figures under five are hidden, and parts that
 * are so few are put together. What the team did (answered, in time) can be taken from what was asked:
 * that tells of the service, and of nobody who asked.
 */
import { ABOUTS, OUTCOMES } from "#shared/calls/call.ts";
import type { CallMonth, CallReport, Parts } from "#shared/calls/report.ts";
import { readingAt } from "#shared/london.ts";
import type { Audience } from "#shared/schema.ts";
import { LEAST, parts, published, publishedSoFar } from "#shared/uses/figures.ts";
import { monthAt, spanOf } from "#shared/uses/months.ts";
import type { Reading } from "#server/db/open.ts";
import { within } from "#server/db/within.ts";

export interface Period {
  readonly centres: Audience;
  /** Months, both included. */
  readonly from: string;
  readonly to: string;
}

interface Counted {
  readonly about: string;
  readonly outcome: string | null;
  readonly asked: number;
  readonly answered: number | null;
  readonly in_time: number | null;
}

/** Every month with anything to say, centre by centre. `now`: epoch ms. */
export async function reportCalls(db: Reading, period: Period, now: number): Promise<CallReport> {
  const groups = await countsOf(db, period);
  const running = monthAt(now);
  const keys = [...groups.keys()].toSorted();
  const months = keys.map((key) => {
    const [centre = "", month = ""] = key.split("/");
    return monthOf(centre, month, month === running, groups.get(key) ?? []);
  });
  const told = keys.flatMap((key, at) => (months[at]?.medianMinutes === null ? [] : minutesOf(groups.get(key) ?? [], months[at]?.running ?? false))); // prettier-ignore
  return { months, medianMinutes: quantile(told, 0.5), p90Minutes: quantile(told, 0.9) };
}

async function countsOf(db: Reading, { centres, from, to }: Period): Promise<ReadonlyMap<string, Counted[]>> {
  let query = db
    .selectFrom("call")
    .select(["centre", "about", "outcome", "asked", "answered", "in_time"])
    .where("state", "!=", "cancelled")
    .where("asked", ">=", new Date(spanOf(from).from).toISOString())
    .where("asked", "<", new Date(spanOf(to).to).toISOString())
    .orderBy("asked")
    .orderBy("id");
  if (centres !== "all") query = query.where("centre", "in", within(centres));
  const groups = new Map<string, Counted[]>();
  for (const { centre, asked, ...row } of await query.execute()) {
    const at = Date.parse(asked);
    const key = `${centre}/${monthAt(at)}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ ...row, asked: at });
  }
  return groups;
}

function monthOf(centre: string, month: string, running: boolean, calls: readonly Counted[]): CallMonth {
  const figure = running ? publishedSoFar : published;
  const minutes = minutesOf(calls, running);
  const split = <Name extends string>(names: readonly (Name | null)[]): Parts<Name> => {
    // The parts of a month that still runs would tell what one day brought.
    const counts = new Map<string, number>();
    for (const name of running ? [] : names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    return parts(counts) as Parts<Name>;
  };
  return {
    centre,
    month,
    running,
    asked: figure(calls.length),
    answered: figure(calls.filter(({ answered }) => answered !== null).length),
    withinTarget: figure(calls.filter(({ in_time }) => in_time === 1).length),
    medianMinutes: quantile(minutes, 0.5),
    p90Minutes: quantile(minutes, 0.9),
    about: split(calls.map(({ about }) => ABOUTS.find((one) => one === about) ?? null)),
    outcomes: split(calls.map(({ outcome }) => OUTCOMES.find((one) => one === outcome) ?? null)),
    hours: split(calls.map(({ asked }) => String(Math.floor(readingAt(asked).minutes / 60)))),
  };
}

/** Of a month that still runs, only as many as make fives. */
function minutesOf(calls: readonly Counted[], running: boolean): readonly number[] {
  const minutes = calls.flatMap(({ answered }) => answered ?? []);
  return running ? minutes.slice(0, minutes.length - (minutes.length % LEAST)) : minutes;
}

/** The nearest rank; `null` of too few to tell. */
function quantile(values: readonly number[], share: number): number | null {
  if (values.length < LEAST) return null;
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
