/** Finds sums of money in a text, and the ranges that they form. */

export interface Sums {
  /** The lower and the upper figure as they were written; the same one where there is only one. */
  readonly low: number;
  readonly high: number;
  /** ISO 4217; `null` where no currency is written; `mixed` where the two ends differ. */
  readonly currency: string | null;
  /** What stands between the sums before and this one, and between this one and the next. */
  readonly before: string;
  readonly after: string;
  /** A program's "£0" at one end of a range, which says that this end is not known. */
  readonly unknown?: "low" | "high" | undefined;
}

interface Amount {
  value: number;
  readonly currency: string | null;
  /** Something beside the digits says that it is money. */
  readonly marked: boolean;
  readonly thousands: boolean;
  readonly start: number;
  readonly end: number;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  "£": "GBP", gbp: "GBP", pound: "GBP", pounds: "GBP", "€": "EUR", eur: "EUR", $: "USD", usd: "USD",
}; // prettier-ignore

/** "24,027.50", "24.027,50" and, behind its sign, "£24 027" and "£12:71"; "12,5" and ".75". */
const DIGITS =
  "\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,3}(?:\\.\\d{3})+,\\d{2}|(?<=[£€$]\\s?)\\d{1,3}(?: \\d{3})+(?!\\d)|(?<=[£€$]\\s?)\\d{1,3}:\\d{2}|\\d+(?:\\.\\d{1,6}|,\\d{1,2})?|\\.\\d{2}";
const AMOUNT = new RegExp(
  `(?<minus>(?<![\\w)\\s])-\\s?|^\\s*-\\s?)?(?:(?<sign>£|€|\\$|\\b(?:GBP|EUR|USD)(?![a-z]))\\s?(?<minusInside>-)?)?\\s?(?<digits>${DIGITS})(?![\\d%])(?:\\s?(?<k>k)\\b|(?<pence>p)\\b(?![./])|\\s?(?<pence2>pence)\\b)?(?:\\s?(?<suffix>€|£|(?:GBP|EUR|USD|pounds?)\\b)(?!\\s?\\d))?`,
  "gi",
);

/** Grades and scale points carry numbers that are no sums. */
const GRADE =
  /\b(?:band|grade|scale|level|points?|scp|njc|spine|range|step|key stage|ks|part|phase|po)(?![a-z])\s*:?\s*(?:[a-z]?\d{1,3}[a-z]?|[a-z]\b)?(?:\s*(?:-|to|\/|&|and)\s*[a-z]?\d{1,3}[a-z]?(?![\d,.]))?(?![\d,.]*\d)/gi;

const BETWEEN = /^[\s(]*(?:-|to|and|i|\/|~|up to|(?:rising|increasing|progressing) to)[\s)]*$/i;

/** `plain`: words that may stand beside bare digits for these to be taken for money. */
export function findSums(written: string, plain: RegExp): readonly Sums[] {
  const text = written.replace(/[‐-―−]/g, "-").replace(GRADE, (grade) => " ".repeat(grade.length));
  const all = [...text.matchAll(AMOUNT)].map(toAmount).filter((amount) => Number.isFinite(amount.value));
  const groups = joinRanges(keepMoney(all, text, plain), text, plain);
  return groups.map((group, index) => {
    const [first, last] = [group[0]!, group.at(-1)!];
    const before = text.slice(groups[index - 1]?.at(-1)!.end ?? 0, first.start);
    const next = groups[index + 1]?.[0]!.start;
    // The "plus" before another sum is that one's, and makes this one no "13 plus".
    const after = text.slice(last.end, next ?? text.length).replace(next ? /(?:\+|\bplus)\s*$/i : /$/, "");
    const inside = text.slice(first.end, last.start);
    return bounds(first, last, before, `${after} ${inside}`);
  });
}

function toAmount(match: RegExpMatchArray): Amount {
  const part = match.groups ?? {};
  const digits = part
    .digits!.replace(/ |\.(?=\d{3},\d\d$|\d{3}\.)/g, "")
    .replace(/,(?=\d{3}(?:\D|$))/g, "")
    .replace(/[,:]/, ".");
  const currency = CURRENCIES[(part.sign ?? part.suffix ?? "").toLowerCase()] ?? null;
  const pence = (part.pence ?? part.pence2) !== undefined && !part.sign;
  const size = Number(digits) * (part.k ? 1000 : 1) * (pence ? 0.01 : 1);
  const negative = part.minus !== undefined || part.minusInside !== undefined;
  return {
    value: ((negative ? -1 : 1) * Math.round(size * 100)) / 100,
    currency: currency ?? (pence ? "GBP" : null),
    marked: currency !== null || part.k !== undefined || pence,
    thousands: part.k !== undefined,
    start: match.index!,
    end: match.index! + match[0].length,
  };
}

/** Bare digits beside marked sums are hours, dates and grades, unless they are the other end of a range. */
function keepMoney(all: readonly Amount[], text: string, plain: RegExp): readonly Amount[] {
  if (!all.some((amount) => amount.marked)) return onlyPlainWords(all, text, plain) ? all : [];
  return all.filter(
    (amount, index) =>
      amount.marked || isRange(all[index - 1], amount, text) || isRange(amount, all[index + 1], text),
  );
}

function isRange(left: Amount | undefined, right: Amount | undefined, text: string): boolean {
  if (!left || !right || !(left.marked || right.marked)) return false;
  if (!right.marked && TIME.test(text.slice(right.end))) return false;
  return BETWEEN.test(text.slice(left.end, right.start));
}

/** "£25,000 and 25 days": the second number is none of money. */
const TIME = /^\s*(?:days?|hours?|hrs?|weeks?|wks?|months?|years?)\b/i;

function onlyPlainWords(all: readonly Amount[], text: string, plain: RegExp): boolean {
  let rest = text;
  for (const amount of all.toReversed()) rest = `${rest.slice(0, amount.start)} ${rest.slice(amount.end)}`;
  return !/\p{L}/u.test(rest.replace(plain, " "));
}

function joinRanges(amounts: readonly Amount[], text: string, plain: RegExp): readonly (readonly Amount[])[] {
  const groups: Amount[][] = [];
  for (const amount of amounts) {
    const previous = groups.at(-1)?.at(-1);
    const between = previous && text.slice(previous.end, amount.start);
    const range =
      between !== undefined && (BETWEEN.test(between) || BETWEEN.test(withoutUnits(between, plain)));
    if (range) groups.at(-1)!.push(amount);
    else groups.push([amount]);
  }
  return groups;
}

/** "£12 per hour - £13 per hour" is one range; the joining word itself must stay. */
function withoutUnits(between: string, plain: RegExp): string {
  const joint = /\s(?:-|to)\s*$/.exec(between);
  return joint && !/\p{L}/u.test(between.slice(0, joint.index).replace(plain, " ")) ? joint[0] : between;
}

function bounds(first: Amount, last: Amount, before: string, after: string): Sums {
  // "24-26k": the thousands said once mean both.
  const start = last.thousands && !first.thousands && first.value < 1000 ? first.value * 1000 : first.value;
  const ends = [start, last.value].toSorted((a, b) => a - b);
  const unknown = ends[0] === 0 && ends[1]! > 0 ? (start === 0 ? "low" : "high") : undefined;
  if (unknown) ends[0] = ends[1]!;
  const mixed = first.currency && last.currency && first.currency !== last.currency;
  const currency = mixed ? "mixed" : (first.currency ?? last.currency);
  return { low: ends[0]!, high: ends[1]!, currency, before, after, unknown };
}
