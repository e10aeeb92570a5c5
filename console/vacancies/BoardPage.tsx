/** A centre's board: its order, its mix, what fills it, and how it looks now and at another time. */
import { useEffect, useState } from "preact/hooks";
import grip from "lucide-static/icons/grip-vertical.svg?raw";
import printer from "lucide-static/icons/printer.svg?raw";
import sparkles from "lucide-static/icons/sparkles.svg?raw";
import type { Curation } from "#shared/centres/schema.ts";
import type { Row, Ten } from "#shared/vacancies/inbox.ts";
import { refusalWords } from "../language/refusals.ts";
import { centres, here } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { hasRole } from "../live/visitor.ts";
import { Beside } from "../ui/Beside.tsx";
import { Button } from "../ui/Button.tsx";
import { Check } from "../ui/Field.tsx";
import { FirstSteps } from "../ui/FirstSteps.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useKeys } from "../ui/keys.tsx";
import { Page } from "../ui/Page.tsx";
import { printSheet } from "../ui/printing.ts";
import { Tag } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { AsOn } from "./AsOn.tsx";
import { FillDialog } from "./FillDialog.tsx";
import { MixMeter } from "./MixAndTen.tsx";
import { putUp, reorder, stands, takeOff, TEN_TOPICS } from "./tenActs.ts";
import { closingWords, dayWords, hoursWords, payWords, reachWords, say, titleOf } from "./words.ts";
import "./inbox.css";
import "./pane.css";
import "./board.css";

export default function BoardPage() {
  useEffect(() => centres.follow(), []);
  const centre = here.value?.slug ?? null;
  if (centre === null) return <Page title={say("board")}><FirstSteps /></Page>; // prettier-ignore
  return <Of key={centre} centre={centre} />;
}

function Of({ centre }: { readonly centre: string }) {
  const held = useAsked<Ten, "theTen">("theTen", { centre }, TEN_TOPICS);
  const ten = held.state === "loading" ? null : held.value;
  const [isFilling, fill] = useState(false);
  return (
    <Page
      title={say("board")}
      actions={
        <>
          <Button icon={sparkles} hotkey="f" onClick={() => fill(true)}>
            {say("fill")}
          </Button>
          <Button icon={printer} hotkey="p" onClick={() => printSheet("ten", centre)}>
            {say("printTen")}
          </Button>
        </>
      }
      aside={
        <>
          <Beside />
          {ten ? <MixMeter ten={ten} /> : null}
        </>
      }
    >
      <Waiting for={held}>
        {(value) => (
          <div class="board-extra">
            <Order ten={value} fill={() => fill(true)} />
            {value.closed.length > 0 || value.next ? <Free ten={value} /> : null}
            <AsOn centre={centre} />
            {hasRole("adviser", "district") ? <Settings centre={centre} /> : null}
            {isFilling ? <FillDialog centre={centre} onClose={() => fill(false)} /> : null}
          </div>
        )}
      </Waiting>
    </Page>
  );
}

