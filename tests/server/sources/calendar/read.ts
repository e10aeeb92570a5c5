import { readFileSync } from "node:fs";
import type { ReadEvent } from "#shared/events/read.ts";
import { readFile } from "#server/sources/readfile.ts";

export const NOW = Date.parse("2026-11-27T09:00:00Z");

/** A calendar from the samples, or from the lines of one event, and what is read of it in these days. */
export function readCalendar(bytes: Uint8Array | string, from?: string, to?: string) {
  const file = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const reading = readFile("calendar.ics", file, { now: NOW, from, to });
  return { ...reading, events: reading.read as readonly ReadEvent[] };
}

export function readSample(path: string, from?: string, to?: string) {
  return readCalendar(readFileSync(new URL(`../../../samples/${path}`, import.meta.url)), from, to);
}

export function oneEvent(...lines: string[]): string {
  return [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "UID:1",
    "SUMMARY:Group",
    ...lines,
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
}

/** The starts alone: "2026-09-17 08:30" in UTC, a day for an all-day event. */
export function startsOf({ events }: { readonly events: readonly ReadEvent[] }): readonly string[] {
  return events.map(({ starts }) => (starts ?? "").slice(0, 16).replace("T", " "));
}
