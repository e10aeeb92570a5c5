/** One call in the queue: how long, where, what about, in which language, and whether anybody could be told. */
import hand from "lucide-static/icons/hand.svg?raw";
import type { CallState, QueuedCall } from "#shared/calls/call.ts";
import { named } from "../live/centres.ts";
import { nameOfPerson } from "../live/names.ts";
import { Button } from "../ui/Button.tsx";
import { Tag, type Tone } from "../ui/Tag.tsx";
import { look, open, take } from "./acts.ts";
import { aboutWords, ageWords, isBad, languageWords, momentWords, say, tellingWords } from "./words.ts";

interface Props {
  readonly call: QueuedCall;
  readonly now: number;
  readonly isNext: boolean;
}

const TONES: Readonly<Record<CallState["state"], Tone>> = {
  ringing: "talk",
  "rung-out": "warn",
  waiting: "warn",
  taken: "good",
  again: "plain",
  ended: "plain",
  cancelled: "plain",
};
const RINGABLE = new Set<CallState["state"]>(["waiting", "again"]);

export function CallRow({ call, now, isNext }: Props) {
  const { state, centre, screen } = call;
  const isOpen = state.state !== "ended" && state.state !== "cancelled";
  const isLate = isOpen && state.state !== "taken" && Date.parse(call.due) < now;
  const bad = new Set(call.tellings.filter(isBad).map(tellingWords));
  const place = named().find(({ slug }) => slug === centre)?.name ?? centre;
  return (
    <li class={`card call ${isLate ? "late" : ""}`} data-reference={call.reference}>
      <p class="call-age">
        <strong>{ageWords(call.asked, now)}</strong>
        <span>{call.reference}</span>
      </p>
      <div class="call-what">
        <h3>{call.unread ? say("unread") : aboutWords(call.about, call.title)}</h3>
        <p>
          {place}
          {screen ? `, ${[screen.name, screen.place].filter(Boolean).join(", ")}` : ""}
          {call.askedBy ? `, ${say("askedBy", { who: nameOfPerson(call.askedBy) })}` : ""}
        </p>
        <p class="tags">
          <Tag tone={TONES[state.state]}>{stateWords(state)}</Tag>
          {call.unread ? null : <Tag>{say(`way_${call.way}`)}</Tag>}
          {call.language === "en" || call.unread ? null : (
            <Tag tone="talk">{languageWords(call.language)}</Tag>
          )}
          {call.when === "soon" ? null : <Tag>{say("suits", { when: say(`when_${call.when}`) })}</Tag>}
          {isOpen && state.state !== "taken" ? (
            <Tag tone={isLate ? "bad" : "plain"}>
              {say(isLate ? "late" : "dueBy", { when: momentWords(call.due) })}
            </Tag>
          ) : null}
        </p>
        {isOpen && call.told !== null ? (
          <p class="soft">{say("told", { who: say(`step_${call.told}`) })}</p>
        ) : null}
        {call.unread && isOpen && !call.mine ? <p class="call-unread">{say("unreadHow")}</p> : null}
        {bad.size === 0 ? null : (
          <ul class="call-bad">
            {[...bad].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="call-do">
        {call.mayTake && RINGABLE.has(state.state) ? (
          <Button
            kind={isNext ? "primary" : "plain"}
            icon={hand}
            {...(isNext ? { hotkey: "t" } : {})}
            onClick={() => void take(call)}
          >
            {say("take")}
          </Button>
        ) : null}
        {call.mine && open.value?.call.id !== call.id ? (
          <Button onClick={() => void look(call)}>{say("open")}</Button>
        ) : null}
      </div>
    </li>
  );
}

function stateWords(state: CallState): string {
  if (state.state === "taken") return say("takenBy", { who: nameOfPerson(state.by) });
  if (state.state === "again")
    return say("againAt", { who: nameOfPerson(state.by), when: momentWords(state.at) });
  if (state.state === "ended") return say(`outcome_${state.outcome}`);
  return say(`state_${state.state}`);
}
