/** The first date of an event, and how it repeats. */
import type { Event, Recurrence } from "#shared/events/schema.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.events.en.json";
import { Check, Group, Select, TextField } from "../ui/Field.tsx";
import { Days } from "../ui/editing/Times.tsx";
import { mistakeWords } from "../ui/editing/Words.tsx";

const say = sayer(catalogue);
const EVERY = {
  none: null,
  w1: { weeks: 1 },
  w2: { weeks: 2 },
  w4: { weeks: 4 },
  m1: { months: 1 },
} as const satisfies Readonly<Record<string, Recurrence["every"] | null>>;
type Every = keyof typeof EVERY;

interface Props {
  readonly event: Event;
  readonly mistakes: Readonly<Record<string, string>>;
  onEvent(change: Partial<Event>): void;
}

export function When({ event, mistakes, onEvent }: Props) {
  const { first, repeats } = event;
  const error = (path: string) => (mistakes[path] === undefined ? undefined : mistakeWords(mistakes[path]));
  const isAllDay = first.start === null;
  return (
    <Group legend={say("when")}>
      <div class="three">
        <TextField
          type="date"
          label={say("date")}
          required
          value={first.day}
          error={error("body.first.day")}
          onValue={(day) => onEvent({ first: { ...first, day } })}
        />
        {isAllDay ? null : (
          <>
            <TextField
              type="time"
              label={say("starts")}
              value={first.start ?? ""}
              error={error("body.first.start")}
              onValue={(start) => start && onEvent({ first: { ...first, start } })}
            />
            <TextField
              type="time"
              label={say("ends")}
              value={first.end ?? ""}
              error={error("body.first.end")}
              onValue={(end) => onEvent({ first: { ...first, end: end === "" ? null : end } })}
            />
          </>
        )}
      </div>
      <Check
        label={say("allDay")}
        checked={isAllDay}
        onValue={(on) =>
          onEvent({ first: { ...first, start: on ? null : "10:00", end: on ? null : "11:30" } })
        }
      />
      <div class="two">
        <Select
          label={say("every")}
          value={everyOf(repeats)}
          options={choices(repeats).map((value) => ({ value, word: word(value) }))}
          onValue={(value) => onEvent({ repeats: withEvery(repeats, value) })}
        />
        {repeats ? (
          <TextField
            type="date"
            label={say("lastDay")}
            hint={say("lastDayHint")}
            min={first.day}
            value={repeats.until ?? ""}
            error={error("body.repeats.until")}
            onValue={(until) => onEvent({ repeats: { ...repeats, until: until === "" ? null : until } })}
          />
        ) : null}
      </div>
      {repeats && "weeks" in repeats.every ? (
        <Days days={repeats.days} onDays={(days) => onEvent({ repeats: { ...repeats, days } })} />
      ) : null}
      {repeats ? (
        <Check
          label={say("termTimeOnly")}
          checked={event.termTimeOnly}
          onValue={(termTimeOnly) => onEvent({ termTimeOnly })}
        />
      ) : null}
    </Group>
  );
}

/** What another program has set and is not offered here stays as it is, and is named by its number. */
function everyOf(repeats: Recurrence | null): string {
  if (!repeats) return "none";
  return "weeks" in repeats.every ? `w${repeats.every.weeks}` : `m${repeats.every.months}`;
}

function choices(repeats: Recurrence | null): readonly string[] {
  return [...new Set([...Object.keys(EVERY), everyOf(repeats)])];
}

function word(value: string): string {
  return value in EVERY
    ? say(`every_${value as Every}`)
    : value.replace("w", "7 × ").replace("m", `${say("months")} × `);
}

function withEvery(repeats: Recurrence | null, value: string): Recurrence | null {
  if (!(value in EVERY)) return repeats;
  const every = EVERY[value as Every];
  if (every === null) return null;
  return { every, days: "weeks" in every ? (repeats?.days ?? []) : [], until: repeats?.until ?? null };
}
