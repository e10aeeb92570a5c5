/** What a district lead puts before a funder, as the hub reports it. */
import type { Figure, Parts } from "./figures.ts";
import type { Act, Opened, Outcome } from "./uses.ts";

/** One centre in one month. */
export interface MonthReport {
  readonly centre: string;
  /** "2026-11" */
  readonly month: string;
  /** The month is not over: figures about people go up by fives. */
  readonly running: boolean;
  /** Minutes of all its paired screens within opening hours, and how many of them were right. */
  readonly screens: { readonly open: number; readonly right: number };
  /** Different vacancies on its boards, and how many of those were fresh when they were shown. */
  readonly vacancies: { readonly shown: number; readonly fresh: number };
  readonly acts: Readonly<Record<Act, Figure>>;
  readonly outcomes: Readonly<Record<Outcome, Figure>>;
  /** Visits by the language in which the kiosk was read. */
  readonly languages: Parts;
  /** Openings by item. */
  readonly opened: Readonly<Record<Opened, Parts>>;
}

/** One vacancy that was on the board of one centre. */
export interface ShownVacancy {
  readonly centre: string;
  readonly vacancy: string;
  readonly title: string;
  readonly employer: string | null;
  /** First and last day on the board within the period. */
  readonly first: string;
  readonly last: string;
  readonly hours: number;
  readonly fresh: boolean;
}

export interface UseReport {
  readonly months: readonly MonthReport[];
  readonly vacancies: readonly ShownVacancy[];
  /** What the items are called that `opened` names. */
  readonly titles: Readonly<Record<string, string>>;
}
