/** How a centre's calls are answered: what its kiosks offer, when the team is there, how soon it rings. */
import { useEffect, useState } from "preact/hooks";
import { CALLS_BY_DEFAULT } from "#shared/centres/calls.ts";
import type { CallSettings, Centre } from "#shared/centres/schema.ts";
import type { Refusal } from "#shared/result.ts";
import { mistakesOf } from "../language/refusals.ts";
import { centres, here, lookAt, nameOf, named } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { whoIsWho } from "../live/names.ts";
import { hasRole } from "../live/visitor.ts";
import { Button, LinkButton } from "../ui/Button.tsx";
import { Check, Select, TextField } from "../ui/Field.tsx";
import { FirstSteps } from "../ui/FirstSteps.tsx";
import { HoursField } from "../ui/HoursField.tsx";
import { Page } from "../ui/Page.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { Groups, type DutyGroup } from "./Groups.tsx";
import { Pranks } from "./Pranks.tsx";
import { say } from "./words.ts";
import "./look.css";

/** Working minutes that can be promised for one's own phone; the rest of a day is the next morning. */
const PROMISES = [30, 60, 120, 240];

export default function SettingsPage() {
  useEffect(() => centres.follow(), []);
  useEffect(() => whoIsWho.follow(), []);
  const groups = useAsked<readonly DutyGroup[], "listDutyGroups">("listDutyGroups", {}, [
    "saveDutyGroup",
    "removeDutyGroup",
  ]);
  const known = groups.state === "loading" ? [] : (groups.value ?? []);
  const centre = here.value;
  return (
    <Page title={say("settingsTitle")} actions={<LinkButton href="/console/calls">{say("back")}</LinkButton>}>
      <div class="stack calls-settings">
        {named().length > 1 ? (
          <Select
            label={say("centre")}
            value={centre?.slug ?? ""}
            options={named().map(({ slug, name }) => ({ value: slug, word: name }))}
            onValue={lookAt}
          />
        ) : null}
        {centre ? <Form key={centre.slug} centre={centre} groups={known} /> : <FirstSteps />}
        {hasRole("district") ? <Groups groups={known} /> : null}
        <Pranks />
      </div>
    </Page>
  );
}

function Form({ centre, groups }: { readonly centre: Centre; readonly groups: readonly DutyGroup[] }) {
  const [calls, setCalls] = useState<CallSettings>(centre.calls ?? CALLS_BY_DEFAULT);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const set = (part: Partial<CallSettings>) => setCalls({ ...calls, ...part });
  const mistakes = mistakesOf(refusal);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const result = await order("arrangeCalls", { centre: centre.slug, calls });
    setBusy(false);
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    await centres.refresh();
    toast({ words: say("saved", { centre: nameOf(centre) }) });
  }

  return (
    <form class="card stack" noValidate onSubmit={(event) => void save(event)}>
      {centre.offer === "enhanced" ? null : <p class="notice">{say("minimumOffer")}</p>}
      <Refused refusal={refusal && Object.keys(mistakes).length === 0 ? refusal : null} />
      <Check label={say("offered")} checked={calls.offered} onValue={(offered) => set({ offered })} />
      <Check label={say("handset")} checked={calls.handset} onValue={(handset) => set({ handset })} />
      {calls.handset ? (
        <TextField
          label={say("handsetsNumber")}
          hint={say("handsetsNumberHint")}
          type="tel"
          value={calls.handsetNumber ?? ""}
          maxLength={40}
          error={mistakes["calls.handsetNumber"]}
          onValue={(number) => set({ handsetNumber: number || null })}
        />
      ) : null}
      <div>
        <Check label={say("voice")} checked={calls.voice} onValue={(voice) => set({ voice })} />
        <p class="hint">{say("voiceHint")}</p>
      </div>
      <HoursField
        legend={say("hours")}
        none={say("hoursNone")}
        value={calls.hours}
        onValue={(hours) => set({ hours })}
      />
      <div class="side-by-side">
        <TextField
          label={say("handsetMinutes")}
          type="number"
          min="1"
          max="480"
          value={String(calls.handsetMinutes)}
          error={mistakes["calls.handsetMinutes"]}
          onValue={(minutes) => set({ handsetMinutes: Number(minutes) })}
        />
        <Select
          label={say("ringWithin")}
          value={String(calls.ringMinutes ?? "")}
          options={[
            { value: "", word: say("ringMorning") },
            ...[...new Set([...PROMISES, ...(calls.ringMinutes === null ? [] : [calls.ringMinutes])])].map(
              (n) => ({
                value: String(n),
                word: say("ringMinutes", { n }),
              }),
            ),
          ]}
          onValue={(value) => set({ ringMinutes: value === "" ? null : Number(value) })}
        />
        <Select
          label={say("dutyGroup")}
          value={calls.dutyGroup ?? ""}
          options={[
            { value: "", word: say("nobody") },
            ...groups.map(({ id, name }) => ({ value: id, word: name })),
          ]}
          onValue={(id) => set({ dutyGroup: id || null })}
        />
        <TextField
          label={say("keptDays")}
          type="number"
          min="1"
          max="90"
          value={String(calls.keptDays)}
          error={mistakes["calls.keptDays"]}
          onValue={(days) => set({ keptDays: Number(days) })}
        />
      </div>
      <div class="form-foot">
        <Button kind="primary" type="submit" busy={isBusy}>
          {say("save")}
        </Button>
      </div>
    </form>
  );
}
