/** When something shows: always, from and until an instant, and perhaps only at some times of the week. */
import type { Timing, Weekday, Window } from "#shared/schema.ts";
import { WEEKDAYS } from "#shared/london.ts";
import { fromField, toField } from "../../language/london.ts";
import { sayer } from "../../language/say.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Button } from "../Button.tsx";
import { Check, Group, TextField } from "../Field.tsx";
import { mistakeWords } from "./Words.tsx";

const say = sayer(catalogue);

interface Props {
  readonly timing: Timing;
  readonly mistakes: Readonly<Record<string, string>>;
  /** Without an end it cannot go out. */
  readonly needsEnd?: boolean;
  onTiming(timing: Partial<Timing>): void;
}

export function Times({ timing, mistakes, needsEnd = false, onTiming }: Props) {
  const error = (path: string) => (mistakes[path] === undefined ? undefined : mistakeWords(mistakes[path]));
  return (
    <Group legend={say("times")}>
      <div class="two">
        <TextField
          type="datetime-local"
          label={say("from")}
          hint={say("fromHint")}
          value={toField(timing.from)}
          error={error("from")}
          onValue={(value) => onTiming({ from: fromField(value) })}
        />
        <TextField
          type="datetime-local"
          label={say("until")}
          hint={needsEnd ? say("untilNeeded") : say("untilHint")}
          required={needsEnd}
          value={toField(timing.until)}
          error={error("until")}
          onValue={(value) => onTiming({ until: fromField(value) })}
        />
      </div>
      <details open={timing.pattern.length > 0 || timing.termTimeOnly}>
        <summary>{say("someTimes")}</summary>
        <div class="stack">
          {timing.pattern.map((window, at) => (
            <WindowFields
              key={at}
              window={window}
              onWindow={(next) =>
                onTiming({
                  pattern: timing.pattern.flatMap((one, each) => (each === at ? (next ?? []) : one)),
                })
              }
            />
          ))}
          <div class="row">
            <Button
              onClick={() =>
                onTiming({
                  pattern: [
                    ...timing.pattern,
                    { days: ["mon", "tue", "wed", "thu", "fri"], start: "09:00", end: "12:00" },
                  ],
                })
              }
            >
              {say("addTimes")}
            </Button>
          </div>
          <Check
            label={say("termTimeOnly")}
            checked={timing.termTimeOnly}
            onValue={(termTimeOnly) => onTiming({ termTimeOnly })}
          />
        </div>
      </details>
    </Group>
  );
}

function WindowFields({
  window,
  onWindow,
}: {
  readonly window: Window;
  onWindow(window: Window | null): void;
}) {
  return (
    <div class="card stack">
      <Days days={window.days} onDays={(days) => days.length > 0 && onWindow({ ...window, days })} />
      <div class="two">
        <TextField
          type="time"
          label={say("starts")}
          value={window.start}
          onValue={(start) => start && onWindow({ ...window, start })}
        />
        <TextField
          type="time"
          label={say("ends")}
          value={window.end === "24:00" ? "00:00" : window.end}
          onValue={(end) => end && onWindow({ ...window, end })}
        />
      </div>
      <div class="row">
        <Button kind="quiet" onClick={() => onWindow(null)}>
          {say("removeTimes")}
        </Button>
      </div>
    </div>
  );
}

export function Days({ days, onDays }: { readonly days: readonly Weekday[]; onDays(days: Weekday[]): void }) {
  return (
    <div class="chips" role="group" aria-label={say("days")}>
      {WEEKDAYS.map((day) => (
        <button
          key={day}
          type="button"
          class="chip"
          aria-pressed={days.includes(day)}
          onClick={() => onDays(WEEKDAYS.filter((one) => (one === day) !== days.includes(one)))}
        >
          {say(`day_${day}`)}
        </button>
      ))}
    </div>
  );
}
