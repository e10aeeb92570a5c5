/** Adding or changing a source: its address, whom it is for, and a look at what it holds before it is saved. */
import { useState } from "preact/hooks";
import type { Refusal } from "#shared/result.ts";
import type { Source, SourceSeen } from "#shared/sources/schema.ts";
import { mistakesOf } from "../language/refusals.ts";
import { centres, nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useDraft } from "../live/drafts.ts";
import { useCollection } from "../live/collection.ts";
import { Button } from "../ui/Button.tsx";
import { Chips } from "../ui/Chips.tsx";
import { Check, Group, Select, TextField } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { BLANK, nameFor, type Preset, PRESETS } from "./blank.ts";
import { Meanings } from "./Meanings.tsx";
import { Looked, type LookedAt } from "./Looked.tsx";
import { formOf, say } from "./words.ts";

interface Props {
  readonly formats: readonly string[];
  /** `null`: a new one. */
  readonly seen: SourceSeen | null;
  onDone(): void;
}

const OFTEN = [60, 180, 360, 1440] as const;

export function SourceForm({ formats, seen, onDone }: Props) {
  const draft = useDraft<Source>(`source/${seen?.id ?? "new"}`, seen?.source ?? BLANK);
  const source = draft.value;
  // A key is never kept in the browser.
  const [key, setKey] = useState("");
  const [looked, setLooked] = useState<LookedAt | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState<"no" | "trying" | "saving">("no");
  const set = (change: Partial<Source>) => draft.set((before) => ({ ...before, ...change }));
  const mistakes = mistakesOf(refusal);
  const whole: Source = { ...source, name: source.name.trim() || nameFor(source.url) };
  const sent = { source: whole, ...(key === "" ? {} : { key }), ...(seen ? { id: seen.id } : {}) };

  /** `fields`: what its own names mean, where that was just corrected. */
  async function look(fields = source.fields): Promise<void> {
    setBusy("trying");
    if (fields === source.fields) setLooked(null);
    const result = await order<LookedAt, "trySource">("trySource", { ...sent, source: { ...whole, fields } });
    setBusy("no");
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) setLooked(result.value);
  }
  async function save(): Promise<void> {
    setBusy("saving");
    const result = await order("saveSource", { ...sent, over: seen?.revision ?? null });
    setBusy("no");
    if (!result.ok) return setRefusal(result.refusal);
    draft.discard();
    toast({ words: say("saved", { name: whole.name }) });
    onDone();
  }
  return (
    <div class="source-form">
      <form class="card" onSubmit={(event) => event.preventDefault()}>
        {seen ? null : (
          <Chips<Preset>
            label={say("pick_one")}
            value={presetOf(source)}
            chips={(Object.keys(PRESETS) as Preset[]).map((value) => ({ value, word: say(`preset_${value}`) }))}
            onValue={(preset) => draft.set({ ...PRESETS[preset], to: source.to })}
          />
        )}
        <TextField label={say("address")} hint={say("address_hint")} type="url" inputMode="text" required value={source.url} error={mistakes["source.url"]} onValue={(url) => set({ url })} />
        <TextField label={say("name")} placeholder={nameFor(source.url)} maxLength={80} value={source.name} error={mistakes["source.name"]} onValue={(name) => set({ name })} />
        <WhomFor to={source.to} onValue={(to) => set({ to })} />
        <Select label={say("every")} value={String(source.everyMinutes)} options={OFTEN.map((minutes) => ({ value: String(minutes), word: say(`every_${minutes}`) }))} onValue={(minutes) => set({ everyMinutes: Number(minutes) })} />
        <details class="source-more">
          <summary>{say("more")}</summary>
          <Select label={say("form")} value={source.format ?? ""} options={[{ value: "", word: say("form_any") }, ...formats.map((value) => ({ value, word: formOf(value) }))]} onValue={(format) => set({ format: format || null })} />
          <TextField label={say("key")} hint={seen?.hasKey ? say("key_there") : say("key_hint")} type="password" autocomplete="off" value={key} onValue={setKey} />
          <TextField label={say("employer")} hint={say("employer_hint")} maxLength={200} value={source.employer ?? ""} onValue={(employer) => set({ employer: employer || null })} />
          <TextField label={say("record")} hint={say("record_hint")} maxLength={80} value={source.record ?? ""} onValue={(record) => set({ record: record || null })} />
          <TextField label={say("pages")} type="number" min="1" max="500" value={String(source.mostPages)} error={mistakes["source.mostPages"]} onValue={(pages) => set({ mostPages: Math.round(Number(pages)) || 1 })} />
        </details>
        <Refused refusal={refusal?.code === "bad-input" && Object.keys(mistakes).length > 0 ? null : refusal} />
        <div class="actions">
          <Button kind={looked ? "plain" : "primary"} busy={busy !== "no" || source.url === ""} onClick={() => void look()}>
            {busy === "trying" ? say("trying") : say(looked ? "look_again" : "try")}
          </Button>
          <Button kind={looked ? "primary" : "plain"} busy={busy !== "no" || source.url === ""} onClick={() => void save()}>
            {say("save")}
          </Button>
          <Button kind="quiet" onClick={onDone}>{say("cancel")}</Button>
        </div>
      </form>
      <div class="source-looked" aria-live="polite">{looked && looked.columns.length > 0 ? (
        <section class="card">
          <Meanings of="source" columns={looked.columns} fields={source.fields} onFields={(fields) => { set({ fields }); void look(fields); }} />
        </section>
      ) : null}
      {looked ? <Looked looked={looked} /> : null}</div>
    </div>
  );
} // prettier-ignore

function presetOf({ format, url }: Source): Preset {
  const names = Object.keys(PRESETS) as Preset[];
  return names.find((name) => name !== "own" && PRESETS[name].format === format && url.startsWith(PRESETS[name].url.split("?")[0]!)) ?? "own"; // prettier-ignore
}

function WhomFor({ to, onValue }: { readonly to: Source["to"]; onValue(to: Source["to"]): void }) {
  const held = useCollection(centres);
  const all = held.state === "loading" ? [] : (held.value ?? []);
  const chosen = "centres" in to ? to.centres : [];
  const first = all[0]?.centre.slug;
  return (
    <Group legend={say("for")}>
      <Chips
        label={say("for")}
        value={"miles" in to ? "near" : "named"}
        chips={[{ value: "near", word: say("nearby") }, { value: "named", word: say("centres") }]}
        onValue={(how) => onValue(how === "near" ? { miles: 10 } : { centres: first ? [first] : [] })}
      />
      {"miles" in to ? (
        <TextField label={say("miles")} type="number" min="1" max="100" value={String(to.miles)} onValue={(miles) => onValue({ miles: Number(miles) || 1 })} />
      ) : (
        <div class="source-centres">
          {all.map(({ centre }) => (
            <Check
              key={centre.slug}
              label={nameOf(centre)}
              checked={chosen.includes(centre.slug)}
              onValue={(isOn) => onValue({ centres: isOn ? [...chosen, centre.slug] : chosen.filter((slug) => slug !== centre.slug) })}
            />
          ))}
        </div>
      )}
    </Group>
  );
} // prettier-ignore
