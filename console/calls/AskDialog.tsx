/** Asking for a call on a parent's behalf: three fields, and that she agrees. */
import { useState } from "preact/hooks";
import { ABOUTS, type About, type Accepted, NUMBERED, WHENS, type When } from "#shared/calls/call.ts";
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { newId } from "#shared/newId.ts";
import type { Refusal } from "#shared/result.ts";
import { order } from "../live/client.ts";
import { here, named } from "../live/centres.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Check, Select, TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { queue } from "./queue.ts";
import { languageWords, momentWords, say } from "./words.ts";

const NUMBER_FAULTS = [
  "number-needed", "number-too-short", "number-too-long", "number-unknown", "number-emergency",
  "number-costs", "number-takes-no-text",
] as const; // prettier-ignore
type Fault = (typeof NUMBER_FAULTS)[number];

export function AskDialog({ onClose }: { onClose(): void }) {
  // Sent again it is still one request.
  const [id] = useState(newId);
  const [chosen, setCentre] = useState<string | null>(null);
  // Also where the dialog was open before the centres had come.
  const centre = chosen ?? here.value?.slug ?? "";
  const [number, setNumber] = useState("");
  const [about, setAbout] = useState<About>("job");
  const [name, setName] = useState("");
  const [language, setLanguage] = useState<Language>("en");
  const [when, setWhen] = useState<When>("soon");
  const [way, setWay] = useState<(typeof NUMBERED)[number]>("ring");
  const [agreed, agree] = useState(false);
  const [pressed, press] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [accepted, accept] = useState<Accepted | null>(null);
  const fault = NUMBER_FAULTS.find((code) => code === refusal?.code);

  async function ask(event: Event): Promise<void> {
    event.preventDefault();
    press(true);
    if (!agreed) return;
    setBusy(true);
    const request = { id, centre, way, about, item: null, number, name: name.trim() || null, when, language, agreed } as const; // prettier-ignore
    const result = await order<Accepted, "askCallFor">("askCallFor", { ...request, agreed: true });
    setBusy(false);
    if (!result.ok) return setRefusal(result.refusal);
    accept(result.value);
    void queue.refresh();
  }

  if (accepted) return <Kept accepted={accepted} onClose={onClose} />;
  return (
    <Dialog title={say("askTitle")} onClose={onClose}>
      <p class="soft">{say("askWords")}</p>
      <form class="stack" noValidate onSubmit={(event) => void ask(event)}>
        <Refused refusal={fault ? null : refusal} />
        <TextField
          label={say("askNumber")}
          type="tel"
          autocomplete="off"
          value={number}
          maxLength={40}
          error={fault ? say(fault satisfies Fault) : undefined}
          onValue={setNumber}
        />
        <Select
          label={say("askAbout")}
          value={about}
          options={ABOUTS.map((value) => ({ value, word: say(`About_${value}`) }))}
          onValue={(value) => setAbout(value as About)}
        />
        <TextField label={say("askName")} autocomplete="off" value={name} maxLength={40} onValue={setName} />
        {named().length > 1 ? (
          <Select
            label={say("askCentre")}
            value={centre}
            options={named().map(({ slug, name: word }) => ({ value: slug, word }))}
            onValue={setCentre}
          />
        ) : null}
        <details>
          <summary>{say("more")}</summary>
          <div class="stack">
            <Select
              label={say("askLanguage")}
              value={language}
              options={LANGUAGES.map((value) => ({ value, word: languageWords(value) }))}
              onValue={(value) => setLanguage(value as Language)}
            />
            <Select
              label={say("askWhen")}
              value={when}
              options={WHENS.map((value) => ({ value, word: say(`when_${value}`) }))}
              onValue={(value) => setWhen(value as When)}
            />
            <Select
              label={say("askWay")}
              value={way}
              options={NUMBERED.map((value) => ({ value, word: say(`way_${value}`) }))}
              onValue={(value) => setWay(value as (typeof NUMBERED)[number])}
            />
          </div>
        </details>
        <div>
          <Check label={say("agreed")} checked={agreed} onValue={agree} />
          {pressed && !agreed ? (
            <p class="mistake" role="alert">
              {say("agreedNeeded")}
            </p>
          ) : null}
        </div>
        <div class="form-foot">
          <Button kind="primary" type="submit" busy={isBusy}>
            {say("ask")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Kept({ accepted, onClose }: { readonly accepted: Accepted; onClose(): void }) {
  return (
    <Dialog title={say("askedTitle")} onClose={onClose}>
      <p class="call-reference">{accepted.reference}</p>
      <p role="status">{say("askedWords", { when: momentWords(accepted.due) })}</p>
      <div class="form-foot">
        <Button kind="primary" onClick={onClose}>
          {say("done")}
        </Button>
      </div>
    </Dialog>
  );
}
