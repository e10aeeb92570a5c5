/** What is particular to one screen. */
import { useState } from "preact/hooks";
import type { Refusal } from "#shared/result.ts";
import type { ScreenReport } from "#shared/screens/report.ts";
import { ORIENTATIONS, SCREEN_KINDS, type Orientation, type ScreenKind } from "#shared/screens/screen.ts";
import { mistakesOf } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { centres } from "../live/centres.ts";
import { order } from "../live/client.ts";
import catalogue from "../../content/translations/console.screens.en.json";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Check, Select, TextField } from "../ui/Field.tsx";
import { HoursField } from "../ui/HoursField.tsx";
import { LanguagesField } from "../ui/LanguagesField.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";

const say = sayer(catalogue);

export function SettingsDialog({ screen, onClose }: { readonly screen: ScreenReport; onClose(): void }) {
  const { id, revision: over, settings } = screen;
  const [form, setForm] = useState({
    name: screen.name,
    kind: screen.kind,
    place: settings.place ?? "",
    orientation: settings.orientation,
    opening: settings.opening && [...settings.opening],
    languages: settings.languages && [...settings.languages],
  });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const mistakes = mistakesOf(refusal);
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }));
  const held = centres.held.value;
  const kept =
    held.state === "loading" ? null : held.value?.find(({ centre }) => centre.slug === screen.centre);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const opening = form.opening && form.opening.length > 0 ? form.opening : null;
    const result = await order("saveScreen", {
      ...form,
      id,
      over,
      opening,
      place: form.place.trim() || null,
    });
    setBusy(false);
    if (!result.ok) return setRefusal(result.refusal);
    toast({ words: say("saved", { name: form.name }) });
    onClose();
  }

  return (
    <Dialog title={say("settingsOf", { name: screen.name })} onClose={onClose}>
      <form class="form" onSubmit={(event) => void save(event)}>
        {Object.keys(mistakes).length === 0 ? <Refused refusal={refusal} /> : null}
        <TextField
          label={say("name")}
          value={form.name}
          required
          maxLength={60}
          error={mistakes["name"]}
          onValue={(name) => set({ name })}
        />
        {/* prettier-ignore */}
        <TextField label={say("place")} hint={say("placeHint")} value={form.place} maxLength={120} error={mistakes["place"]} onValue={(place) => set({ place })} />
        {/* prettier-ignore */}
        <Select label={say("kind")} value={form.kind} options={SCREEN_KINDS.map((value) => ({ value, word: say(value) }))} onValue={(kind) => set({ kind: kind as ScreenKind })} />
        {/* prettier-ignore */}
        <Select
          label={say("orientation")}
          value={form.orientation ?? ""}
          options={[{ value: "", word: say("asItIs") }, ...ORIENTATIONS.map((value) => ({ value, word: say(value) }))]}
          onValue={(value) => set({ orientation: (value || null) as Orientation | null })}
        />
        <Check
          label={say("ownHours")}
          checked={form.opening !== null}
          onValue={(on) => set({ opening: on ? [...(kept?.centre.opening ?? [])] : null })}
        />
        {form.opening ? (
          <HoursField
            legend={say("hours")}
            none={say("noHours")}
            value={form.opening}
            onValue={(opening) => set({ opening })}
          />
        ) : null}
        {/* prettier-ignore */}
        <Check label={say("ownLanguages")} checked={form.languages !== null} onValue={(on) => set({ languages: on ? [...(kept?.centre.languages ?? ["en"])] : null })} />
        {form.languages ? (
          <LanguagesField
            legend={say("languages")}
            value={form.languages}
            onValue={(languages) => set({ languages })}
          />
        ) : null}
        <div class="form-foot">
          <Button kind="primary" type="submit" busy={isBusy}>
            {say("save")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
