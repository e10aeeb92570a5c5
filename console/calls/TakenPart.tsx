/** A call that one has: the number to ring, notes, and what came of it. Done, and the number is gone again. */
import { useState } from "preact/hooks";
import phone from "lucide-static/icons/phone.svg?raw";
import { GIVEN_OUTCOMES, type TakenCall } from "#shared/calls/call.ts";
import { fromField, toField } from "../language/london.ts";
import { named } from "../live/centres.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Select, TextArea, TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useKeys } from "../ui/keys.tsx";
import { Tag } from "../ui/Tag.tsx";
import { end, giveBack, keepNotes, open, tryAgain, type Outcome } from "./acts.ts";
import { aboutWords, languageWords, say, tomorrow } from "./words.ts";

/** As keys: the first letters would be taken already. */
const KEYS: Readonly<Partial<Record<Outcome, string>>> = { spoke: "s", "no-answer": "x" };
const MINUTE = 60_000;

export function TakenPart({ taken }: { readonly taken: TakenCall }) {
  const { call } = taken;
  const [notes, setNotes] = useState(taken.notes);
  const [asks, ask] = useState<"prank" | "again" | null>(null);
  const done = (outcome: Outcome) => (outcome === "prank" ? ask("prank") : void end(taken, outcome, notes));
  useKeys(
    [
      ...Object.entries(KEYS).map(([outcome, key]) => ({
        key,
        word: say(`outcome_${outcome as Outcome}`),
        do: () => done(outcome as Outcome),
      })),
      { key: "r", word: say("tryAgain"), do: () => ask("again") },
    ],
    [taken, notes],
  );
  return (
    <section class="card taken" aria-labelledby="taken-call">
      <header>
        <h2 id="taken-call">{say("yourCall", { reference: call.reference })}</h2>
        <Button kind="quiet" onClick={() => (open.value = null)}>
          {say("hide")}
        </Button>
      </header>
      <p>{call.unread ? say("unread") : aboutWords(call.about, call.title)}</p>
      <p class="tags">
        {call.unread ? null : (
          <>
            <Tag tone="talk">{say("speaks", { language: languageWords(call.language) })}</Tag>
            <Tag>{say(`way_${call.way}`)}</Tag>
          </>
        )}
        {call.when === "soon" ? null : <Tag>{say("suits", { when: say(`when_${call.when}`) })}</Tag>}
      </p>
      <Number taken={taken} />
      {taken.barred ? <p class="notice bad">{say("barred")}</p> : null}
      <TextArea
        label={say("notes")}
        hint={say("notesHint")}
        rows={4}
        maxLength={2000}
        value={notes}
        onValue={setNotes}
        onBlur={() => notes !== taken.notes && void keepNotes(taken, notes)}
      />
      <h3>{say("outcome")}</h3>
      <div class="outcomes">
        {GIVEN_OUTCOMES.map((outcome) => (
          <Button
            key={outcome}
            kind={outcome === "spoke" ? "primary" : outcome === "prank" ? "danger" : "plain"}
            {...(KEYS[outcome] === undefined ? {} : { hotkey: KEYS[outcome] })}
            onClick={() => done(outcome)}
          >
            {say(`outcome_${outcome}`)}
          </Button>
        ))}
        <Button hotkey="r" onClick={() => ask("again")}>
          {say("tryAgain")}
        </Button>
        <Button kind="quiet" onClick={() => void giveBack(taken)}>
          {say("giveBack")}
        </Button>
      </div>
      {asks === "again" ? <AgainDialog taken={taken} notes={notes} onClose={() => ask(null)} /> : null}
      {asks === "prank" ? (
        <Dialog title={say("outcome_prank")} onClose={() => ask(null)}>
          <p>{say("prankSure")}</p>
          <div class="form-foot">
            <Button kind="danger" onClick={() => void end(taken, "prank", notes)}>
              {say("prankYes")}
            </Button>
            <Button onClick={() => ask(null)}>{say("no")}</Button>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}

/** Hers, or that of the handset where the centre has said it. */
function Number({ taken: { call, name, number, readable, unreadable } }: { readonly taken: TakenCall }) {
  if (unreadable) return <p class="notice bad">{say(call.unread ? "unreadHow" : "unreadable")}</p>;
  const dialled = number ?? readable?.replaceAll(/[^+\d]/g, "") ?? null;
  if (dialled === null) {
    const centre = named().find(({ slug }) => slug === call.centre)?.name ?? call.centre;
    return <p class="notice">{say(call.way === "handset" ? "handsetNumber" : "noNumber", { centre })}</p>;
  }
  return (
    <p class="taken-number">
      <span>{number === null ? say("theHandset") : (name ?? say("noName"))}</span>
      <a href={`tel:${dialled}`}>
        <Icon of={phone} />
        {readable ?? number}
      </a>
    </p>
  );
}

type Choice = "15" | "60" | "tomorrow" | "other";

function AgainDialog({
  taken,
  notes,
  onClose,
}: {
  readonly taken: TakenCall;
  readonly notes: string;
  onClose(): void;
}) {
  const [choice, choose] = useState<Choice>("15");
  const [other, setOther] = useState(() => toField(new Date(Date.now() + 120 * MINUTE).toISOString()));
  const at = {
    "15": () => new Date(Date.now() + 15 * MINUTE).toISOString(),
    "60": () => new Date(Date.now() + 60 * MINUTE).toISOString(),
    tomorrow: () => fromField(`${tomorrow()}T09:30`),
    other: () => fromField(other),
  }[choice]();
  return (
    <Dialog title={say("tryAgain")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (at) void tryAgain(taken, at, notes);
        }}
      >
        <Select
          label={say("tryAt")}
          value={choice}
          options={[
            { value: "15", word: say("tryIn15") },
            { value: "60", word: say("tryIn60") },
            { value: "tomorrow", word: say("tryTomorrow") },
            { value: "other", word: say("tryOther") },
          ]}
          onValue={(value) => choose(value as Choice)}
        />
        {choice === "other" ? (
          <TextField label={say("tryOther")} type="datetime-local" value={other} onValue={setOther} />
        ) : null}
        <div class="form-foot">
          <Button kind="primary" type="submit">
            {say("agreeTime")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
