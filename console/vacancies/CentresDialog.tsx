/** One vacancy, each centre for itself. */
import { useState } from "preact/hooks";
import type { Row } from "#shared/vacancies/inbox.ts";
import { refusalWords } from "../language/refusals.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Select } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { centreName } from "./decisions.ts";
import type { Step, Triage } from "./triage.ts";
import { reachWords, say, titleOf } from "./words.ts";

interface Props {
  readonly row: Row;
  readonly triage: Triage;
  onClose(): void;
}

type Choice = Step["on"];

export function CentresDialog({ row, triage, onClose }: Props) {
  const [chosen, choose] = useState<Readonly<Record<string, Choice>>>({});
  const options = [
    { value: "new", word: say("toDecide") },
    { value: "board", word: say("onBoard") },
    { value: "search", word: say("inSearch") },
    { value: "no", word: say("notForUs") },
  ];
  async function save(): Promise<void> {
    onClose();
    const steps = row.at.flatMap(({ centre, on: was }): Step[] => {
      const on = chosen[centre];
      return on === undefined || on === was ? [] : [{ vacancy: row.id, centre, on, was }];
    });
    if (steps.length === 0) return;
    const result = await triage.decide(steps, []);
    if ("refusal" in result) toast({ words: refusalWords(result.refusal), tone: "bad" });
    else toast({ words: say("saved") });
  }
  return (
    <Dialog title={titleOf(row.body)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {row.at.map(({ centre, on, reach, travel }) => (
          <Select
            key={centre}
            label={centreName(centre)}
            hint={reachWords(reach, travel)}
            value={chosen[centre] ?? (on === "over" ? "no" : on)}
            options={options}
            onValue={(value) => choose({ ...chosen, [centre]: value as Choice })}
          />
        ))}
        <div class="form-foot">
          <Button kind="primary" type="submit">
            {say("save")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
