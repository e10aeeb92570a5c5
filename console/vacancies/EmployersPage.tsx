/** Employers: what advisers know of them, for every centre of the district and no parent. */
import type { Verdict } from "#shared/vacancies/weigh.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { useDraft } from "../live/drafts.ts";
import { Select, TextArea, TextField } from "../ui/Field.tsx";
import { Tag, type Tone } from "../ui/Tag.tsx";
import { KeptDialog, KeptPage } from "./KeptPage.tsx";
import { dayWords, say } from "./words.ts";

interface Note {
  readonly employer: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly words: string;
  readonly at: string;
  readonly revision: number;
}

const VERDICTS = ["good", "ask", "no"] as const satisfies readonly Verdict[];
const TONES: Readonly<Record<Verdict, Tone>> = { good: "good", ask: "warn", no: "bad" };

export default function EmployersPage() {
  const held = useAsked<readonly Note[], "listEmployerNotes">("listEmployerNotes", {}, ["saveEmployerNote", "removeEmployerNote"]); // prettier-ignore
  return (
    <KeptPage<Note>
      title={say("employers")}
      words={say("employersWords")}
      addWord={say("addNote")}
      noneWord={say("notesNone")}
      held={held}
      columns={[
        { word: say("employer"), cell: ({ name }) => name },
        {
          word: say("verdict"),
          cell: ({ verdict }) => <Tag tone={TONES[verdict]}>{say(`verdict_${verdict}`)}</Tag>,
        },
        { word: say("note"), cell: ({ words, at }) => `${words} (${dayWords(at)})` },
      ]}
      keyOf={({ employer }) => employer}
      nameOf={({ name }) => name}
      form={(note, onClose) => <NoteDialog key={note?.employer ?? "new"} {...{ note, onClose }} />}
    />
  );
}

const EMPTY = { name: "", verdict: "good" as Verdict, words: "" };

function NoteDialog({ note, onClose }: { readonly note: Note | null; onClose(): void }) {
  const draft = useDraft(`employer/${note?.employer ?? "new"}`, note ? { name: note.name, verdict: note.verdict, words: note.words } : EMPTY); // prettier-ignore
  const { name, verdict, words } = draft.value;
  const set = (change: Partial<typeof EMPTY>) => draft.set((now) => ({ ...now, ...change }));
  return (
    <KeptDialog
      title={note?.name ?? say("addNote")}
      draft={draft}
      savedWords={say("noteSaved", { name })}
      removedWords={say("noteRemoved", { name })}
      save={() => order("saveEmployerNote", { name, verdict, words, over: note?.revision ?? null })}
      remove={note && (() => order("removeEmployerNote", { employer: note.employer, over: note.revision }))}
      restore={() => order("saveEmployerNote", { name, verdict, words, over: null })}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <TextField
            label={say("employer")}
            required
            maxLength={200}
            value={name}
            error={mistakes["name"]}
            onValue={(value) => set({ name: value })}
          />
          <Select
            label={say("verdict")}
            hint={verdict === "no" ? say("verdictNoWords") : undefined}
            value={verdict}
            options={VERDICTS.map((value) => ({ value, word: say(`verdict_${value}`) }))}
            onValue={(value) => set({ verdict: value as Verdict })}
          />
          <TextArea
            label={say("noteWords")}
            rows={3}
            maxLength={1000}
            value={words}
            error={mistakes["words"]}
            onValue={(value) => set({ words: value })}
          />
        </>
      )}
    </KeptDialog>
  );
}
