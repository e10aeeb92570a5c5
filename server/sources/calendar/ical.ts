/** iCalendar (RFC 5545): the calendars that Outlook, Google, Apple and councils' websites publish. */
import type { EventFlag, ReadEvent } from "#shared/events/read.ts";
import { readLink } from "../links.ts";
import { remark, type Reader, type Remark, type RemarkCode, type SourceFile } from "../reading.ts";
import { readLanguage } from "../welsh.ts";
import { type Block, cutCalendar } from "./blocks.ts";
import { description, line, linesOf, UNSAID, whoIn } from "./event.ts";
import { expand, type Occasion, type Series } from "./expand.ts";
import { unfold } from "./lines.ts";
import { type Part, readPart } from "./series.ts";
import { together } from "./together.ts";
import { windowOf } from "./window.ts";
import { zonesOf } from "./zones.ts";

/** What all rules of one file may cost together, about a second; and how much is kept of it. */
const EFFORT = 2_000_000;
const MOST_READ = 20_000;

export const ical: Reader<ReadEvent> = {
  format: "icalendar",
  kind: "events",

  recognises({ name, text }: SourceFile): number {
    const start = text.slice(0, 5_000);
    if (/^\s*BEGIN\s*:\s*(?:VCALENDAR|VEVENT)\b/i.test(start)) return 1;
    if (/^BEGIN\s*:\s*V(?:CALENDAR|EVENT)\b/im.test(start)) return 0.8;
    return /\.(?:ics|ical|ifb|vcs)$/i.test(name) ? 0.6 : 0;
  },

  read({ bytes }, options) {
    const { events, zones } = cutCalendar(unfold(bytes));
    const known = zonesOf(zones);
    const rejected: Remark[] = [];
    const warnings: Remark[] = [];
    const parts = events.flatMap((block) => {
      const read = tryToRead(block, known);
      if (read.ok) {
        for (const problem of read.part.problems) warnings.push(remark(`line ${block.line}`, problem));
        return [read.part];
      }
      rejected.push(remark(`line ${block.line}`, read.problem, null, read.written));
      return [];
    });
    const window = windowOf(options);
    const effort = { left: EFFORT };
    const occasions: Occasion[] = [];
    for (const series of together(parts)) {
      const { occasions: some, cut } = expand(series, window, window.edges, effort);
      if (cut) warnings.push(remark(`line ${series.main.line}`, "too-many"));
      for (const one of some) if (occasions.length < MOST_READ) occasions.push(one);
    }
    const words = wordsOnce();
    const read = occasions
      .toSorted((one, other) => one.starts - other.starts)
      .map((one) => toEvent(one, words));
    return { kind: "events", format: ical.format, read, rejected, warnings, complete: true };
  },
};

/** One event that trips over a mistake of ours must not cost the others. */
function tryToRead(
  block: Block,
  zones: ReturnType<typeof zonesOf>,
):
  | ReturnType<typeof readPart>
  | { readonly ok: false; readonly problem: RemarkCode; readonly written: string } {
  try {
    return readPart(block, zones);
  } catch {
    return { ok: false, problem: "reader-failed", written: "" };
  }
}

interface Words {
  readonly title: string | null;
  readonly place: string | null;
  readonly description: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** Five hundred occurrences share their words, and cleaning costs. */
function wordsOnce(): (occasion: Occasion) => Words {
  const known = new Map<Part, Words>();
  return ({ part, series }) => {
    const before = known.get(part);
    if (before) return before;
    const words = wordsOf(part, series);
    known.set(part, words);
    return words;
  };
}

/** What an occurrence of its own leaves unsaid, its series says. */
function wordsOf(part: Part, { main }: Series): Words {
  const said = (name: keyof Part["text"]) => part.text[name] ?? main.text[name];
  const [title, place, words, url] = [said("SUMMARY"), said("LOCATION"), said("DESCRIPTION"), said("URL")];
  return {
    title: line(title),
    place: linesOf(place),
    description: description(words),
    url: url ? readLink(url).url : null,
    language: readLanguage(said("LANGUAGE") ?? ""),
  };
}

function toEvent(occasion: Occasion, wordsFor: (occasion: Occasion) => Words): ReadEvent {
  const { part, series, starts, ends, cancelled } = occasion;
  const words = wordsFor(occasion);
  const instant = (at: number): string => {
    const written = new Date(at).toISOString();
    return part.start.day ? written.slice(0, 10) : written;
  };
  const flags: EventFlag[] = part.problems.filter(
    (problem) => problem === "unknown-zone" || problem === "rule-not-understood",
  );
  if (words.title === null) flags.push("no-title");
  if (part.isPrivate || series.main.isPrivate) flags.push("private");
  return {
    ...UNSAID,
    uid: part.uid!,
    starts: instant(starts),
    ends: ends === null ? null : instant(ends),
    allDay: part.start.day,
    cancelled,
    recurs: series.main.rules.length > 0 || series.main.also.length > 0 || part.replaces !== null,
    tentative: part.tentative,
    ...words,
    who: whoIn(words.description),
    online: ONLINE.test(words.place ?? ""),
    flags,
  };
}

const ONLINE = /^(?:https?:\/\/\S+|(?:microsoft )?teams(?: meeting)?|zoom(?: meeting)?|online)$/i;
