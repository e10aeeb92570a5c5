/** Opening hours: on which days from when until when. */
import type { Weekday, Window } from "#shared/schema.ts";
import { WEEKDAYS } from "#shared/london.ts";
import plus from "lucide-static/icons/plus.svg?raw";
import remove from "lucide-static/icons/x.svg?raw";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.hours.en.json";
import { Button } from "./Button.tsx";
import { Group } from "./Field.tsx";
import { Icon } from "./Icon.tsx";

const say = sayer(catalogue);
const WEEKDAY: Window = { days: ["mon", "tue", "wed", "thu", "fri"], start: "09:00", end: "17:00" };

interface Props {
  readonly legend: string;
  readonly value: readonly Window[];
  /** Said where there are none. */
  readonly none: string;
  onValue(value: Window[]): void;
}

export function HoursField({ legend, value, none, onValue }: Props) {
  const put = (at: number, window: Window) =>
    onValue(value.map((one, index) => (index === at ? window : one)));
  return (
    <Group legend={legend}>
      {value.length === 0 ? <p class="soft">{none}</p> : null}
      {value.map((window, at) => (
        <div class="hours" key={at}>
          <div class="days" role="group" aria-label={say("days")}>
            {WEEKDAYS.map((day) => (
              <button
                key={day}
                type="button"
                class="day"
                aria-pressed={window.days.includes(day)}
                aria-label={say(day)}
                onClick={() => put(at, { ...window, days: toggled(window.days, day) })}
              >
                {say(`${day}_short`)}
              </button>
            ))}
          </div>
          <input
            type="time"
            aria-label={say("from")}
            value={window.start}
            onInput={(event) => put(at, { ...window, start: event.currentTarget.value })}
          />
          <span aria-hidden="true">–</span>
          <input
            type="time"
            aria-label={say("until")}
            value={window.end}
            onInput={(event) => put(at, { ...window, end: event.currentTarget.value })}
          />
          {/* prettier-ignore */}
          <button type="button" class="button quiet" aria-label={say("remove")} onClick={() => onValue(value.filter((_, index) => index !== at))}>{/* prettier-ignore */}
            <Icon of={remove} />
          </button>
        </div>
      ))}
      <div>
        <Button icon={plus} kind="quiet" onClick={() => onValue([...value, WEEKDAY])}>
          {say("add")}
        </Button>
      </div>
    </Group>
  );
}

/** In the week's order; the last day stays. */
function toggled(days: readonly Weekday[], day: Weekday): Weekday[] {
  const next = WEEKDAYS.filter((one) => (one === day ? !days.includes(day) : days.includes(one)));
  return next.length > 0 ? next : [...days];
}
