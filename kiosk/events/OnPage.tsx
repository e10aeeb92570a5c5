/** What's on: today, this week, for jobs, for children, in a language, with a crèche. */
import { addDays } from "#shared/london.ts";
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { NAMES } from "#kiosk/language/names.ts";
import type { Saying } from "#kiosk/language/speech.ts";
import type { OfferedEvent } from "#kiosk/live/offered.ts";
import { Chip } from "#kiosk/ui/touch/Chip.tsx";
import { useKiosk, useNote } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Rows } from "#kiosk/ui/touch/Rows.tsx";
import { EventRow, inOrder } from "./parts.tsx";

type Choice = "all" | "today" | "week" | "jobs" | "children" | "creche" | Language;

const CHOICES: readonly [Exclude<Choice, Language>, Saying][] = [
  ["all", "on.all"],
  ["today", "on.today"],
  ["week", "on.week"],
  ["jobs", "on.jobs"],
  ["children", "on.children"],
  ["creche", "on.creche"],
];

export function OnPage() {
  const { speech, offered } = useKiosk();
  const [chosen, choose] = useNote<Choice>("on", "all");
  const groups = offered.events.filter(({ event }) => event.session === null);
  const left = (choice: Choice) => groups.flatMap((one) => fits(one, choice, offered.today));
  const shown = inOrder(left(chosen));
  const languages = LANGUAGES.filter((language) => language !== "en" && left(language).length > 0);
  return (
    <Page title={speech.t("door.on")}>
      {groups.length > 0 && (
        <div class="chips" data-group>
          {CHOICES.filter(([choice]) => choice === chosen || left(choice).length > 0).map(
            ([choice, word]) => (
              <Chip
                key={choice}
                words={speech.t(word)}
                on={choice === chosen}
                count={left(choice).length}
                act={() => choose(choice)}
              />
            ),
          )}
          {languages.map((language) => (
            <Chip
              key={language}
              words={NAMES[language]}
              on={language === chosen}
              count={left(language).length}
              act={() => choose(language)}
            />
          ))}
        </div>
      )}
      {shown.length === 0 && (
        <p class="nothing" data-read>
          {speech.t("on.none")}
        </p>
      )}
      <Rows>
        {shown.map((one) => (
          <EventRow key={one.id} {...one} />
        ))}
      </Rows>
    </Page>
  );
}

/** The event with the times that fit, none if no time does. */
function fits(one: OfferedEvent, choice: Choice, today: string | null): readonly OfferedEvent[] {
  const { event } = one;
  const within = (days: number) => {
    if (today === null) return [];
    const times = one.times.filter(({ day }) => day <= addDays(today, days));
    return times.length > 0 ? [{ ...one, times }] : [];
  };
  switch (choice) {
    case "all":
      return [one];
    case "today":
      return within(0);
    case "week":
      return within(6);
    case "jobs":
    case "children":
      return event.about === choice ? [one] : [];
    case "creche":
      return event.creche ? [one] : [];
    default:
      return event.languages.includes(choice) ? [one] : [];
  }
}
