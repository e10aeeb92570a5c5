/** When a centre is open: hours, bank holidays, other closed days, and school terms. */
import plus from "lucide-static/icons/plus.svg?raw";
import remove from "lucide-static/icons/x.svg?raw";
import table from "../../content/reference/bank-holidays.json";
import { today as londonToday } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.centres.en.json";
import { Button } from "../ui/Button.tsx";
import { Check, Group } from "../ui/Field.tsx";
import { HoursField } from "../ui/HoursField.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Fields } from "./CentrePage.tsx";
import { holidaysOf } from "./holidays.ts";

const say = sayer(catalogue);
/** Of the coming bank holidays so many can be excepted: about a year. */
const SOON = 9;
const long = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }); // prettier-ignore

export function DaysFields({ centre, mistakes, set }: Fields) {
  const { closedDays, terms, nation } = centre;
  const today = londonToday();
  const open = centre.openDays ?? [];
  const next = holidaysOf(nation).filter((day) => day >= today);
  return (
    <section class="card form-part">
      <h2>{say("days")}</h2>
      <HoursField
        legend={say("opening")}
        none={say("noHours")}
        value={centre.opening}
        onValue={(opening) => set({ opening })}
      />
      {/* prettier-ignore */}
      <Check label={say("bankHolidays")} checked={centre.bankHolidays ?? false} onValue={(bankHolidays) => set({ bankHolidays })} />
      {centre.bankHolidays && next[0] ? (
        <>
          <p class="soft">{say("nextHoliday", { day: said(next[0]), n: next.length, year: table.until })}</p>
          <Group legend={say("openDays")}>
            <div class="open-days">
              {next.slice(0, SOON).map((day) => (
                <Check
                  key={day}
                  label={said(day)}
                  checked={open.includes(day)}
                  onValue={(is) =>
                    set({ openDays: is ? [...open, day].toSorted() : open.filter((one) => one !== day) })
                  }
                />
              ))}
            </div>
          </Group>
        </>
      ) : null}
      <Group legend={say("closedDays")}>
        {closedDays.map((day, at) => (
          <div class="day-row" key={at}>
            <input
              type="date"
              aria-label={say("closedDay")}
              value={day}
              aria-invalid={mistakes[`closedDays.${at}`] !== undefined}
              onInput={(event) =>
                set({
                  closedDays: closedDays.map((one, index) =>
                    index === at ? event.currentTarget.value : one,
                  ),
                })
              }
            />
            {/* prettier-ignore */}
            <Remove word={say("removeDay")} do={() => set({ closedDays: closedDays.filter((_, index) => index !== at) })} />
          </div>
        ))}
        <div>
          <Button kind="quiet" icon={plus} onClick={() => set({ closedDays: [...closedDays, today] })}>
            {say("addDay")}
          </Button>
        </div>
      </Group>
      <Group legend={say("terms")}>
        <p class="soft">{say("termsHint")}</p>
        {terms.map(([first, last], at) => {
          const put = (term: [string, string]) =>
            set({ terms: terms.map((one, index) => (index === at ? term : one)) });
          const error = mistakes[`terms.${at}`];
          return (
            <div key={at}>
              <div class="day-row">
                <input
                  type="date"
                  aria-label={say("termFirst")}
                  value={first}
                  aria-invalid={error !== undefined}
                  onInput={(event) => put([event.currentTarget.value, last])}
                />
                <span aria-hidden="true">–</span>
                <input
                  type="date"
                  aria-label={say("termLast")}
                  value={last}
                  aria-invalid={error !== undefined}
                  onInput={(event) => put([first, event.currentTarget.value])}
                />
                {/* prettier-ignore */}
                <Remove word={say("removeTerm")} do={() => set({ terms: terms.filter((_, index) => index !== at) })} />
              </div>
              {error ? <p class="mistake">{error}</p> : null}
            </div>
          );
        })}
        <div>
          <Button kind="quiet" icon={plus} onClick={() => set({ terms: [...terms, [today, today]] })}>
            {say("addTerm")}
          </Button>
        </div>
      </Group>
    </section>
  );
}

function Remove({ word, do: act }: { readonly word: string; do(): void }) {
  return (
    <button type="button" class="button quiet" aria-label={word} onClick={act}>
      <Icon of={remove} />
    </button>
  );
}

function said(day: string): string {
  return long.format(new Date(`${day}T00:00:00Z`));
}
