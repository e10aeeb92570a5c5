/** Finds the time of day that stands beside a date. */

export interface TimeOfDay {
  /** 0 to 24; 24:00 is the end of the day. */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes ahead of UTC, `null` where the clock meant is London's. */
  readonly offset: number | null;
}

const NOON = /\b(?:12 ?)?(?:noon|mid-?day)\b|\b(?:hanner|canol) dydd\b/i;
const MIDNIGHT = /\b(?:12 ?)?(?:mid-?night)\b|\b(?:hanner|canol) nos\b/i;
const MACHINE =
  /(?:T|^|\s)(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|BST|[+-]\d{2}(?::?\d{2})?)?(?![\d:])/i;
const TWELVE_HOUR = /(?<![\d:.])(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(?:([ap])\.?\s?m|y([bp]))\b\.?/i;
/** "5 o'clock" is an hour of the working day. */
const O_CLOCK = /(?<![\d:.])(\d{1,2})(?:[:.]00)?\s*o\s?['’]?\s?(?:clock|r gloch)\b/i;
const TWENTY_FOUR =
  /(?<![\d:.])(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?!\d)|^\s*(\d{2})([0-5]\d)\s*$|\b(\d{2})(\d{2})\s*(?:hrs|hours|h)\b/i;

/**
 * `machine`: what is left of an ISO 8601 date-time. "Midnight" in words is the end of the day named:
 * that is what "closes at midnight on the 4th" means to whoever writes it.
 */
export function findTime(text: string, machine: boolean): TimeOfDay | null {
  if (machine) {
    // "2026-12-04Z": a day with a zone of its own (xs:date), and no time.
    if (/^\s*(?:Z|[+-]\d{2}:?\d{2})\s*$/i.test(text)) return null;
    const found = MACHINE.exec(text);
    if (found) return machineTime(found);
  }
  if (NOON.test(text)) return local(12, 0);
  if (MIDNIGHT.test(text)) return local(24, 0);
  const twelve = TWELVE_HOUR.exec(text);
  if (twelve) return twelveHour(twelve);
  const clock = Number(O_CLOCK.exec(text)?.[1] ?? Number.NaN);
  if (clock >= 1 && clock <= 12) return local(clock < 7 ? clock + 12 : clock, 0);
  const match = TWENTY_FOUR.exec(text);
  if (!match) return null;
  const [, hour, minute, second, bareHour, bareMinute, longHour, longMinute] = match;
  return local(
    Number(hour ?? bareHour ?? longHour),
    Number(minute ?? bareMinute ?? longMinute),
    Number(second ?? 0),
  );
}

function machineTime([, hour, minute, second, zone]: RegExpExecArray): TimeOfDay | null {
  const time = local(Number(hour), Number(minute), Number(second ?? 0));
  return time && { ...time, offset: zone === undefined ? null : minutesAhead(zone.toUpperCase()) };
}

function minutesAhead(zone: string): number {
  if (zone === "BST") return 60;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

function twelveHour([, hour, minute, half, welsh]: RegExpExecArray): TimeOfDay | null {
  const written = Number(hour);
  // 17:00pm is written too; the hour says it all.
  if (written > 12) return local(written, Number(minute ?? 0));
  const morning = written % 12;
  return local((half ?? welsh)?.toLowerCase() === "p" ? morning + 12 : morning, Number(minute ?? 0));
}

function local(hour: number, minute: number, second = 0): TimeOfDay | null {
  const possible = minute < 60 && second < 60 && (hour < 24 || (hour === 24 && minute === 0));
  return possible ? { hour, minute, second, offset: null } : null;
}
