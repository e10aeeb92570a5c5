/** The form of RFC 5545: lines of at most 75 octets that end in CRLF, text escaped, London's own zone. */
import { addDays } from "#shared/london.ts";

/** A content line, not yet folded. */
export type Line = string;

/** `in-london`: its times name London's zone, which is then said too. */
export function calendarText(events: readonly (readonly Line[])[], times: "in-london" | "in-utc"): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Signpost//Signpost//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...(times === "in-london" ? LONDON : []),
    ...events.flat(),
    "END:VCALENDAR",
  ];
  return lines.map((line) => folded(line) + "\r\n").join("");
}

/** British Summer Time since 1996 (The Summer Time Order 2002). */
const LONDON: readonly Line[] = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/London",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T010000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "TZNAME:BST",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "TZNAME:GMT",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** A text value (3.3.11). Control characters but the line break have no place in it. */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** "20261126". */
export function dayOf(day: string): string {
  return day.replaceAll("-", "");
}

/** "20261126T093000Z". */
export function dateTimeInUtc(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** A property's parameter and value: a time on London's clocks, up to "24:00". */
export function localTime(day: string, time: string): string {
  const on = time === "24:00" ? `${dayOf(addDays(day, 1))}T0000` : `${dayOf(day)}T${time.replace(":", "")}`;
  return `;TZID=Europe/London:${on}00`;
}

const MOST_OCTETS = 75;

/** Folded between characters, never within one (3.1); the space that goes on counts. */
function folded(line: Line): string {
  let octets = 0;
  let text = "";
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
