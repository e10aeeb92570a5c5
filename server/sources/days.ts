/** Finds the calendar day in a piece of text. */

export interface Day {
  /** `null` where no year is written. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

export interface FoundDay {
  readonly day: Day;
  /** The text around it, where a time may stand. */
  readonly rest: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Written by a program (ISO 8601), so that what follows may hold an offset. */
  readonly machine: boolean;
  /** Understood by more than reading: a spreadsheet's serial number. */
  readonly guessed: boolean;
}

/** English, with the slips that still leave no doubt ("Febuary"), and Welsh, the latter also as it stands after "o" (of): Mawrth, o Fawrth. */
const MONTHS: readonly string[] = [
  "jan(?:uary|[a-z]{2,5}ry)?|ion(?:awr)?",
  "feb(?:ruary|[a-z]{1,4}r[ay]+)?|chwef(?:ror)?",
  "mar(?:ch)?|[mf]awrth|maw",
  "apr(?:il)?|ebr(?:ill)?",
  "may|[mf]ai",
  "june?|[mf]eh(?:efin)?",
  "july?|g?orff?(?:ennaf)?",
  "aug(?:ust)?|awst",
  "sept?(?:ember|[a-z]{1,4}ber)?|[mf]edi",
  "oct(?:ober|[a-z]{1,3}ber)?|hyd(?:ref)?",
  "nov(?:ember|[a-z]{1,4}ber)?|[td]ach(?:wedd)?",
  "dec(?:ember|[a-z]{1,4}ber)?|rh?ag(?:fyr)?",
];
const EXACT = MONTHS.map((names) => new RegExp(`^(?:${names})$`, "i"));
const MONTH = `(${MONTHS.join("|")})(?![a-z])\\.?`;
const ORDINAL = "(?:\\s?(?:st|nd|rd|th|af|ail|il|ydd|f?ed|eg|ain)\\.?)?";
/** No hour: "4 December 12pm"; but "2026 am 9yb" is Welsh for "at 9". */
const YEAR =
  "('?\\d{2}(?!\\s*(?:[ap]\\.?m\\b|noon|midnight))|\\d{4}(?![ap]\\.?m\\b))(?![\\d:])(?!\\.\\d\\d\\s*[ap])(?!\\s*(?:hrs|hours))";

type Parts = (match: RegExpExecArray) => Day | null;

const FORMS: readonly { readonly form: RegExp; readonly machine?: boolean; readonly parts: Parts }[] = [
  {
    form: /(?<!\d)(\d{4,5})-(\d{1,2})-(\d{1,2})(?!\d)/,
    machine: true,
    parts: ([, y, m, d]) => numbers(y, m, d),
  },
  { form: /(?<!\d)(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)/, parts: ([, y, , m, d]) => numbers(y, m, d) },
  {
    form: /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=T?\d{4}(?:\d{2})?(?!\d)|(?!\d))/,
    machine: true,
    parts: ([, y, m, d]) => numbers(y, m, d),
  },
  {
    form: /(?<![\d./-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/,
    parts: ([, d, , m, y]) => numbers(y, m, d),
  },
  {
    form: /(?<![\d./+-])(\d{1,2}) (\d{1,2}) (20\d{2})(?![\d])|^(\d{2})(\d{2})(20\d{2})$/,
    parts: ([, d, m, y, ...whole]) => numbers(y ?? whole[2], m ?? whole[1], d ?? whole[0]),
  },
  {
    form: new RegExp(
      `(?<![\\d:.])(\\d{1,2})${ORDINAL}[\\s/-]*(?:of\\s|o\\s)?[\\s/-]*${MONTH}(?:[\\s,/-]*${YEAR})?`,
      "i",
    ),
    parts: ([, d, month, y]) => numbers(y, monthNumber(month), d),
  },
  {
    form: new RegExp(`\\b${MONTH}\\s*(\\d{1,2})(?![\\d:])${ORDINAL}\\b(?:[\\s,]+${YEAR})?`, "i"),
    parts: ([, month, d, y]) => numbers(y, monthNumber(month), d),
  },
  { form: /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/])/, parts: ([, d, m]) => numbers(undefined, m, d) },
];

/** The first day written in `text`; whether that day exists is for the caller to check. */
export function findDay(text: string): FoundDay | null {
  let first: FoundDay | null = null;
  for (const { form, machine = false, parts } of FORMS) {
    const match = form.exec(text);
    const day = match && parts(match);
    if (!match || !day) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    // Where two forms fit the same words, the one named first is meant: "Mawrth 8 Rhagfyr" is a Tuesday.
    if (first && end > first.start) continue;
    first = { day, rest: `${text.slice(0, start)} ${text.slice(end)}`, start, end, machine, guessed: false };
  }
  return first ?? serialDay(text);
}

/** A spreadsheet saved without its cell formats writes days since 30 December 1899 (46000 is December 2025). */
function serialDay(text: string): FoundDay | null {
  const match = /^(4\d{4}|5\d{4})(\.\d+)?$/.exec(text);
  if (!match) return null;
  // The rest of it is the part of the day that is over.
  const minutes = Math.round(Number(match[2] ?? 0) * 1440);
  const time = minutes > 0 ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}` : "";
  const date = new Date(Date.UTC(1899, 11, 30 + Number(match[1])));
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return { day, rest: time, start: 0, end: text.length, machine: false, guessed: true };
}

function numbers(year: string | undefined, month: string | number | undefined, day: string | undefined): Day {
  return { year: year === undefined ? null : fullYear(year), month: Number(month), day: Number(day) };
}

function fullYear(written: string): number {
  const digits = written.replace("'", "");
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function monthNumber(name: string | undefined): number {
  return EXACT.findIndex((names) => names.test(name ?? "")) + 1;
}
