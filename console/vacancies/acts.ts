/** What the keys and buttons of the inbox do. */
import { useMemo, useRef } from "preact/hooks";
import { refusalWords } from "../language/refusals.ts";
import { order } from "../live/client.ts";
import { hasRole } from "../live/visitor.ts";
import type { Key } from "../ui/keys.tsx";
import { toast } from "../ui/toasts.tsx";
import { carryOut, type Clash, type Scope } from "./decisions.ts";
import type { RowActs } from "./InboxRow.tsx";
import { close } from "./Reading.tsx";
import type { On, Triage } from "./triage.ts";
import { say } from "./words.ts";
import type { Writing } from "./Write.tsx";

export interface Acts extends RowActs {
  /** On the board of every centre from which people can get there. */
  everywhere(): void;
  decline(reason: string | null): void;
  propose(words: string | null): void;
}

interface Around {
  setClash(clash: Clash): void;
  ask(what: "centres" | "decline" | "propose"): void;
  read(): void;
  readonly mayDecide: boolean;
}

/** The same functions as long as the page works on the same list: rows need not be drawn for their sake. */
export function useActs(triage: Triage, scope: Scope, around: Around): Acts {
  const latest = useRef(around);
  latest.current = around;
  return useMemo(() => {
    const proposals = () => triage.chosen().flatMap((row) => row.at.filter(({ proposal }) => proposal?.state === "waiting").map(({ centre }) => ({ vacancy: row.id, centre }))); // prettier-ignore
    const answer = async (agrees: boolean, reason: string | null) => {
      for (const one of proposals()) said(await order("answerProposal", { ...one, agrees, reason }));
      await triage.refresh();
    };
    const decide = (on: On, where: Scope) =>
      void carryOut(triage, triage.chosen(), on, where, (clash) => latest.current.setClash(clash));
    return {
      select: triage.select,
      mark: triage.mark,
      read: () => latest.current.read(),
      centres: () => latest.current.ask("centres"),
      everywhere: () => decide("board", "all"),
      decide(on) {
        if (!hasRole("staff") && proposals().length > 0) {
          if (on === "no") latest.current.ask("decline");
          else void answer(true, null);
        } else if (latest.current.mayDecide) decide(on, scope);
        else if (on !== "no") latest.current.ask("propose");
      },
      answer(agrees) {
        if (agrees) void answer(true, null);
        else latest.current.ask("decline");
      },
      decline: (reason) => void answer(false, reason),
      async propose(words) {
        const [row] = triage.chosen();
        const centre = row?.at[0]?.centre;
        if (!row || centre === undefined) return;
        said(await order("proposeVacancy", { vacancy: row.id, centre, wanted: "board", words }), say("proposedDone")); // prettier-ignore
      },
    };
  }, [triage, scope]);
}

function said(result: Awaited<ReturnType<typeof order>>, words: string | null = null): void {
  if (!result.ok) toast({ words: refusalWords(result.refusal), tone: "bad" });
  else if (words !== null) toast({ words });
}

interface Opens {
  write(writing: Writing): void;
  edit(): void;
  ask(what: "centres"): void;
}

export function keysFor(triage: Triage, acts: Acts, { write, edit, ask }: Opens): readonly Key[] {
  const down = () => triage.move(1);
  const up = () => triage.move(-1);
  const mark = () => triage.selected.value !== null && triage.mark(triage.selected.value);
  const filled = () => {
    const [row] = triage.chosen();
    if (row) void close({ row, body: row.body }, "filled");
  };
  return [
    { key: "ArrowDown", word: say("keyDown"), do: down },
    { key: "ArrowUp", word: say("keyUp"), do: up },
    { key: "j", word: say("keyDown"), do: down },
    { key: "k", word: say("keyUp"), do: up },
    { key: "b", word: say("keyBoard"), do: () => acts.decide("board") },
    { key: "s", word: say("keySearch"), do: () => acts.decide("search") },
    { key: "n", word: say("keyNo"), do: () => acts.decide("no") },
    { key: "a", word: say("keyAll"), do: acts.everywhere },
    { key: "c", word: say("keyCentres"), do: () => ask("centres") },
    { key: "r", word: say("keyRead"), do: acts.read },
    { key: "x", word: say("keyMark"), do: mark },
    { key: "X", word: say("keyMarkAll"), do: triage.markAll },
    { key: "e", word: say("keyEdit"), do: edit },
    { key: "f", word: say("keyFilled"), do: filled },
    { key: "h", word: say("keyWrite"), do: () => write({ id: null }) },
  ];
}
