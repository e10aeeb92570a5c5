/** An item's former versions, laid beside the one of now, and brought back. */
import { useState } from "preact/hooks";
import type { AnyItem } from "#shared/item.ts";
import type { HistoryLine } from "#shared/history/line.ts";
import type { Refusal } from "#shared/result.ts";
import { timeWords } from "../language/days.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Select } from "../ui/Field.tsx";
import { Table } from "../ui/Table.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused, Waiting } from "../ui/Waiting.tsx";
import { differences } from "./differences.ts";
import { fieldWords, madeWords, say } from "./words.ts";

interface Past {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly item: AnyItem;
}

export function Versions({ line, onClose }: { readonly line: HistoryLine; onClose(): void }) {
  const id = String(line.facts["id"]);
  const held = useAsked<readonly Past[], "itemHistory">("itemHistory", { id }, ["saveItem", "bringBackItem"]);
  return (
    <Dialog title={say("versionsOf", { title: line.title ?? "" })} onClose={onClose}>
      <Waiting for={held}>{(past) => <Compare past={past} />}</Waiting>
    </Dialog>
  );
}

function Compare({ past }: { readonly past: readonly Past[] }) {
  const [newest, ...former] = past;
  const [chosen, choose] = useState(String(former[0]?.revision ?? ""));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const other = former.find(({ revision }) => String(revision) === chosen);
  if (!newest || !other) return <p>{say("onlyOne")}</p>;
  const rows = differences(other.item, newest.item);

  async function bringBack(revision: number, over: number): Promise<void> {
    const id = newest!.item.id;
    const result = await order<AnyItem, "bringBackItem">("bringBackItem", { id, revision, over });
    if (!result.ok) return setRefusal(result.refusal);
    setRefusal(null);
    const now = result.value.revision;
    // What was there before is a former version now, so it can be brought back the same way.
    toast({ words: say("broughtBack"), undo: () => void order("bringBackItem", { id, revision: over, over: now }) }); // prettier-ignore
  }
  return (
    <>
      <Select
        label={say("compareWith")}
        value={chosen}
        options={former.map(({ revision, at, what }) => ({ value: String(revision), word: `${revision}: ${timeWords(at)}, ${madeWords(what)}` }))} // prettier-ignore
        onValue={choose}
      />
      <Refused refusal={refusal} />
      {rows.length === 0 ? (
        <p>{say("same")}</p>
      ) : (
        <Table
          caption={say("compareWith")}
          keyOf={({ path }) => path}
          rows={rows}
          columns={[
            { word: say("field"), cell: ({ path }) => fieldWords(path) },
            { word: say("then"), cell: ({ before }) => <span class="was">{before}</span> },
            { word: say("now"), cell: ({ after }) => <span class="is">{after}</span> },
          ]}
        />
      )}
      <div class="form-foot">
        <Button kind="primary" onClick={() => void bringBack(other.revision, newest.revision)}>
          {say("bringBack")}
        </Button>
      </div>
    </>
  );
}
