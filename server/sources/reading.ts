/** What every reader of an outside form takes and gives. A new form is one file and one line in `readers.ts`. */
import type { Corrections, Header } from "./headers.ts";
import type { FindPoint } from "./postcodes.ts";
import type { FieldNames } from "./shape.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

export type SourceKind = "vacancies" | "events" | "websites" | "leaflet";

/** A file as it came: its name, its bytes, and those decoded as text. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Where the rest is, as the form itself says it. */
export interface More {
  /** The next page's address. */
  readonly next?: string | undefined;
  readonly pages?: number | undefined;
  /** Of all pages together. */
  readonly results?: number | undefined;
  /** Records of which this list says too little, by what their own pages are called. */
  readonly details?: readonly string[] | undefined;
}

export interface ReadOptions {
  /** Epoch ms. A reader never looks at a clock of its own. */
  readonly now: number;
  /** What this source calls its values, where no form knows its names, and the element or list that is a record. */
  readonly fields?: (FieldNames & Corrections) | undefined;
  readonly record?: string | undefined;
  /** Whose jobs they are, where the file does not say it. */
  readonly employer?: string | undefined;
  /** The days of which occurrences are wanted, both inclusive, YYYY-MM-DD in London; today to 60 days on. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Fingerprints of records that were understood before: those are not understood again. */
  readonly known?: ReadonlySet<string> | undefined;
  /** Where postcodes lie, where that is known better than by their districts. */
  readonly postcodes?: FindPoint | undefined;
}

/** Something about one record or value. `reason` is English for the command line; `code` is for everything else. */
export interface Remark {
  /** `line 4` in a table (the record's first), else a path such as `item 3`. */
  readonly where: string;
  readonly reason: string;
  readonly code: RemarkCode;
  readonly field: string | null;
  /** The source's own words, shortened. */
  readonly written: string;
}

export interface Reading<T = unknown> {
  readonly kind: SourceKind;
  readonly format: string;
  readonly read: readonly T[];
  readonly rejected: readonly Remark[];
  readonly warnings: readonly Remark[];
  /** False where the form itself says that there is more elsewhere. */
  readonly complete: boolean;
  /** Of a table: its columns, and what each was taken for, to be corrected. */
  readonly headers?: readonly Header[];
  readonly more?: More;
}

export interface VacancyReading extends Reading<ReadVacancy> {
  /** The fingerprint of each that was read, in the same order; only where `known` was given. */
  readonly prints: readonly string[];
  /** Fingerprints of the records that are as they were known. */
  readonly same: readonly string[];
}

export interface Reader<T = unknown> {
  readonly format: string;
  readonly kind: SourceKind;
  /** 0 (certainly not this form) to 1 (certainly). */
  recognises(file: SourceFile): number;
  /** Never throws for bad input: what cannot be read is named in `rejected`. */
  read(file: SourceFile, options: ReadOptions): Reading<T>;
}

/** The words of every remark, in one place. */
const WORDS = {
  "not-a-date": "is not a date",
  "no-such-date": "is a date that does not exist",
  "not-plausible": "is not plausible",
  "not-understood": "is not understood",
  "mixed-currencies": "mixes currencies",
  "not-a-postcode": "is not a UK postcode",
  "not-a-point": "is not a point in the UK",
  "not-a-link": "is not a web address",
  "unsafe-link": "is not a link that may be followed",
  "pattern-misread": "is a pattern that Chromium would misread",
  "opens-elsewhere": "does not open the website's own address",
  "second-value": "is a second value and was kept as text only",
  "wage-unknown": "cannot be checked: the minimum wage of that date is not known yet",
  "low-end-below-minimum-wage": "begins below the minimum wage from 21 on",
  "young-rate": "is below the minimum wage from 21 on; it is lawful only for the ages that the advert names",
  "cut-short": "was too long and has been cut",
  "no-title": "has no title",
  "not-a-vacancy": "is not a vacancy",
  "short-row": "has fewer cells than the header",
  "long-row": "has more cells than the header",
  "unclosed-quote": "opens a quotation mark that is not closed",
  "unreadable-block": "cannot be read",
  "too-many-columns": "has more than 1,000 columns, which no list of jobs has",
  "no-header": "no row with the names of the columns was found",
  "unreadable-record": "cannot be read",
  "broken-off": "has no end: a tag is not closed, or the file breaks off",
  "web-page": "is a web page, not a list of jobs",
  "no-records": "holds no jobs",
  "no-start": "does not say when it begins",
  "two-starts": "begins at two times at once",
  "unknown-zone": "is in a time zone that nobody knows; London was taken",
  "rule-not-understood": "repeats by a rule that is not understood in full",
  "no-events": "no event is in this file",
  "no-postings": "no job posting is on this page",
  "other-language": "is in a language that screens do not speak",
  "too-large": "is larger than 20 MB (a workbook, unpacked, than 64 MB), the most that can be read",
  "not-a-workbook": "is no Excel workbook that can be opened; save it without a password, as .xlsx or as CSV",
  "too-many":
    "holds more than can be read at once (20,000 records, 500 times of one event); the rest was left out",
  "too-deep": "is nested too deeply",
  empty: "is empty",
  "unknown-format": "is not of any form that can be read here",
  "reader-failed": "could not be read",
} as const;

export type RemarkCode = keyof typeof WORDS;

/** `written` is quoted in the reason, shortened, so that whoever mends the source finds it. */
export function remark(where: string, code: RemarkCode, field: string | null = null, written = ""): Remark {
  const shown = written.replace(/\s+/g, " ").trim().slice(0, 80);
  const subject = [field ? `${field}:` : "", shown ? `“${shown}”` : ""].filter(Boolean).join(" ");
  return { where, reason: [subject, WORDS[code]].filter(Boolean).join(" "), code, field, written: shown };
}

/** A remark as people are shown it: its words stand in a catalogue, by its code. */
export function toSeen({ where, code, field, written }: Remark) {
  return { where, code, field, words: written };
}
