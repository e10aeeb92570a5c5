/** The hours of a job laid over a school day. */
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { timeWords } from "#kiosk/language/dates.ts";
import type { Speech } from "#kiosk/language/speech.ts";
import { instantOf } from "#shared/london.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import type { WorkingDay } from "./day.ts";

/** What is drawn, and when school is open (Department for Education: a week of 32.5 hours). */
const DRAWN = { from: 7, to: 19 };
const SCHOOL = { from: 9, to: 15 };

export function Day({ day, vacancy }: { readonly day: WorkingDay; readonly vacancy: Vacancy }) {
  const { speech } = useKiosk();
  const first = Math.min(DRAWN.from, Math.floor(day.from));
  const last = Math.max(DRAWN.to, Math.ceil(day.to));
  const hours = Array.from({ length: last - first }, (_, at) => first + at);
  const label = [day.from, day.to].map((hour) => hourWords(speech, hour));
  const said = speech.say("when.between", { from: label[0]!, to: label[1]! });
  return (
    <>
      <p data-read>
        <b>{said}</b>
        {vacancy.patterns.includes("term-time") && ` · ${speech.say("pattern.term-time")}`}
      </p>
      <div class="day" aria-hidden="true">
        {hours.map((hour) => {
          const job = overlap(hour, day);
          return (
            <i key={hour} class={SCHOOL.from <= hour && hour < SCHOOL.to ? "school" : ""}>
              {job && (
                <i
                  class="job-part"
                  style={{ insetInlineStart: `${job.start * 100}%`, width: `${job.part * 100}%` }}
                />
              )}
            </i>
          );
        })}
      </div>
      <div class="day-hours" aria-hidden="true">
        {hours
          .filter((hour) => (hour - first) % 3 === 0)
          .map((hour) => (
            <span key={hour} style={{ gridColumn: `span ${Math.min(3, last - hour)}` }}>
              {axisWords(speech, hour)}
            </span>
          ))}
      </div>
      <p class="day-key" aria-hidden="true">
        <i class="key-job" /> {speech.t("job.this")} <i class="key-school" /> {speech.t("job.school")}
      </p>
    </>
  );
}

function overlap(hour: number, { from, to }: WorkingDay): { start: number; part: number } | null {
  const start = Math.max(hour, from);
  const end = Math.min(hour + 1, to);
  return end > start ? { start: start - hour, part: end - start } : null;
}

/** An ordinary winter's day, on which no clock changes. */
const ANY_DAY = "2026-01-14";

/** "7am", "noon", "16:00": under the hours of a whole day a number alone could be either. */
function axisWords(speech: Speech, hour: number): string {
  const { hours, am, pm } = speech.catalogue.clock;
  if (hours === 24) return hourWords(speech, hour);
  if (hour === 12) return speech.t("clock.noon");
  return `${hour % 12 || 12}${hour % 24 < 12 ? am : pm}`;
}

function hourWords(speech: Speech, hour: number): string {
  const within = hour % 24;
  const time = `${String(Math.floor(within)).padStart(2, "0")}:${String(Math.round((within % 1) * 60)).padStart(2, "0")}`;
  return timeWords(speech, instantOf(ANY_DAY, time));
}
