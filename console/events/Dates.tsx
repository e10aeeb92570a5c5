/** The coming dates of an event, each of which may be cancelled or left out; and further ones. */
import { useState } from "preact/hooks";
import { occurrences } from "#shared/events/occurrences.ts";
import type { Event } from "#shared/events/schema.ts";
import { addDays, startOfDay } from "#shared/london.ts";
import type { Term } from "#shared/schema.ts";
import { clockWords, dayWords, today } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.events.en.json";
import { Button } from "../ui/Button.tsx";
import { Check, Group, TextField } from "../ui/Field.tsx";
import { Tag } from "../ui/Tag.tsx";

const say = sayer(catalogue);
/** So many of the next dates are listed, at most a year ahead. */
const MOST = 8;

interface Props {
  readonly event: Event;
  readonly terms: readonly Term[];
  onEvent(change: Partial<Event>): void;
}

export function Dates({ event, terms, onEvent }: Props) {
  const [added, add] = useState("");
  const { cancelled, exceptDates, also, first } = event;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(first.day)) return null;
  const from = startOfDay(today());
  const whole = { ...event, exceptDates: [] };
  const coming = occurrences(whole, terms, from, startOfDay(addDays(today(), 366))).slice(0, MOST);
  const days = cancelled === true ? [] : cancelled;
  const toggle = (list: readonly string[], day: string) =>
    list.includes(day) ? list.filter((one) => one !== day) : [...list, day].toSorted();
  return (
    <Group legend={say("next")}>
      <Check
        label={say("cancelAll")}
        checked={cancelled === true}
        onValue={(all) => onEvent({ cancelled: all ? true : [] })}
      />
      <ul class="dates">
        {coming.map(({ day, starts, allDay }) => {
          const isLeftOut = exceptDates.includes(day);
          const isOff = cancelled === true || days.includes(day);
          return (
            <li key={starts}>
              <span>
                {dayWords(day)}
                {allDay ? "" : `, ${clockWords(starts)}`}{" "}
                {isLeftOut ? (
                  <Tag>{say("left")}</Tag>
                ) : isOff ? (
                  <Tag tone="bad">{say("cancelled")}</Tag>
                ) : null}
              </span>
              <span class="row">
                {cancelled === true || isLeftOut ? null : (
                  <Button
                    kind="quiet"
                    aria-label={`${isOff ? say("takesPlace") : say("cancelThis")}, ${dayWords(day)}`}
                    onClick={() => onEvent({ cancelled: toggle(days, day) })}
                  >
                    {isOff ? say("takesPlace") : say("cancelThis")}
                  </Button>
                )}
                {event.repeats ? (
                  <Button
                    kind="quiet"
                    aria-label={`${isLeftOut ? say("takesPlace") : say("leaveOut")}, ${dayWords(day)}`}
                    onClick={() => onEvent({ exceptDates: toggle(exceptDates, day) })}
                  >
                    {isLeftOut ? say("takesPlace") : say("leaveOut")}
                  </Button>
                ) : null}
                {also.some((one) => one.day === day) ? (
                  <Button
                    kind="quiet"
                    aria-label={`${say("removeDate")}, ${dayWords(day)}`}
                    onClick={() => onEvent({ also: also.filter((one) => one.day !== day) })}
                  >
                    {say("removeDate")}
                  </Button>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      <div class="row add-date">
        <TextField type="date" label={say("extraDates")} value={added} min={today()} onValue={add} />
        <Button
          disabled={added === "" || also.some(({ day }) => day === added)}
          onClick={() => {
            onEvent({ also: [...also, { ...first, day: added }] });
            add("");
          }}
        >
          {say("addDate")}
        </Button>
      </div>
    </Group>
  );
}