/** The list as it is being dragged; told to the hub where it is let go. */
function Order({ ten, fill }: { readonly ten: Ten; fill(): void }) {
  const { centre, size, rows } = ten;
  const [moved, move] = useState<readonly string[] | null>(null);
  const [selected, select] = useState<string | null>(null);
  const [dragged, drag] = useState<string | null>(null);
  const ids = rows.map(({ id }) => id);
  const shown = inOrder(rows, moved ?? ids);
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === selected),
  );
  const row = shown[at];
  useEffect(() => move(null), [ten]);

  function shift(by: number): void {
    const to = at + by;
    if (!row || to < 0 || to >= shown.length) return;
    const after = placed(
      shown.map(({ id }) => id),
      row.id,
      to,
    );
    move(after);
    select(row.id);
    void tell(after);
  }
  async function tell(after: readonly string[]): Promise<void> {
    if (!(await reorder(centre, ids, after))) move(null);
  }
  function go(by: number): void {
    select(shown[Math.min(shown.length - 1, Math.max(0, at + by))]?.id ?? null);
  }
  useKeys(
    [
      { key: "ArrowDown", word: say("keyDown"), do: () => go(1) },
      { key: "ArrowUp", word: say("keyUp"), do: () => go(-1) },
      { key: "Alt+ArrowUp", word: say("keyMoveUp"), do: () => shift(-1) },
      { key: "Alt+ArrowDown", word: say("keyMoveDown"), do: () => shift(1) },
      { key: "Delete", word: say("keyOff"), do: () => row && void takeOff(centre, row) },
      { key: "n", word: say("keyOff"), do: () => row && void takeOff(centre, row) },
      { key: "b", word: say("keyStands"), do: () => row && void stands(centre, row) },
      { key: "f", word: say("fill"), do: fill },
      { key: "p", word: say("printTen"), do: () => printSheet("ten", centre) },
    ],
    [shown, row, ids.join()],
  );
  if (rows.length === 0) return <p class="empty-inbox">{say("emptyBoard")}</p>;
  return (
    <section>
      <p class="soft" id="order-hint">
        {say("boardOrder")}
      </p>
      <ol class="board-list" aria-describedby="order-hint">
        {shown.map((one, place) => (
          <li
            key={one.id}
            class={`${one === row ? "selected" : ""} ${dragged && dragged !== one.id ? "target" : ""} ${place >= size ? "beyond" : ""}`}
            aria-current={one === row ? "true" : undefined}
            onClick={() => select(one.id)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged && dragged !== one.id)
                move(
                  placed(
                    shown.map(({ id }) => id),
                    dragged,
                    place,
                  ),
                );
            }}
            onDrop={(event) => {
              event.preventDefault();
              drag(null);
              if (moved) void tell(moved);
            }}
          >
            <button
              type="button"
              class="handle"
              draggable
              aria-label={`${say("boardOrder")}: ${titleOf(one.body)}`}
              onFocus={() => select(one.id)}
              onDragStart={(event) => {
                event.dataTransfer?.setData("text/plain", one.id);
                drag(one.id);
                select(one.id);
              }}
              onDragEnd={({ dataTransfer }) => {
                drag(null);
                // It was let go elsewhere, or given up.
                if (dataTransfer?.dropEffect === "none") move(null);
              }}
            >
              <Icon of={grip} />
            </button>
            <OneOfTen row={one} number={place + 1} centre={centre} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneOfTen({
  row,
  number,
  centre,
}: {
  readonly row: Row;
  readonly number: number;
  readonly centre: string;
}) {
  const at = row.at[0];
  const asks = isAsking(at?.asks ?? null);
  return (
    <>
      <span class="ten-number">{number}</span>
      <div class="job-who">
        <strong lang={row.body.title.original}>{titleOf(row.body)}</strong>
        <p class="soft">{row.body.employer}</p>
      </div>
      <span class="fact">{payWords(row.body)}</span>
      <span class="fact">{hoursWords(row.body)}</span>
      <span class="fact">{at ? reachWords(at.reach, at.travel) : "–"}</span>
      <span class="job-tags">
        <Tag tone={asks ? "talk" : "plain"}>
          {asks ? say("asksAgain") : closingWords(row.until, Date.now())}
        </Tag>
        {at?.byItself ? <Tag tone="warn">{say("byItself")}</Tag> : null}
        {asks ? (
          <Button kind="quiet" onClick={() => void stands(centre, row)}>
            {say("stands")}
          </Button>
        ) : null}
        <Button
          kind="quiet"
          icon={printer}
          aria-label={`${say("printJob")}: ${titleOf(row.body)}`}
          onClick={() => printSheet("job", centre, row.id)}
        />
        <Button kind="quiet" onClick={() => void takeOff(centre, row)}>
          {say("takeOff")}
        </Button>
      </span>
    </>
  );
}

function Free({ ten: { centre, closed, next } }: { readonly ten: Ten }) {
  const place = closed[0]?.at[0]?.place;
  return (
    <section class="card">
      <h2>{say("closedOnes")}</h2>
      <ul>
        {closed.map((row) => (
          <li key={row.id}>
            {titleOf(row.body)} <span class="soft">· {row.until ? dayWords(row.until) : say("closed")}</span>
          </li>
        ))}
      </ul>
      {next ? (
        <p>
          {say("next", { title: titleOf(next.body) })}{" "}
          <Button onClick={() => void putUp(centre, [next], place)}>{say("takeIt")}</Button>
        </p>
      ) : null}
    </section>
  );
}

function isAsking(asks: string | null): boolean {
  return asks !== null && Date.parse(asks) <= Date.now();
}

const ABSENT: Curation = { approve: false, refill: "offer" };

function Settings({ centre }: { readonly centre: string }) {
  const curation = here.value?.curation ?? ABSENT;
  async function save(change: Partial<Curation>): Promise<void> {
    const result = await order("curateCentre", { centre, curation: { ...curation, ...change } });
    await centres.refresh();
    toast(result.ok ? { words: say("saved") } : { words: refusalWords(result.refusal), tone: "bad" });
  }
  return (
    <section class="card">
      <h2>{say("refill")}</h2>
      <Check
        label={`${say("refill")} ${say("refill_itself")}`}
        checked={curation.refill === "itself"}
        onValue={(is) => void save({ refill: is ? "itself" : "offer" })}
      />
      <Check
        label={say("approveHere")}
        checked={curation.approve}
        onValue={(approve) => void save({ approve })}
      />
    </section>
  );
}

function inOrder(rows: readonly Row[], ids: readonly string[]): readonly Row[] {
  const named = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return [...named, ...rows.filter((row) => !named.includes(row))];
}

/** The list with one of it at another place. */
function placed(ids: readonly string[], id: string, to: number): readonly string[] {
  const others = ids.filter((one) => one !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
