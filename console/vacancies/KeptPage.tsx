/** A list of what advisers know, each written and removed in a dialog: employers, places within reach. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import plus from "lucide-static/icons/plus.svg?raw";
import type { Refusal, Result } from "#shared/result.ts";
import { mistakesOf, refusalWords } from "../language/refusals.ts";
import type { Held } from "../live/collection.ts";
import { hasRole } from "../live/visitor.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useKeys } from "../ui/keys.tsx";
import { LiveBoard } from "../ui/LiveBoard.tsx";
import { Page } from "../ui/Page.tsx";
import { type Column, Table } from "../ui/Table.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused, Waiting } from "../ui/Waiting.tsx";
import { say } from "./words.ts";

interface Props<Row> {
  readonly title: string;
  readonly words: string;
  readonly addWord: string;
  readonly noneWord: string;
  readonly held: Held<readonly Row[]>;
  readonly columns: readonly Column<Row>[];
  keyOf(row: Row): string;
  nameOf(row: Row): string;
  /** The form for one of them; `null`: a new one. */
  form(row: Row | null, close: () => void): ComponentChildren;
}

export function KeptPage<Row extends object>(props: Props<Row>) {
  const { title, words, addWord, noneWord, held, columns, keyOf, nameOf, form } = props;
  const [edited, edit] = useState<Row | "new" | null>(null);
  const mayWrite = hasRole("adviser", "district");
  useKeys(mayWrite ? [{ key: "h", word: addWord, do: () => edit("new") }] : [], [mayWrite]);
  const change = {
    word: say("edit"),
    isActs: true,
    cell: (row: Row) => (
      <Button kind="quiet" onClick={() => edit(row)}>
        {say("edit")}
        <span class="unseen"> {nameOf(row)}</span>
      </Button>
    ),
  };
  const add = mayWrite ? (
    <Button icon={plus} hotkey="h" onClick={() => edit("new")}>
      {addWord}
    </Button>
  ) : undefined;
  return (
    <Page title={title} aside={<LiveBoard />} actions={add}>
      <p class="soft page-words">{words}</p>
      <Waiting for={held}>
        {(rows) =>
          rows.length === 0 ? (
            <p class="empty-list">{noneWord}</p>
          ) : (
            <Table caption={title} columns={mayWrite ? [...columns, change] : columns} {...{ rows, keyOf }} />
          )
        }
      </Waiting>
      {edited ? form(edited === "new" ? null : edited, () => edit(null)) : null}
    </Page>
  );
}

interface DialogProps {
  readonly title: string;
  readonly draft: { discard(): void };
  readonly savedWords: string;
  readonly removedWords: string;
  save(): Promise<Result<unknown>>;
  /** `null`: there is nothing to remove yet. */
  readonly remove: (() => Promise<Result<unknown>>) | null;
  /** Has it back after it was removed. */
  restore(): Promise<Result<unknown>>;
  onClose(): void;
  children(mistakes: ReturnType<typeof mistakesOf>): ComponentChildren;
}

export function KeptDialog(props: DialogProps) {
  const { title, draft, savedWords, removedWords, save, remove, restore, onClose, children } = props;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function carryOut(act: () => Promise<Result<unknown>>, words: string, undo?: () => void) {
    const result = await act();
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    draft.discard();
    toast({ words, ...(undo ? { undo } : {}) });
    onClose();
  }
  async function bringBack(): Promise<void> {
    const back = await restore();
    if (!back.ok) toast({ words: refusalWords(back.refusal), tone: "bad" });
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="form wide two"
        onSubmit={(event) => {
          event.preventDefault();
          void carryOut(save, savedWords);
        }}
      >
        <Refused refusal={refusal} />
        {children(mistakesOf(refusal))}
        <div class="form-foot">
          <Button kind="primary" type="submit">
            {say("save")}
          </Button>
          {remove ? (
            <Button kind="danger" onClick={() => void carryOut(remove, removedWords, () => void bringBack())}>
              {say("remove")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
