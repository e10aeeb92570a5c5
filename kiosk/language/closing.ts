/** When something closes, in words. */
import { addDays, dayNumber, readingAt } from "#shared/london.ts";
import { dateWords, dayWords, timeWords } from "./dates.ts";
import type { Speech } from "./speech.ts";

const LAST_MINUTES = 24 * 60 - 2;
/** Days ahead for which the weekday alone is clear. */
const WEEK = 7;

/** "Closes Friday", "Closes today at noon": `until` is the first instant (epoch ms) at which it is closed. */
export function closingWords(speech: Speech, until: number, today: string | null): string {
  const { day, minutes } = readingAt(until - 1);
  const wholeDay = minutes >= LAST_MINUTES;
  const time = clockWords(speech, until);
  if (today !== null && day === today) {
    return wholeDay ? speech.t("job.closesToday") : speech.t("job.closesTodayAt", { time });
  }
  if (today !== null && day === addDays(today, 1)) {
    return wholeDay ? speech.t("job.closesTomorrow") : speech.t("job.closesTomorrowAt", { time });
  }
  const soon = today !== null && dayNumber(day) - dayNumber(today) < WEEK;
  const words = soon ? dayWords(speech, day, today) : dateWords(speech, day);
  return wholeDay ? speech.t("job.closes", { day: words }) : speech.t("job.closesAt", { day: words, time });
}

/** "5", "9.30pm"; a 12 that stands alone could be either. */
export function clockWords(speech: Speech, at: number): string {
  return readingAt(at).minutes === 12 * 60 ? speech.t("clock.noon") : timeWords(speech, at);
}
