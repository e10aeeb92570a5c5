/** One vacancy in the list: what an adviser weighs at a glance, and what she can do where it is selected. */
import { memo } from "preact/compat";
import type { AtCentre, Row } from "#shared/vacancies/inbox.ts";
import { Button } from "../ui/Button.tsx";
import { Tag } from "../ui/Tag.tsx";
import { centreName, type Scope } from "./decisions.ts";
import type { On } from "./triage.ts";
import { bestReach, hoursWords, marksOf, payWords, reachWords, say, titleOf } from "./words.ts";

export interface RowActs {
  select(id: string): void;
  mark(id: string): void;
  decide(on: On): void;
  read(): void;
  centres(): void;
  answer(agrees: boolean): void;
}

interface Props {
  readonly row: Row;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
  readonly scope: Scope;
  readonly mayDecide: boolean;
  readonly mayAnswer: boolean;
  readonly now: number;
  readonly acts: RowActs;
}

/** Drawn anew only where something of its own has changed: a key press concerns two rows of thousands. */
export const InboxRow = memo(function InboxRow(props: Props) {
  const { row, isSelected, isMarked, scope, now, acts } = props;
  const here = scope === "all" ? bestReach(row.at) : row.at.find(({ centre }) => centre === scope);
  const { body } = row;
  return (
    <li
      class={`job ${isSelected ? "selected" : ""} ${isMarked ? "marked" : ""}`}
      id={`job-${row.id}`}
      aria-current={isSelected ? "true" : undefined}
    >
      <div class="job-line" onClick={() => acts.select(row.id)}>
        <input
          type="checkbox"
          class="job-mark"
          aria-label={`${say("keyMark")}: ${titleOf(body)}`}
          checked={isMarked}
          onClick={(event) => event.stopPropagation()}
          onChange={() => acts.mark(row.id)}
        />
        <div class="job-who">
          <h2 class="job-name">
            <button
              type="button"
              class="job-title"
              lang={body.title.original}
              onClick={() => acts.select(row.id)}
            >
              {titleOf(body)}
            </button>
          </h2>
          <p class="soft">{[body.employer, body.source ?? say("byHand")].filter(Boolean).join(" · ")}</p>
        </div>
        <p class="job-pay" title={body.pay?.text ?? undefined}>
          {payWords(body)}
        </p>
        <p class="job-hours" title={body.hours?.text ?? undefined}>
          {hoursWords(body)}
        </p>
        <p class="job-reach">{here ? reachWords(here.reach, here.travel) : "–"}</p>
        <Marks row={row} now={now} />
      </div>
      {isSelected ? <Acts {...props} here={here} /> : null}
    </li>
  );
});

function Marks({ row, now }: { readonly row: Row; readonly now: number }) {
  const marks = marksOf(row, now);
  return (
    <p class="job-tags">
      {marks.length === 0 ? <Tag tone="good">{standingWord(row)}</Tag> : null}
      {marks.slice(0, 2).map(({ word, tone }) => (
        <Tag key={word} tone={tone}>
          {word}
        </Tag>
      ))}
    </p>
  );
}

function standingWord(row: Row): string {
  const on = new Set(row.at.map((at) => at.on));
  if (on.has("board")) return say("onBoard").toLowerCase();
  if (on.has("search")) return say("inSearch").toLowerCase();
  return on.has("no") ? say("notForUs").toLowerCase() : "new";
}

function Acts({
  row,
  scope,
  mayDecide,
  mayAnswer,
  acts,
  here,
}: Props & { readonly here: AtCentre | undefined }) {
  const proposal = row.at.find((at) => at.proposal?.state === "waiting")?.proposal ?? null;
  const shown = row.at.filter(({ on }) => on === "board").map(({ centre }) => centreName(centre));
  return (
    <div class="job-acts">
      {proposal && mayAnswer ? (
        <>
          <Button kind="primary" hotkey="b" onClick={() => acts.answer(true)}>
            {say("agree")}
          </Button>
          <Button hotkey="n" onClick={() => acts.answer(false)}>
            {say("decline")}
          </Button>
        </>
      ) : (
        <>
          <Button kind="primary" hotkey="b" onClick={() => acts.decide("board")}>
            {here?.asks !== null && here?.on === "board"
              ? say("stands")
              : say(mayDecide ? "putOnBoard" : "propose")}
          </Button>
          {mayDecide ? (
            <>
              <Button hotkey="s" onClick={() => acts.decide("search")}>
                {say("searchOnly")}
              </Button>
              <Button hotkey="n" onClick={() => acts.decide("no")}>
                {say("notForUs")}
              </Button>
            </>
          ) : null}
        </>
      )}
      <Button hotkey="r" onClick={acts.read}>
        {say("read")}
      </Button>
      {row.at.length > 1 && scope === "all" ? (
        <Button hotkey="c" onClick={acts.centres}>
          {say("atCentres", { n: row.at.length })}
        </Button>
      ) : null}
      <div class="job-notes">
        {row.note && row.note.verdict !== "no" ? (
          <p class="job-note">“{row.note.words || say(`verdict_${row.note.verdict}`)}”</p>
        ) : null}
        {row.sameAs ? <p class="soft">{say("sameAs", { title: row.sameAs.title })}</p> : null}
        {proposal ? (
          <p class="soft">
            {proposal.words ? `${say("proposedBy")}: “${proposal.words}”` : say("proposedBy")}
          </p>
        ) : null}
        {shown.length > 0 ? <p class="soft">{say("onBoardAt", { centres: shown.join(", ") })}</p> : null}
      </div>
    </div>
  );
}
