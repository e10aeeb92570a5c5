/**
 * Which numbers can be rung: asked at the keypad and again by the hub. The rules of every country are
 * libphonenumber's (large: a kiosk loads this file when the keypad is first opened).
 */
import {
  AsYouType, type NumberType, parseIncompletePhoneNumber, parsePhoneNumberFromString, validatePhoneNumberLength,
} from "libphonenumber-js/max"; // prettier-ignore
import { done, refused, type Result } from "#shared/result.ts";

/** Why a number cannot be rung. */
export const NUMBER_FAULTS = [
  "number-needed",
  "number-too-short",
  "number-too-long",
  "number-unknown",
  /** 999 and its like: nobody can ring back, and whoever dials it needs other help. */
  "number-emergency",
  /** Whoever rings it pays for it. */
  "number-costs",
  /** It rings, but takes no text. */
  "number-takes-no-text",
] as const;
export type NumberFault = (typeof NUMBER_FAULTS)[number];

const EMERGENCIES = new Set(["999", "112", "911", "101", "111", "105", "119", "18000"]);
const COSTLY: ReadonlySet<NumberType> = new Set(["PREMIUM_RATE", "SHARED_COST", "PERSONAL_NUMBER", "PAGER"]);
const TEXTED: ReadonlySet<NumberType> = new Set(["MOBILE", "FIXED_LINE_OR_MOBILE"]);
/** Numbers that Ofcom keeps for plays and for trying things out; no library takes them for real. */
const FOR_TRYING = /^\+447700900\d{3}$/;
/** Digits of a British number after its 0, but for a handful of old places. */
const BRITISH = 10;

export interface CheckedNumber {
  /** "+447700900123" */
  readonly e164: string;
  /** Two letters, `null` where several countries share the code. */
  readonly country: string | null;
}

/** Refused with one of NUMBER_FAULTS. `text`: it is to get a text first. */
export function checkNumber(typed: string, text: boolean): Result<CheckedNumber> {
  // Whatever digits a keyboard has: Arabic ones as well.
  const digits = parseIncompletePhoneNumber(typed).replace(/\D/g, "");
  if (digits === "") return refused("number-needed");
  if (EMERGENCIES.has(digits)) return refused("number-emergency");
  const read = parsePhoneNumberFromString(typed, "GB");
  if (read && FOR_TRYING.test(read.number)) return done({ e164: read.number, country: "GB" });
  if (!read?.isValid())
    return refused(whyNot(typed, read?.countryCallingCode, read?.nationalNumber ?? digits));
  const type = read.getType();
  if (type && COSTLY.has(type)) return refused("number-costs");
  if (text && type && !TEXTED.has(type)) return refused("number-takes-no-text");
  return done({ e164: read.number, country: read.country ?? null });
}

function whyNot(typed: string, code: string | undefined, national: string): NumberFault {
  const length = validatePhoneNumberLength(typed, "GB");
  if (length === "TOO_LONG") return "number-too-long";
  if (length === "TOO_SHORT" || length === "NOT_A_NUMBER") return "number-too-short";
  return code === "44" && national.length < BRITISH ? "number-too-short" : "number-unknown";
}

/** As it is typed, in the groups in which its country writes it. */
export function groupDigits(typed: string): string {
  return new AsYouType("GB").input(typed);
}

/** As it is shown to others in the room: all but the last two digits hidden, grouped as it was. */
export function maskNumber(typed: string): string {
  const grouped = groupDigits(typed);
  const hidden = grouped.replace(/\D/g, "").length - 2;
  let seen = 0;
  return grouped.replaceAll(/\d/g, (digit) => ((seen += 1) > hidden ? digit : "•"));
}

/** As an adviser reads it: a British one with its 0, any other with its country. */
export function readableNumber(e164: string): string {
  const read = parsePhoneNumberFromString(e164);
  if (!read) return e164;
  return read.countryCallingCode === "44" ? read.formatNational() : read.formatInternational();
}
