/** What a visitor may ask of a job by touching, and whether a job has it. Pure. */
import type { Sector, Vacancy } from "#shared/vacancies/schema.ts";
import type { Travel } from "#shared/vacancies/placement.ts";

/** Each stands for one bit of a job's `traits`. */
export const CHIPS = [
  "school-hours", "part-time", "term-time", "no-car", "training", "no-experience", "evenings", "weekends", "from-home",
] as const; // prettier-ignore
export type ChipName = (typeof CHIPS)[number];

/** Within a walk; within 15 minutes by bus; within half an hour without a car. */
export const FAR = ["foot", "bus", "half"] as const;
export type Far = (typeof FAR)[number];

/** Pounds an hour, at least. */
export const PAY = [12, 13, 14, 15, 16, 18, 20] as const;

export const ORDERS = ["near", "new", "best-paid"] as const;
export type Order = (typeof ORDERS)[number];

export interface Asked {
  readonly words: string;
  readonly chips: readonly ChipName[];
  readonly sector: Sector | null;
  readonly pay: number | null;
  readonly far: Far | null;
  /** `null`: as the words fit best, or the nearest first. */
  readonly order: Order | null;
  /** How many are drawn. */
  readonly most: number;
}

/** So many jobs are drawn at first, and more by a button. */
export const FIRST = 20;

export const NOTHING_ASKED: Asked = {
  words: "",
  chips: [],
  sector: null,
  pay: null,
  far: null,
  order: null,
  most: FIRST,
};

/** What was asked with one thing less, for each thing that was asked. */
export function lessOf(asked: Asked): readonly Partial<Asked>[] {
  const { words, chips, sector, pay, far } = asked;
  const less: Partial<Asked>[] = chips.map((chip) => ({ chips: chips.filter((one) => one !== chip) }));
  if (words.trim() !== "") less.push({ words: "" });
  if (sector) less.push({ sector: null });
  if (pay) less.push({ pay: null });
  if (far) less.push({ far: null });
  return less;
}

/** What the finder knows of a job. */
export interface Found {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly employer: string;
  readonly place: string;
  readonly about: string;
  readonly sector: Sector | null;
  readonly patterns: readonly string[];
  readonly traits: number;
  /** How far it is, from 0 (a walk) on; as many as `FAR`: farther, or not without a car. */
  readonly far: number;
  /** Minutes to get there, as far as is known. */
  readonly minutes: number;
  readonly perHour: number;
  readonly posted: number;
}

const WALK = 20;
const SHORT_RIDE = 15;
const HALF_HOUR = 30;
/** Minutes on foot or by bus for a mile as the crow flies, where nobody has said how one gets there. */
const WALKED = 24;
const RIDDEN = 9;
const WAIT = 8;

export interface Nearness {
  readonly far: number;
  readonly minutes: number;
  readonly noCar: boolean;
}

/** `miles`: as the crow flies, `null` where nobody knows. */
export function nearnessOf(remote: boolean, travel: Travel | null, miles: number | null): Nearness {
  if (travel) {
    const { by, minutes } = travel;
    return { far: by === "car" ? FAR.length : rank(by === "foot", minutes), minutes, noCar: by !== "car" };
  }
  if (remote) return { far: 0, minutes: HALF_HOUR, noCar: true };
  if (miles === null) return { far: FAR.length, minutes: Infinity, noCar: false };
  const walk = miles * WALKED;
  const ride = WAIT + miles * RIDDEN;
  const minutes = Math.min(walk, ride);
  return { far: rank(walk <= WALK, minutes), minutes, noCar: minutes <= HALF_HOUR };
}

function rank(onFoot: boolean, minutes: number): number {
  if (onFoot && minutes <= WALK) return 0;
  if (minutes <= SHORT_RIDE) return 1;
  return minutes <= HALF_HOUR ? 2 : FAR.length;
}

export function traitsOf(vacancy: Vacancy, noCar: boolean): number {
  const { patterns, trainingGiven, noExperienceNeeded, remote } = vacancy;
  const has: Readonly<Record<ChipName, boolean>> = {
    "school-hours": patterns.includes("school-hours"),
    "part-time": patterns.includes("part-time"),
    "term-time": patterns.includes("term-time"),
    "no-car": noCar,
    training: trainingGiven,
    "no-experience": noExperienceNeeded,
    evenings: patterns.includes("evenings"),
    weekends: patterns.includes("weekends"),
    "from-home": remote || patterns.includes("from-home"),
  };
  return CHIPS.reduce((bits, chip, at) => (has[chip] ? bits | (1 << at) : bits), 0);
}

export function bitsOf(chips: readonly ChipName[]): number {
  return chips.reduce((bits, chip) => bits | (1 << CHIPS.indexOf(chip)), 0);
}
