/** Pay as adverts write it: sums, ranges, full-time equivalents, and words in place of sums. */
import { findSums, type Sums } from "./amounts.ts";
import { findUnit, guessUnit, isPlausible, UNIT_WORDS } from "./payunits.ts";
import type { Origin, PayUnit } from "#shared/vacancies/read.ts";

/** `statutory`: it names the minimum wage instead of a sum; which rate depends on the date. */
export interface UnderstoodPay {
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: PayUnit | null;
  readonly currency: string | null;
  readonly fteMin: number | null;
  readonly fteMax: number | null;
  readonly statutory: "adult" | "apprentice" | null;
  readonly unitOrigin: Origin;
  readonly currencyOrigin: Origin;
  readonly problem: "not-understood" | "mixed-currencies" | "not-plausible" | null;
}

/** What stands beside the text: a column named "Hourly rate", a `unitText`, a `currency`. */
export interface PayHint {
  readonly unit?: PayUnit | null;
  readonly currency?: string | null;
}

const FTE = /\bf\.?t\.?e\b|full[\s-]?time equiv|pro[\s-]?rata|whole[\s-]?time equiv|\bw\.?t\.?e\b|cyfwerth/i;
const FULL_TIME = /\bf\.?t\.?e\b|full[\s-]?time|whole[\s-]?time|\bw\.?t\.?e\b|cyfwerth/i;
const ACTUAL = /\bactual\b|\bgwirioneddol\b/i;
const EXTRA =
  /^[\s(]*(?:per|a|\/)\s*(?:mile|night away)\b|^[\s(]*(?:(?!(?:plus|and|with|inc\w*)\b)\w+ ){0,2}(?:bonus|vouchers?|allowance|weighting|mileage|supplement|discount|incentive|payment|holiday pay|commission|tips)\b|^\s*(?:per|an?|\/)\s*(?:hour|hr|shift|week|month|year|annum)\s+(?:(?!(?:plus|and|with|[ie]nc\w*|exc\w*)\b)\w+ ){0,2}(?:allowance|enhancement|premium|uplift|supplement)\b/i;
const EXTRA_BEFORE =
  /\b(?:bonus|allowance|vouchers?|mileage|worth|supplement|weighting|holiday pay|commission|tips)(?: of)?:?\s*(?:up to\s*)?$/i;
/** What may come of it is no pay that anybody is promised. */
const TARGET =
  /\b(?:ote|on[\s-]target earnings?|earning potential|potential(?:ly)? earn\w*)(?: of)?[\s:(-]*(?:up to\s*|circa\s*)?$/i;
const TARGETED = /^[\s(+]*(?:p\.?a\.?|per annum|a year)?[\s(]*(?:ote\b|on[\s-]target)/i;
const UP_TO =
  /\b(?:up to|maximum(?: of)?|max\.?|no more than|(?<!\bno[tr]? )(?:less|lower) than|under|below|hyd at|^to)\s*:?\s*$/i;
const NO_MORE = /^\s*\(?(?:max(?:imum)?)\b(?! of)/i;
const FROM =
  /\b(?:from|starting (?:at|from|on)|starts? (?:at|from)|minimum(?: of)?|min\.?|at least|(?:not?|nor) (?:less|lower) than|more than|over|above|in excess of|o leiaf|upwards of)\s*:?\s*$/i;
const NO_LESS = /^\s*\(?(?:min(?:imum)?)\b(?!\s*(?:of|wage|guarantee))/i;
const AND_UP =
  /^\s*(?:(?:\+|plus\b)(?=\s*(?:$|[,;.)]|per\b|an?\b|\/|p\.?\s?[ah]\b|depend|doe\b|based\b|according\b))|(?:and|or) (?:up|above|over)\b|upwards\b|or more\b)/i;
const PLAIN = new RegExp(
  `${UNIT_WORDS}|${FTE.source}|${ACTUAL.source}|\\b(?:salary|pay|wages?|rate|basic|from|up to|to|and|between|circa|c|approx(?:imately)?|around|about|starting(?: at)?|min(?:imum)?|max(?:imum)?|of|plus|doe|depending on experience|negotiable|inclusive|inc|gross|x)\\b`,
  "gi",
);

/** Words that are an answer of their own, though no sum: nothing to warn of. */
const WORDS_ONLY =
  /\b(?:band|grade|scale|level|m\.?p\.?[sr]\d?|u\.?p\.?[sr]\d?|[mul][1-9]\d?|tlr\d?[a-c]?|njc|scp|spine|afc|agenda for change|negotiable|competitive|market|doe|neg|poa|ote|depend\w*|experience|tb[acd]|to be confirmed|agreed|agreement|according|accordance|subject to|in line|on application|hourly|attractive|excellent|generous|good rates?|discuss\w*|(?:living|minimum) wage|nmw|nlw|unpaid|volunt\w+|expenses|commission|n\/?a|none|nil|(?:not|un)[\s-]?(?:stated|specified|applicable|disclosed|salaried)|see|(?:as|where) (?:stated|advertised|per)|statutory|burnham|soulbury|cystadleuol|gwirfoddol)\b|^[-–—£.?]+$/i;

/** "0.6 FTE" says how much of a post it is, and nothing about what a sum is worth. */
const PART_OF_POST =
  /\(?\b[01]\.\d{1,3}\s?(?:of )?(?:an? )?(?:f\.?t\.?e\b|w\.?t\.?e\b|full[\s-]time equivalent)(?!\s*(?:of|£))\)?/gi;
/** When the money comes is not what it is for. */
const INSTALMENTS =
  /\b(?:paid|payable)?\s*(?:in|over) (?:\d+|twelve) (?:equal )?(?:monthly )?(?:instalments?|payments?|months)\b/gi;
const PAID_EVERY = /\b(?:paid|payable|pay)\s+(?:weekly|fortnightly|(?:four|4)[\s-]weekly|monthly)\b/gi;

/** "For 25 hours per week, 39 weeks a year" is how long is worked. */
const WORKED_EVERY =
  /\d\s*(?:hours?|hrs?)\s*(?:(?:per|an?|each|every|\/)\s*(?:week|wk)\b|p\.?\/?w\b\.?)|\d\s*(?:weeks?|wks?)\s*(?:per|an?|\/)\s*(?:year|annum|yr)\b/gi;

const NOTHING: UnderstoodPay = {
  min: null, max: null, unit: null, currency: null, fteMin: null, fteMax: null, statutory: null,
  unitOrigin: "stated", currencyOrigin: "stated", problem: null,
}; // prettier-ignore

/** Never invents a sum: what the words do not say stays `null`, and `problem` says why. */
export function readPay(text: string, hint: PayHint = {}): UnderstoodPay {
  const written = text.normalize("NFKC").replace(/\s+/g, " ").trim().slice(0, 500);
  if (!written) return NOTHING;
  // What a spreadsheet would run is no sum, whatever digits it holds.
  if (/^[=@]/.test(written)) return { ...NOTHING, problem: "not-understood" };
  const plain = written.replace(PART_OF_POST, " ").replace(INSTALMENTS, " ");
  const sums = findSums(plain, PLAIN).filter(
    (sum, index, { length }) => !isBeside(sum, index === length - 1),
  );
  if (sums.length === 0) return wordsAlone(written);
  if (isMixed(sums)) return { ...NOTHING, unit: hint.unit ?? findUnit(written), problem: "mixed-currencies" };
  const labelled = label(sums);
  const paid = labelled.filter(({ fte }) => !fte);
  const fte = labelled.find((sum) => sum.fte);
  const main = widest(paid.map(({ sum }) => sum));
  const sum = main ?? fte?.sum;
  if (!sum) return wordsAlone(written);
  return judge({ ...(main ? figures(main) : {}), ...fteFigures(fte?.sum) }, sum, written, hint);
}

/** A bonus, a mileage rate, or what may come of it all: no pay. */
function isBeside({ before, after }: Sums, last: boolean): boolean {
  if (EXTRA.test(after) || EXTRA_BEFORE.test(before) || TARGET.test(before)) return true;
  // "£24,000 OTE £30,000": the words belong to the second.
  return TARGETED.test(after) && (last || /[,;)]/.test(after));
}

/** "£12.60 under 21, £12.71 over 21": sums of one unit and of like size are the ends of one range. */
function widest(paid: readonly Sums[]): Sums | undefined {
  const main = paid.find((sum) => findUnit(sum.after)) ?? paid[0];
  if (!main) return undefined;
  const unit = findUnit(main.after);
  const alike = paid.filter((sum) => {
    const own = findUnit(sum.after) ?? unit;
    return own === unit && !perOther(sum.after) && sum.low >= main.low / 1.6 && sum.high <= main.high * 1.6;
  });
  const [low, high] = [
    Math.min(main.low, ...alike.map((sum) => sum.low)),
    Math.max(main.high, ...alike.map((sum) => sum.high)),
  ];
  return { ...main, low, high };
}

function isMixed(sums: readonly Sums[]): boolean {
  const currencies = new Set(sums.map((sum) => sum.currency).filter((currency) => currency !== null));
  return currencies.has("mixed") || currencies.size > 1;
}

function wordsAlone(text: string): UnderstoodPay {
  const statutory = statutoryWage(text);
  if (statutory)
    return { ...NOTHING, statutory, unit: "hour", unitOrigin: "derived", currencyOrigin: "derived" };
  return { ...NOTHING, problem: WORDS_ONLY.test(text) ? null : "not-understood" };
}

/** Only the legal rates: the *Real* Living Wage is a charity's, and "above minimum wage" names no sum. */
function statutoryWage(text: string): "adult" | "apprentice" | null {
  if (/\b(?:above|over|exceeds?|more than|better than|higher than|real)\b/i.test(text)) return null;
  const named =
    /\bminimum wage\b|\bnmw\b|\bnational living wage\b|\bnlw\b|\bisafswm cyflog\b|\bisafswm cenedlaethol\b|\bcyflog byw cenedlaethol\b/i;
  if (/\bapprentice(?:ship)?(?: national)? minimum\b|\bapprentice(?:ship)? (?:rate|wage)\b/i.test(text))
    return "apprentice";
  if (!named.test(text)) return null;
  return /\b(?:apprentice|prentis)/i.test(text) ? "apprentice" : "adult";
}

interface Labelled {
  readonly sum: Sums;
  readonly fte: boolean;
}

/** Which sums are full-time equivalents: the label may stand before a sum or after it. */
function label(sums: readonly Sums[]): readonly Labelled[] {
  const leads = FTE.test(sums[0]!.before) || ACTUAL.test(sums[0]!.before);
  const labelled = sums.map((sum, index) => {
    const own = [index === 0 || leads ? lastPart(sum.before) : opening(sum.before)];
    // Of a single sum the whole text speaks: "£25,583 a year, pro rata to the weeks worked".
    if (sums.length === 1) own.push(sum.after);
    else if (!leads || index === sums.length - 1) own.push(leads ? closing(sum.after) : firstPart(sum.after));
    else own.push(closing(sum.after));
    const words = own.join(" | ");
    return { sum, words, fte: FTE.test(words) && !ACTUAL.test(words) };
  });
  const someActual = labelled.some(({ words }) => ACTUAL.test(words));
  return labelled.map(({ sum, words, fte: said }) => {
    // "£24,027 (full-time), £16,318 (actual)": two ways to name the same two.
    const fte = (said && (!isByTime(sum) || FULL_TIME.test(words))) || (someActual && FULL_TIME.test(words) && !ACTUAL.test(words));
    // Beside a larger sum that is a full-time equivalent, "pro rata" is what comes of it.
    const comesOfIt = fte && !FULL_TIME.test(words) && labelled.some((other) => FULL_TIME.test(other.words) && other.sum.high > sum.high);
    return { sum, fte: fte && !comesOfIt };
  });
} // prettier-ignore

/** An hour's or a day's pay is what it is, however few of them there are. */
function isByTime({ low, high, after }: Sums): boolean {
  return ["hour", "day"].includes(findUnit(after) ?? guessUnit(low, high) ?? "");
}

const SEPARATOR = /[,;(\n]|\/(?!\s?\d)|\)\s*|(?<!\b[aph])\.\s+(?=\p{Lu})|\bequates? to\b|=/u;
/** What stands after a sum up to a separator, a bracket that opens and closes at once included. */
const firstPart = (text: string) => {
  const bracket = /^[^,;(]*\(([^)]*)\)/.exec(text)?.[0];
  return bracket ?? text.split(SEPARATOR)[0]!;
};
const closing = (text: string) => /^[^,;(]{0,20}\([^)]*\)/.exec(text)?.[0] ?? "";
const lastPart = (text: string) => text.split(/[,;/(\n]|(?<!\b[aph])\.\s+(?=\p{Lu})/u).at(-1)!;
/** Between two sums: only what follows a separator belongs to the second. */
const opening = (text: string) => {
  const rest = text.replace(/^[^,;(]*\([^)]*\)/, ",");
  return SEPARATOR.test(rest) ? lastPart(rest) : "";
};

type Figures = Partial<Pick<UnderstoodPay, "min" | "max" | "fteMin" | "fteMax">>;

function figures({ low, high, before, after, unknown }: Sums): Figures {
  if (low !== high) return { min: low, max: high };
  if (unknown === "low" || UP_TO.test(before) || NO_MORE.test(after)) return { min: null, max: high };
  if (unknown === "high" || FROM.test(before) || [AND_UP, NO_LESS].some((words) => words.test(after)))
    return { min: low, max: null };
  return { min: low, max: high };
}

function fteFigures(sum: Sums | undefined): Figures {
  return sum ? { fteMin: sum.low, fteMax: sum.high } : {};
}

function judge(found: Figures, sum: Sums, text: string, hint: PayHint): UnderstoodPay {
  const guess = guessUnit(sum.low, sum.high);
  const words = (part: string) =>
    findUnit(guess ? part.replace(PAID_EVERY, " ").replace(WORKED_EVERY, " ") : part);
  const named =
    words(sum.after) ?? words(sum.before) ?? words(text.replace(INSTALMENTS, " ")) ?? hint.unit ?? null;
  // Beside what a whole year comes to, a smaller sum is a year's as well.
  const unit =
    named ?? guess ?? (found.fteMin && sum.low < found.fteMin ? guessUnit(found.fteMin, found.fteMin) : null);
  const currency = sum.currency ?? hint.currency ?? null;
  const paid = [found.min, found.max].filter((end) => typeof end === "number");
  // Beside an hourly rate the full-time equivalent is a year's: only what is paid must fit the unit.
  const all = paid.length > 0 ? paid : [found.fteMin, found.fteMax].filter((end) => typeof end === "number");
  const byPiece = perOther(sum.after);
  const odd = all.some((figure) => figure <= 0 || (!byPiece && unit !== null && !isPlausible(figure, unit)));
  const stretched = sum.high > sum.low * 6;
  const plausible = !odd && !stretched;
  const kept = all.every((figure) => figure > 0) ? found : {};
  return {
    ...NOTHING,
    ...kept,
    unit: byPiece ? null : unit,
    currency: kept === found ? (currency ?? "GBP") : null,
    unitOrigin: named ? "stated" : "derived",
    currencyOrigin: currency ? "stated" : "derived",
    problem: plausible ? null : "not-plausible",
  };
}

/** Paid by the piece: no time, so no wage that could be compared. */
function perOther(after: string): boolean {
  return /^\s*(?:per|a|\/)\s*(?:session|shift|visit|child|class|lesson|delivery|drop|sleep|night|room)/i.test(
    after,
  );
}
