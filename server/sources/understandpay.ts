/** A record's pay: its words and figures, what an hour comes to, and whether that is lawful. */
import { highestAge } from "./agelimit.ts";
import { cleanLine } from "./clean.ts";
import { checkWage, leastOf, wageOn, type Worker } from "./minimumwage.ts";
import { readPay, type UnderstoodPay } from "./pay.ts";
import { findUnit, guessUnit, isPlausible } from "./payunits.ts";
import { workOutPerHour, type TimeToSpreadOver } from "./perhour.ts";
import type { Notes } from "./notes.ts";
import type { WrittenPay } from "./written.ts";
import type { ReadPay } from "#shared/vacancies/read.ts";
import type { Contract } from "#shared/vacancies/schema.ts";

export interface PayContext {
  readonly time: TimeToSpreadOver;
  /** Full-time work, where a full-time equivalent is what is paid. */
  readonly fullTime: boolean;
  readonly contract: Contract | null;
  /** Title and description: whom the pay is meant for may stand there. */
  readonly prose: string;
  /** Epoch ms: the day whose minimum wage counts. */
  readonly at: number;
}

export function understandPay(written: WrittenPay, context: PayContext, notes: Notes): ReadPay {
  const text = payText(written);
  const understood = withFigures(written, text);
  if (understood.problem) notes.warn(understood.problem, "pay", text ?? "");
  const worker = workerOf(understood, text ?? "", context);
  const paid = fullTimePaid(statutory(understood, worker, context, notes), context);
  const odd = understood.problem === "not-plausible" || understood.problem === "mixed-currencies";
  if (odd) notes.flag("implausible-pay");
  const spread = odd || written.predicted ? null : workOutPerHour(paid, context.time);
  noteOrigins(paid, spread?.derived ?? false, notes);
  if (spread) noteWage(spread, worker, context, text, notes);
  else if (context.contract !== "volunteer") notes.flag("cannot-check-pay");
  return {
    text,
    min: paid.min,
    max: paid.max,
    unit: paid.unit,
    currency: paid.currency,
    predicted: written.predicted ?? false,
    perHour: spread ? spread.low : null,
    fteMin: paid.fteMin,
    fteMax: paid.fteMax,
  };
}

function payText({ text, min, max, unit, currency }: WrittenPay): string | null {
  const ends = [min, max].filter((end): end is string => /\d/.test(end ?? "") && figure(end) === null);
  // "£12.71 ph" and "£13 ph" in the fields of the ends are words, and together a range.
  if (ends.length === 2 && (!text?.trim() || ends.includes(text)))
    return cleanLine([...new Set(ends)].join(" to "), 300).text;
  if (text?.trim()) return cleanLine(text, 300).text || null;
  const range = [...new Set([min, max].filter((end) => figure(end) !== null))].join("–");
  return range ? [currency, range, unit].filter(Boolean).join(" ").slice(0, 300) : null;
}

/** Fields of their own say more than words, but a "figure" may be words too: "MPS", "£24,027 FTE". */
function withFigures(written: WrittenPay, text: string | null): UnderstoodPay {
  const hint = { unit: findUnit(written.unit ?? ""), currency: currencyOf(written.currency) };
  const [min, max] = [figure(written.min), figure(written.max)];
  if (min === null && max === null) return readPay(text ?? "", hint);
  const words = readPay(text ?? "", hint);
  const sums = [min, max].filter((sum) => sum !== null);
  const unit = hint.unit ?? words.unit ?? guessUnit(Math.min(...sums), Math.max(...sums));
  const plausible = sums.every((sum) => sum > 0 && (unit === null || isPlausible(sum, unit)));
  const ends = min !== null && max !== null ? [Math.min(min, max), Math.max(min, max)] : [min, max];
  return {
    ...words,
    min: ends[0] ?? null,
    max: ends[1] ?? null,
    unit,
    unitOrigin: hint.unit ? "stated" : words.unit ? words.unitOrigin : "derived",
    currency: hint.currency ?? words.currency ?? "GBP",
    currencyOrigin: hint.currency ? "stated" : "derived",
    statutory: null,
    problem: plausible ? null : "not-plausible",
  };
}

/** Zero is how programs write "none". */
function figure(written: string | undefined): number | null {
  const digits = (written ?? "").replace(/[£€$,\s]/g, "");
  return /^-?\d+(?:\.\d+)?$/.test(digits) && Number(digits) !== 0 ? Number(digits) : null;
}

function currencyOf(written: string | undefined): string | null {
  const text = (written ?? "").trim().toUpperCase();
  if (text === "£") return "GBP";
  return /^[A-Z]{3}$/.test(text) ? text : null;
}

function workerOf(pay: UnderstoodPay, text: string, { contract, prose }: PayContext): Worker {
  const apprentice = contract === "apprenticeship" || pay.statutory === "apprentice";
  return { apprentice, upTo: apprentice ? null : highestAge(text, prose) };
}

function statutory(pay: UnderstoodPay, worker: Worker, context: PayContext, notes: Notes): UnderstoodPay {
  if (!pay.statutory) return pay;
  const rate = wageOn(context.at);
  if (!rate) {
    notes.warn("wage-unknown", "pay");
    return pay;
  }
  const pounds = leastOf(rate, worker);
  notes.from("pay.min", "derived");
  return { ...pay, min: pounds, max: pounds, currency: "GBP" };
}

function fullTimePaid(pay: UnderstoodPay, { fullTime, time }: PayContext): UnderstoodPay {
  const onlyFte = pay.min === null && pay.max === null && pay.fteMin !== null;
  return onlyFte && fullTime && !time.termTime ? { ...pay, min: pay.fteMin, max: pay.fteMax } : pay;
}

function noteOrigins(pay: UnderstoodPay, spread: boolean, notes: Notes): void {
  if (pay.min === null && pay.max === null && pay.fteMin === null) return;
  notes.from("pay", pay.statutory ? "derived" : "stated");
  if (pay.unit) notes.from("pay.unit", pay.unitOrigin);
  if (pay.currency) notes.from("pay.currency", pay.currencyOrigin);
  notes.from("pay.perHour", spread || pay.unitOrigin === "derived" ? "derived" : "stated");
}

function noteWage(
  perHour: { low: number; high: number },
  worker: Worker,
  context: PayContext,
  text: string | null,
  notes: Notes,
): void {
  if (context.contract === "volunteer") return;
  const finding = checkWage(perHour, context.at, worker);
  if (finding === "below") notes.flag("below-minimum-wage");
  // Lawful for the young alone: an adviser should know that nobody older is meant.
  if (worker.upTo !== null && finding === "lawful" && checkWage(perHour, context.at, ADULT) === "below")
    notes.warn("young-rate", "pay", text ?? "");
  if (finding === "low-end") notes.warn("low-end-below-minimum-wage", "pay", text ?? "");
  if (!wageOn(context.at)) notes.warn("wage-unknown", "pay", text ?? "");
}

const ADULT: Worker = { apprentice: false, upTo: null };
