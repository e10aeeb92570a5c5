/** When a vacancy closes, by its source's own field or else by what its text says. */
import { closingsIn } from "./closingwords.ts";
import { readClosing, type ReadDate } from "./dates.ts";
import type { Notes } from "./notes.ts";
import { readingAt } from "#shared/london.ts";

interface Candidate {
  readonly text: string;
  readonly read: ReadDate;
}

/** `fields`: as the source wrote them; `prose`: title and description, cleaned. */
export function understandCloses(
  fields: readonly string[],
  prose: string,
  { posted, now }: { readonly posted: string | null; readonly now: number },
  notes: Notes,
): string | null {
  const around = { now, posted: posted ? Date.parse(posted) : null };
  const candidate = (text: string) => ({ text, read: readClosing(text, around) });
  const stated = fields.filter((text) => text.trim()).map(candidate);
  // A field that says "until filled" is an answer as well; one that cannot be read is none.
  const isSaid = stated.some(({ read }) => read.state !== "problem");
  const mined = isSaid ? [] : earliestFirst(closingsIn(prose).map(candidate));
  const all = [...stated, ...mined];
  const chosen = all.find(({ read }) => read.state === "known");
  for (const { text, read } of all) {
    if (read.state === "problem") notes.warn(chosen ? "second-value" : read.problem, "closes", text);
    else if (read.state === "known" && chosen && text !== chosen.text)
      notes.warn("second-value", "closes", text);
  }
  if (chosen?.read.state !== "known") {
    notes.flag("no-closing-date");
    return null;
  }
  notes.from("closes", mined.includes(chosen) ? "derived" : chosen.read.origin);
  if (Date.parse(chosen.read.at) <= now) notes.flag("closed");
  return chosen.read.at;
}

/**
 * Of two dates in a text the earlier counts: nobody is sent after a job that may be gone. The same day named
 * twice, once with its hour, is one.
 */
function earliestFirst(mined: readonly Candidate[]): readonly Candidate[] {
  const sorted = mined.toSorted((a, b) => instant(a) - instant(b));
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return !before || !Number.isFinite(instant(one)) || lastDay(one) !== lastDay(before);
  });
}

const instant = ({ read }: Candidate) => (read.state === "known" ? Date.parse(read.at) : Infinity);
/** A day alone closes at the next midnight; that day is meant, not the next. */
const lastDay = (one: Candidate) => readingAt(instant(one) - 1).day;
