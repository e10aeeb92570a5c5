/** A vacancy in a source's own words, field by field: what every reader of vacancies fills in. */
import type { ReadFlag } from "#shared/vacancies/read.ts";
import type { WrittenPlace } from "./place.ts";

export interface WrittenPay {
  readonly text?: string | undefined;
  /** Figures in fields of their own, as written. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** "HOUR", "per annum": a code or the name of the column. */
  readonly unit?: string | undefined;
  readonly currency?: string | undefined;
  /** The source says that it guessed. */
  readonly predicted?: boolean | undefined;
}

export interface WrittenVacancy {
  /** Where it stands in the file: `line 4`, `item 3`. */
  readonly where: string;
  readonly reference?: string | undefined;
  readonly title?: string | undefined;
  /** The title in further languages, by their codes. */
  readonly titles?: Readonly<Record<string, string>> | undefined;
  readonly employer?: string | undefined;
  readonly places?: readonly WrittenPlace[] | undefined;
  /** The source says so in a field of its own. */
  readonly remote?: boolean | undefined;
  readonly pay?: WrittenPay | undefined;
  readonly hours?: string | undefined;
  /** Shifts, working pattern, type of job. */
  readonly patterns?: string | undefined;
  readonly contract?: string | undefined;
  readonly sector?: string | undefined;
  /** What the work is called where the title may say less: an apprenticeship's course. */
  readonly occupation?: string | undefined;
  readonly posted?: string | undefined;
  /** In order of trust: the first that can be understood counts. */
  readonly closes?: readonly string[] | undefined;
  readonly applyUrl?: string | undefined;
  /** The address of the page it was on, for relative links. */
  readonly base?: string | null | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  /** Of the page or feed around it, which may be a template's: it counts where the words are too few to tell. */
  readonly languageAround?: string | undefined;
  /** A field of its own about Welsh. */
  readonly welsh?: string | undefined;
  readonly flags?: readonly ReadFlag[] | undefined;
  /** Everything the source says, by its own names. */
  readonly written: Readonly<Record<string, string>>;
}
