/** What became of it, as staff hear of it: counted, and nobody named. */
import { useState } from "preact/hooks";
import type { Centre } from "#shared/centres/schema.ts";
import type { Refusal } from "#shared/result.ts";
import { OUTCOMES, type Outcome } from "#shared/uses/uses.ts";
import { newId } from "#shared/newId.ts";
import { dayWords, today } from "../language/london.ts";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { here, nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import catalogue from "../../content/translations/console.uses.en.json";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Group, Select, TextField } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";

const say = sayer(catalogue);

export function OutcomeDialog({
  centres,
  onClose,
}: {
  readonly centres: readonly Centre[];
  onClose(): void;
}) {
  const now = today();
  const [centre, setCentre] = useState(here.value?.slug ?? centres[0]?.slug ?? "");
  const [what, setWhat] = useState<Outcome>("job");
  const [day, setDay] = useState(now);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function note(event: Event): Promise<void> {
    event.preventDefault();
    const id = newId();
    const result = await order("noteOutcome", { id, centre, what, day, vacancy: null });
    if (!result.ok) return setRefusal(result.refusal);
    toast({ words: say("noted"), undo: () => void order("dropOutcome", { id, centre }) });
    onClose();
  }

  return (
    <Dialog title={say("note")} onClose={onClose}>
      <form class="form" onSubmit={(event) => void note(event)}>
        <p>{say("noteWords")}</p>
        <Refused refusal={refusal} />
        <Group legend={say("what")}>
          {OUTCOMES.map((outcome) => (
            <label class="check" key={outcome}>
              <input
                type="radio"
                name="outcome"
                checked={what === outcome}
                onChange={() => setWhat(outcome)}
              />
              {say(`outcome_${outcome}`)}
            </label>
          ))}
        </Group>
        <Select
          label={say("centre")}
          value={centre}
          options={centres.map((one) => ({ value: one.slug, word: nameOf(one) }))}
          onValue={setCentre}
        />
        <TextField label={say("day")} type="date" value={day} max={now} required onValue={setDay} />
        <Noted centre={centre} />
        <div class="form-foot">
          <Button kind="primary" type="submit">
            {say("noteIt")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface NotedOutcome {
  readonly id: string;
  readonly day: string;
  readonly what: Outcome;
}

/** What was noted there before, so that nobody counts it twice and a mistake can be taken back. */
function Noted({ centre }: { readonly centre: string }) {
  const held = useAsked<readonly NotedOutcome[], "listOutcomes">("listOutcomes", { centre }, ["noteOutcome", "dropOutcome"]); // prettier-ignore
  if (held.state !== "here" || held.value.length === 0) return null;
  return (
    <Group legend={say("notedBefore")}>
      <ul class="noted">
        {held.value.map(({ id, day, what }) => (
          <li key={id}>
            <span>
              {say(`outcome_${what}`)} <span class="soft">{dayWords(day)}</span>
            </span>
            <Button kind="quiet" onClick={() => void takeBack({ id, centre, day, what })}>
              {say("takeBack")}
              <span class="unseen">{` ${say(`outcome_${what}`)}, ${dayWords(day)}`}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Group>
  );
}

async function takeBack(noted: NotedOutcome & { readonly centre: string }): Promise<void> {
  const { id, centre } = noted;
  const result = await order("dropOutcome", { id, centre });
  if (!result.ok) return toast({ words: refusalWords(result.refusal), tone: "bad" });
  const undo = () => void order("noteOutcome", { ...noted, vacancy: null });
  toast({ words: say("takenBack"), undo });
}
