/** Writing a vacancy, or mending one: in plain words; the hub works out the rest. What is typed outlives the page. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { SECTORS } from "#shared/vacancies/lists.ts";
import type { FullVacancy } from "#shared/vacancies/inbox.ts";
import type { Refusal } from "#shared/result.ts";
import { mistakesOf } from "../language/refusals.ts";
import { here } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useDraft } from "../live/drafts.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Select, TextArea, TextField } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { fieldWords, say, titleOf } from "./words.ts";

/** `null`: a new one. */
export interface Writing {
  readonly id: string | null;
}

interface Words {
  readonly title: string;
  readonly employer: string;
  readonly place: string;
  readonly pay: string;
  readonly hours: string;
  readonly closes: string;
  readonly description: string;
  readonly applyUrl: string;
  readonly apply: string;
  readonly sector: string;
}

const EMPTY: Words = { title: "", employer: "", place: "", pay: "", hours: "", closes: "", description: "", applyUrl: "", apply: "", sector: "" }; // prettier-ignore

export function Write({ writing: { id }, onClose }: { readonly writing: Writing; onClose(): void }) {
  const [full, setFull] = useState<FullVacancy | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    if (id === null) return;
    void order<FullVacancy, "findVacancy">("findVacancy", { id }).then((result) =>
      result.ok ? setFull(result.value) : setRefusal(result.refusal),
    );
  }, [id]);
  if (id !== null && full === null)
    return (
      <Dialog title={say("edit")} onClose={onClose}>
        <Refused refusal={refusal} />
      </Dialog>
    );
  return <Form key={full?.row.revision ?? 0} full={full} onClose={onClose} again={setFull} />;
}

interface FormProps {
  /** What is mended; `null` for a new one. */
  readonly full: FullVacancy | null;
  onClose(): void;
  /** Goes on over what somebody else saved meanwhile. */
  again(full: FullVacancy): void;
}

function Form({ full, onClose, again }: FormProps) {
  const before = full ? wordsOf(full) : EMPTY;
  const draft = useDraft<Partial<Words>>(`vacancy/${full?.row.id ?? "new"}`, {});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [theirs, setTheirs] = useState<FullVacancy | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Before the next key, so that its first letter is not lost.
  useLayoutEffect(() => form.current?.querySelector("input")?.focus(), []);
  const words: Words = { ...before, ...draft.value };
  const mistakes = mistakesOf(refusal);
  const field = (name: keyof Words) => ({
    value: words[name],
    error: mistakes[`words.${name}`],
    onValue: (value: string) => draft.set((now) => ({ ...now, [name]: value })),
  });

  async function save(on: "board" | "search" | "new"): Promise<void> {
    setBusy(true);
    const centres = here.value ? [here.value.slug] : [];
    const result = await order("writeVacancy", {
      ...(full ? { id: full.row.id } : {}),
      over: full?.row.revision ?? null,
      words: changed(before, words, full === null),
      centres: full ? [] : centres,
      on: full ? "new" : on,
    });
    setBusy(false);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) {
      draft.discard();
      toast({ words: say(full ? "saved" : "written", { title: words.title }) });
      onClose();
    } else if (result.refusal.code === "changed-meanwhile" && full) await findTheirs(full.row.id);
  }

  async function findTheirs(id: string): Promise<void> {
    const found = await order<FullVacancy, "findVacancy">("findVacancy", { id });
    if (found.ok) setTheirs(found.value);
  }

  return (
    <Dialog title={full ? say("editTitle", { title: titleOf(full.body) }) : say("write")} onClose={onClose}>
      <form
        class="form wide two"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save("board");
        }}
      >
        {full ? null : <p class="soft">{say("writeWords")}</p>}
        <Refused refusal={refusal} />
        {theirs ? <Theirs theirs={theirs} take={() => again(theirs)} /> : null}
        <TextField label={say("titleLabel")} required maxLength={200} {...field("title")} />
        <TextField label={say("employer")} maxLength={200} {...field("employer")} />
        <TextField label={say("place")} hint={say("placeHint")} maxLength={300} {...field("place")} />
        <TextField label={say("pay")} hint={say("payHint")} maxLength={300} {...field("pay")} />
        <TextField label={say("hours")} hint={say("hoursHint")} maxLength={300} {...field("hours")} />
        <Select
          label={say("kindOfWork")}
          options={[
            { value: "", word: say("sectorNone") },
            ...SECTORS.map((value) => ({ value, word: say(`sector_${value}`) })),
          ]}
          {...field("sector")}
        />
        <TextField label={say("closesLabel")} hint={say("closesHint")} maxLength={100} {...field("closes")} />
        <TextArea label={say("description")} maxLength={20_000} rows={6} {...field("description")} />
        <TextField label={say("link")} type="url" maxLength={2000} {...field("applyUrl")} />
        <TextField label={say("apply")} maxLength={1000} {...field("apply")} />
        <div class="form-foot">
          {full ? (
            <Button kind="primary" type="submit" busy={busy}>
              {say("save")}
            </Button>
          ) : (
            <>
              <Button kind="primary" type="submit" busy={busy}>
                {say("putOnBoard")}
              </Button>
              <Button busy={busy} onClick={() => void save("search")}>
                {say("searchOnly")}
              </Button>
            </>
          )}
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Both texts side by side: hers stay in the form, theirs are here. */
function Theirs({ theirs, take }: { readonly theirs: FullVacancy; take(): void }) {
  const now = wordsOf(theirs);
  return (
    <div class="notice warn">
      <h3>{say("newer")}</h3>
      <dl class="facts">
        {(Object.keys(now) as (keyof Words)[])
          .filter((name) => now[name] !== "")
          .map((name) => (
            <div key={name}>
              <dt>{fieldWords(name)}</dt>
              <dd>{now[name].slice(0, 300)}</dd>
            </div>
          ))}
      </dl>
      <Button onClick={take}>{say("chooseMine")}</Button>
    </div>
  );
}

function wordsOf({ body, row }: FullVacancy): Words {
  return {
    title: titleOf(body),
    employer: body.employer ?? "",
    place: body.locations.map(({ text, postcode }) => [text, postcode && !text?.includes(postcode) ? postcode : null].filter(Boolean).join(", ")).join("; "),
    pay: body.pay?.text ?? "",
    hours: body.hours?.text ?? "",
    closes: row.until === null ? "" : new Date(Date.parse(row.until) - 1).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/London" }),
    description: body.description?.words[body.description.original] ?? "",
    applyUrl: body.applyUrl ?? "",
    apply: body.apply?.words[body.apply.original] ?? "",
    sector: body.sector ?? "",
  }; // prettier-ignore
}

/** Empty, these are taken away; the others are empty words. */
const NULLABLE: readonly string[] = ["closes", "apply", "sector"];

/** Only what is other than it was: the rest stays as it was understood, and stays the source's. */
function changed(before: Words, words: Words, isNew: boolean) {
  const given: Record<string, string | null> = {};
  for (const name of Object.keys(words) as (keyof Words)[]) {
    const value = words[name].trim();
    if (value === before[name].trim() && !(isNew && value !== "")) continue;
    given[name] = value === "" && NULLABLE.includes(name) ? null : value;
  }
  return given;
}
