/** What was found in what was brought: its rows, its columns to correct, what is left out and why; and taking it in. */
import { useState } from "preact/hooks";
import type { Refusal } from "#shared/result.ts";
import type { LookedAt, LookedRemark } from "#shared/bringing.ts";
import { here, nameOf } from "../live/centres.ts";
import { Button } from "../ui/Button.tsx";
import { Check, Select } from "../ui/Field.tsx";
import { Table } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { flagWord, say, whyOf } from "./bringWords.ts";
import type { Fields } from "./columns.ts";
import { Meanings } from "./Meanings.tsx";
import { order } from "../live/client.ts";
import { type Decision, takeIn } from "./takeIn.ts";
import { formOf, onDay } from "./words.ts";

interface Props {
  readonly looked: LookedAt;
  readonly fields: Fields;
  /** Reads it anew with other columns; `null` where it is no table of one's own. */
  readonly onFields: ((fields: Fields) => void) | null;
  onTaken(): void;
}

export function Brought({ looked, fields, onFields, onTaken }: Props) {
  const { count, format, rows, rejected, warnings, columns, left } = looked;
  return (
    <section class="card brought">
      <h2>{say.count("found", count)}</h2>
      <p>
        <Tag tone={count > 0 ? "good" : "warn"}>{formOf(format)}</Tag> {left > 0 ? say.count("left", left) : null}
      </p>
      {onFields && columns.length > 0 ? <Meanings of="list" {...{ columns, fields, onFields }} /> : null}
      <Remarks title={say.count("rejected", rejected.length)} all={rejected} open />
      <Remarks title={say.count("warnings", warnings.length)} all={warnings} />
      {rows.length > 0 ? (
        <Table
          caption={say("rows")}
          rows={rows.map((row, index) => ({ ...row, index }))}
          keyOf={({ index }) => String(index)}
          columns={[
            { word: say("row_title"), cell: ({ title }) => title },
            { word: say("row_detail"), cell: ({ detail }) => detail },
            { word: say("row_until"), cell: ({ until }) => (until ? onDay(until) : "") },
            { word: say("row_flags"), cell: ({ flags }) => flags.map((flag) => flagWord(flag)).filter(Boolean).map((word) => <Tag key={word} tone="warn">{word}</Tag>) },
          ]}
        />
      ) : null}
      {count > rows.length ? <p class="soft">{say("first_only", { shown: rows.length })}</p> : null}
      {count > 0 && looked.offers.kind !== "none" ? (
        <Taking looked={looked} onTaken={() => { void remember(columns, fields); onTaken(); }} />
      ) : null}
    </section>
  );
} // prettier-ignore

/** For the next list of the same sender; a correction that is not remembered costs a moment then, and nothing else. */
async function remember(columns: LookedAt["columns"], fields: Fields): Promise<void> {
  const sent = Object.fromEntries(Object.entries(fields).map(([column, names]) => [column, [...names]]));
  if (Object.keys(sent).length > 0)
    await order("rememberColumns", { columns: columns.map(({ name }) => name), fields: sent });
}

function Remarks({ title, all, open = false }: { readonly title: string; readonly all: readonly LookedRemark[]; readonly open?: boolean }) {
  if (all.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul>
        {all.map(({ where, code, field, words }, index) => (
          <li key={index}>
            {[where, field].filter(Boolean).join(", ")}: {whyOf(code)} {words ? <span class="soft">“{words}”</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
} // prettier-ignore

function Taking({ looked, onTaken }: { readonly looked: LookedAt; onTaken(): void }) {
  const isJobs = looked.offers.kind === "vacancies";
  const [decide, setDecide] = useState<Decision>("inbox");
  const [show, setShow] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, refuse] = useState<Refusal | null>(null);
  const centre = here.value;
  async function take(): Promise<void> {
    setBusy(true);
    const result = await takeIn(
      looked.offers,
      centre?.slug ?? null,
      isJobs ? decide : show ? "board" : "inbox",
    );
    setBusy(false);
    if (!result.ok) return refuse(result.refusal);
    toast({ words: say("taken", result.value) });
    onTaken();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      {isJobs ? (
        <Select
          label={say("decide", { centre: centre ? nameOf(centre) : "" })}
          value={decide}
          options={(["inbox", "search", "board"] as const).map((value) => ({
            value,
            word: say(`decide_${value}`),
          }))}
          onValue={(value) => setDecide(value as Decision)}
        />
      ) : centre ? (
        <Check label={say("show_now", { centre: nameOf(centre) })} checked={show} onValue={setShow} />
      ) : null}
      <Refused refusal={refusal} />
      <Button type="submit" kind="primary" busy={busy}>
        {say("take")}
      </Button>
    </form>
  );
}
