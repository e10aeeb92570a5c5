/** Somebody decided the same vacancy meanwhile: the second sees the first's decision, and chooses. */
import { useEffect } from "preact/hooks";
import { refusalWords } from "../language/refusals.ts";
import { order } from "../live/client.ts";
import { nameOfPerson, whoIsWho } from "../live/names.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { toast } from "../ui/toasts.tsx";
import { type Clash, centreName } from "./decisions.ts";
import type { Triage } from "./triage.ts";
import { say } from "./words.ts";

const ON = { board: "onBoard", search: "inSearch", no: "notForUs", new: "toDecide", over: "closed" } as const;

interface Theirs {
  readonly on: keyof typeof ON;
  readonly who: string | null;
}

export function ClashDialog({
  clash,
  triage,
  onClose,
}: {
  readonly clash: Clash;
  readonly triage: Triage;
  onClose(): void;
}) {
  useEffect(() => whoIsWho.follow(), []);
  const { theirs } = clash.refusal.details as { readonly theirs: Theirs };
  const { vacancy, centre, on } = clash.step;
  async function insist(): Promise<void> {
    onClose();
    const decisions = [{ vacancy, centre, on, was: theirs.on }];
    const result = await order("decideVacancies", { decisions });
    toast(result.ok ? { words: say("saved") } : { words: refusalWords(result.refusal), tone: "bad" });
    await triage.refresh();
  }
  return (
    <Dialog title={say("theirs")} onClose={onClose}>
      <p>
        {say("changedMeanwhile", {
          who: theirs.who === null ? say("somebody") : nameOfPerson(theirs.who),
          on: say(ON[theirs.on]),
          centre: centreName(centre),
        })}
      </p>
      <div class="form-foot">
        <Button onClick={onClose}>{say("chooseTheirs")}</Button>
        <Button kind="primary" onClick={() => void insist()}>
          {say("chooseMine")}: {say(ON[on])}
        </Button>
      </div>
    </Dialog>
  );
}
