/** Who is in today: one touch says here now, gone or not coming, and every board says it within a second. */
import { saidOf, todaysSession } from "#shared/events/presence.ts";
import { presenceStates } from "#shared/events/states.ts";
import type { Presence } from "#shared/events/schema.ts";
import type { Item } from "#shared/item.ts";
import type { Term } from "#shared/schema.ts";
import { clockWords } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import { refusalWords } from "../language/refusals.ts";
import { whereWords } from "../language/where.ts";
import { named } from "../live/centres.ts";
import { order } from "../live/client.ts";
import catalogue from "../../content/translations/console.events.en.json";
import { titleOf } from "../ui/editing/ItemList.tsx";
import { toast } from "../ui/toasts.tsx";

const say = sayer(catalogue);

interface Props {
  readonly items: readonly Item<"event">[];
  readonly terms: readonly Term[];
}

export function SessionsToday({ items, terms }: Props) {
  const now = Date.now();
  const today = items.flatMap((item) => {
    const one = item.state === "published" && item.body.session ? todaysSession(item.body, terms, now) : null;
    return one ? [{ item, one }] : [];
  });
  today.sort(({ one }, other) => one.starts - other.one.starts);
  if (today.length === 0) return null;
  return (
    <section class="card sessions" aria-labelledby="sessions">
      <h2 id="sessions">{say("sessions")}</h2>
      <ul>
        {today.map(({ item, one }) => {
          const said = saidOf(item.body, one);
          return (
            <li key={item.id}>
              <div>
                <strong>{titleOf(item.body.title)}</strong>
                <span class="soft">
                  {" "}
                  {named().length > 1 ? `${whereWords(item.audience, named())} · ` : ""}
                  {clockWords(one.starts)}
                  {one.ends === null ? "" : `–${clockWords(one.ends)}`} ·{" "}
                  {said ? say(`said_${said}`) : say("saidNothing")}
                </span>
              </div>
              <div class="chips" role="group" aria-label={titleOf(item.body.title)}>
                {presenceStates.map((state) => (
                  <button
                    key={state}
                    type="button"
                    class={`chip presence-${state}`}
                    aria-pressed={said === state}
                    onClick={() => void speak(item.id, said === state ? null : state)}
                  >
                    {say(state)}
                  </button>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

async function speak(id: string, state: Presence | null): Promise<void> {
  const result = await order("sayHere", { id, state });
  if (!result.ok) toast({ words: refusalWords(result.refusal), tone: "bad" });
}
