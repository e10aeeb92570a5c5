/** One source: how it was read, what was left out and why, and what can be done with it. */
import { useState } from "preact/hooks";
import back from "lucide-static/icons/arrow-left.svg?raw";
import refreshIcon from "lucide-static/icons/refresh-cw.svg?raw";
import type { Refusal } from "#shared/result.ts";
import type { Run, SourceSeen } from "#shared/sources/schema.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Table } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused, Waiting } from "../ui/Waiting.tsx";
import { LeftOutList } from "./Looked.tsx";
import { SourceForm } from "./SourceForm.tsx";
import { atClock, say, whatCame, whomFor, whyOf } from "./words.ts";

interface Props {
  readonly seen: SourceSeen;
  readonly formats: readonly string[];
  refresh(): Promise<void>;
  onBack(): void;
}

export function OneSource({ seen, formats, refresh, onBack }: Props) {
  const { id, revision, source } = seen;
  const [doing, setDoing] = useState<"look" | "change" | "remove" | "reading">("look");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const runs = useAsked<readonly Run[], "sourceRuns">("sourceRuns", { id }, ["saveSource"]);

  async function readNow(): Promise<void> {
    setDoing("reading");
    const result = await order("readSource", { id });
    setDoing("look");
    setRefusal(result.ok ? null : result.refusal);
    await Promise.all([refresh(), runs.collection.refresh()]);
  }
  async function pause(): Promise<void> {
    const result = await order("saveSource", { id, source: { ...source, paused: !source.paused }, over: revision });
    setRefusal(result.ok ? null : result.refusal);
  }
  async function remove(): Promise<void> {
    const result = await order("removeSource", { id });
    if (!result.ok) return setRefusal(result.refusal);
    toast({ words: say("removed", { name: source.name }) });
    onBack();
  }
  if (doing === "change") return <SourceForm seen={seen} formats={formats} onDone={() => (setDoing("look"), void refresh())} />;
  return (
    <>
      <p><Button kind="quiet" icon={back} onClick={onBack}>{say("back")}</Button></p>
      <section class="card source-one">
        <h2>{source.name}</h2>
        <p class="source-url">{source.url}</p>
        <p>{whomFor(source)} · {say.count("open", seen.open)}</p>
        <div class="actions">
          <Button kind="primary" icon={refreshIcon} busy={doing === "reading"} onClick={() => void readNow()}>
            {doing === "reading" ? say("reading") : say("read_now")}
          </Button>
          <Button onClick={() => setDoing("change")}>{say("change")}</Button>
          <Button onClick={() => void pause()}>{say(source.paused ? "resume" : "pause")}</Button>
          <Button kind="danger" onClick={() => setDoing("remove")}>{say("remove")}</Button>
        </div>
        <Refused refusal={refusal} />
      </section>
      <h2 class="source-runs">{say("runs")}</h2>
      <Waiting for={runs}>{(all) => <Runs all={withLatest(all, seen.last)} />}</Waiting>
      {doing === "remove" ? (
        <Dialog title={say("remove")} onClose={() => setDoing("look")}>
          <div class="source-sure">
            <p>{say("remove_sure", { name: source.name })}</p>
          <div class="actions">
            <Button kind="danger" onClick={() => void remove()}>{say("remove")}</Button>
            <Button kind="quiet" onClick={() => setDoing("look")}>{say("cancel")}</Button>
          </div>
          </div>
        </Dialog>
      ) : null}
    </>
  );
} // prettier-ignore

/** Of an unchanged reading nothing is written down: only the hub that did it knows of it. */
function withLatest(all: readonly Run[], last: Run | null): readonly Run[] {
  return last?.outcome === "unchanged" && last.at !== all[0]?.at ? [last, ...all] : all;
}

function Runs({ all }: { readonly all: readonly Run[] }) {
  return (
    <Table
      caption={say("runs")}
      rows={all}
      keyOf={({ at }) => at}
      columns={[
        { word: say("column_when"), cell: ({ at }) => atClock(at) },
        {
          word: say("column_what"),
          cell: (run) => (
            <div class="source-last">
              <Tag tone={run.outcome === "failed" ? "bad" : run.code ? "warn" : "good"}>{whatCame(run)}</Tag>
              {run.code ? <p>{whyOf(run.code)}</p> : null}
              {run.closed > 0 ? <p class="soft">{say("closed", { n: run.closed })}</p> : null}
              <LeftOutList all={run.remarks} />
            </div>
          ),
        },
        { word: say("column_found"), cell: ({ found }) => found },
      ]}
    />
  );
}
