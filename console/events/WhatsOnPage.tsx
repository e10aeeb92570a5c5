/** What's on: who is in today, the coming weeks as a calendar, and every event as a list. */
import { useState } from "preact/hooks";
import plus from "lucide-static/icons/plus.svg?raw";
import userCheck from "lucide-static/icons/user-check.svg?raw";
import type { Item } from "#shared/item.ts";
import { nextOccurrence } from "#shared/events/occurrences.ts";
import { clockWords, dayWords, today } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import { here } from "../live/centres.ts";
import { useAsked } from "../live/collection.ts";
import catalogue from "../../content/translations/console.events.en.json";
import { Button, LinkButton } from "../ui/Button.tsx";
import { Chips } from "../ui/Chips.tsx";
import { Beside } from "../ui/Beside.tsx";
import { Listed, LIST_TOPICS, titleOf } from "../ui/editing/ItemList.tsx";
import { Page } from "../ui/Page.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { calendarOf } from "./calendar.ts";
import { SessionsToday } from "./SessionsToday.tsx";
import { isHere } from "./unplanned.ts";

const say = sayer(catalogue);
const PATH = "/events";

export default function WhatsOnPage() {
  const [view, choose] = useState<"coming" | "all">("coming");
  const held = useAsked<readonly Item<"event">[], "listItems">(
    "listItems",
    { kind: "event", limit: 1000 },
    LIST_TOPICS,
  );
  const terms = here.value?.terms ?? [];
  const centre = here.value;
  const actions = (
    <>
      {centre ? (
        <Button icon={userCheck} onClick={() => void isHere(centre)}>
          {say("unplanned")}
        </Button>
      ) : null}
      <LinkButton kind="primary" icon={plus} href={`/console${PATH}/new`}>
        {say("new")}
      </LinkButton>
    </>
  );
  return (
    <Page title={say("whatsOn")} aside={<Beside />} actions={actions}>
      <Waiting for={held}>
        {(items) => (
          <div class="stack">
            <SessionsToday items={items} terms={terms} />
            <Chips
              label={say("view")}
              chips={[
                { value: "coming", word: say("comingUp") },
                { value: "all", word: say("allEvents"), count: items.length },
              ]}
              value={view}
              onValue={(value) => choose(value)}
            />
            {view === "coming" ? (
              <Calendar items={items} />
            ) : (
              <Listed
                kind="event"
                path={PATH}
                caption={say("whatsOn")}
                emptyWord={say("empty")}
                items={items}
                columns={[{ word: say("nextDate"), cell: ({ body }) => nextWords(body) }]}
              />
            )}
          </div>
        )}
      </Waiting>
    </Page>
  );
}

function nextWords(event: Item<"event">["body"]): string {
  const next = nextOccurrence(event, here.value?.terms ?? [], Date.now());
  if (!next) return say("noDate");
  return next.allDay ? dayWords(next.day) : `${dayWords(next.day)}, ${clockWords(next.starts)}`;
}

function Calendar({ items }: { readonly items: readonly Item<"event">[] }) {
  const days = calendarOf(items, here.value?.slug ?? "", here.value?.terms ?? [], Date.now());
  if (items.length === 0) return <p class="empty-list">{say("empty")}</p>;
  if (days.length === 0) return <p class="soft">{say("noneComing")}</p>;
  return (
    <ol class="calendar">
      {days.map(({ day, times }) => (
        <li key={day} class={day === today() ? "day today" : "day"}>
          <h2>{dayWords(day)}</h2>
          <ul>
            {times.map(({ item, occurrence }) => (
              <li key={`${item.id} ${occurrence.starts}`} class={occurrence.cancelled ? "cancelled" : ""}>
                <span class="time">
                  {occurrence.allDay ? say("allDay") : clockWords(occurrence.starts)}
                  {occurrence.allDay || occurrence.ends === null ? "" : `–${clockWords(occurrence.ends)}`}
                </span>
                <a href={`/console${PATH}/${item.id}`}>{titleOf(item.body.title)}</a>
                <span class="soft">{item.body.place ? titleOf(item.body.place) : ""}</span>
                {occurrence.cancelled ? <Tag tone="bad">{say("cancelled")}</Tag> : null}
                {item.body.session ? <Tag tone="talk">{say("session")}</Tag> : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
