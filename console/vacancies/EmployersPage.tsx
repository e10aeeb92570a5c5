/** Employers: what advisers know of them, for every centre of the district and no parent. */
import { useState } from "preact/hooks";
import plus from "lucide-static/icons/plus.svg?raw";
import type { Refusal } from "#shared/result.ts";
import type { Verdict } from "#shared/vacancies/weigh.ts";
import { mistakesOf, refusalWords } from "../language/refusals.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { useDraft } from "../live/drafts.ts";
import { hasRole } from "../live/visitor.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Select, TextArea, TextField } from "../ui/Field.tsx";
import { useKeys } from "../ui/keys.tsx";
import { LiveBoard } from "../ui/LiveBoard.tsx";
import { Page } from "../ui/Page.tsx";
import { Table } from "../ui/Table.tsx";
import { Tag, type Tone } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused, Waiting } from "../ui/Waiting.tsx";
import { dayWords, say } from "./words.ts";

interface Note {
  readonly employer: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly words: string;
  readonly at: string;
  readonly revision: number;
}

const TONES: Readonly<Record<Verdict, Tone>> = { good: "good", ask: "warn", no: "bad" };

export default function EmployersPage() {
  const held = useAsked<readonly Note[], "listEmployerNotes">("listEmployerNotes", {}, ["saveEmployerNote", "removeEmployerNote"]); // prettier-ignore
  const [edited, edit] = useState<Note | "new" | null>(null);
  const mayWrite = hasRole("adviser", "district");
  useKeys(mayWrite ? [{ key: "h", word: say("addNote"), do: () => edit("new") }] : [], [mayWrite]);
  const columns = [
    { word: say("employer"), cell: ({ name }: Note) => name },
    {
      word: say("verdict"),
      cell: ({ verdict }: Note) => <Tag tone={TONES[verdict]}>{say(`verdict_${verdict}`)}</Tag>,
    },
    { word: say("note"), cell: ({ words, at }: Note) => `${words} (${dayWords(at)})` },
    {
      word: say("edit"),
      cell: (note: Note) =>
        mayWrite ? (
          <Button kind="quiet" onClick={() => edit(note)}>
            {say("edit")}
            <span class="unseen"> {note.name}</span>
          </Button>
        ) : null,
    },
  ];
  return (
    <Page
      title={say("employers")}
      aside={<LiveBoard />}
      actions={
        mayWrite ? (
          <Button icon={plus} hotkey="h" onClick={() => edit("new")}>
            {say("addNote")}
          </Button>
        ) : undefined
      }
    >
      <p class="soft">{say("employersWords")}</p>
      <Waiting for={held}>
        {(notes) =>
          notes.length === 0 ? (
            <p class="soft">{say("notesNone")}</p>
          ) : (
            <Table
              caption={say("employers")}
              columns={columns}
              rows={notes}
              keyOf={({ employer }) => employer}
            />
          )
        }
      </Waiting>
      {edited ? (
        <NoteDialog
          key={edited === "new" ? "new" : edited.employer}
          note={edited === "new" ? null : edited}
          onClose={() => edit(null)}
        />
      ) : null}
    </Page>
  );
}

const EMPTY = { name: "", verdict: "good" as Verdict, words: "" };

function NoteDialog({ note, onClose }: { readonly note: Note | null; onClose(): void }) {
  const draft = useDraft(`employer/${note?.employer ?? "new"}`, note ? { name: note.name, verdict: note.verdict, words: note.words } : EMPTY); // prettier-ignore
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mistakes = mistakesOf(refusal);
  const { name, verdict, words } = draft.value;
  const field = (of: "name" | "words") => ({
    value: draft.value[of],
    error: mistakes[of],
    onValue: (value: string) => draft.set((now) => ({ ...now, [of]: value })),
  });
  async function save(): Promise<void> {
    const result = await order("saveEmployerNote", { name, verdict, words, over: note?.revision ?? null });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    draft.discard();
    toast({ words: say("noteSaved", { name }) });
    onClose();
  }
  async function remove({ employer, revision }: Note): Promise<void> {
    const result = await order("removeEmployerNote", { employer, over: revision });
    if (!result.ok) return setRefusal(result.refusal);
    const undo = async () => {
      const back = await order("saveEmployerNote", { name, verdict, words, over: null });
      if (!back.ok) toast({ words: refusalWords(back.refusal), tone: "bad" });
    };
    draft.discard();
    toast({ words: say("noteRemoved", { name }), undo: () => void undo() });
    onClose();
  }
  return (
    <Dialog title={note?.name ?? say("addNote")} onClose={onClose}>
      <form
        class="form wide"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Refused refusal={refusal} />
        <TextField label={say("employer")} required maxLength={200} {...field("name")} />
        <Select
          label={say("verdict")}
          hint={verdict === "no" ? say("verdictNoWords") : undefined}
          value={verdict}
          options={(["good", "ask", "no"] as const).map((value) => ({
            value,
            word: say(`verdict_${value}`),
          }))}
          onValue={(value) => draft.set((now) => ({ ...now, verdict: value as Verdict }))}
        />
        <TextArea label={say("noteWords")} rows={3} maxLength={1000} {...field("words")} />
        <div class="form-foot">
          <Button kind="primary" type="submit">
            {say("save")}
          </Button>
          {note ? (
            <Button kind="danger" onClick={() => void remove(note)}>
              {say("remove")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
