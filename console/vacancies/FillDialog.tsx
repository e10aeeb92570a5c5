/** What would fill the board well: proposed by the hub, decided by an adviser. */
import { useState } from "preact/hooks";
import type { Row } from "#shared/vacancies/inbox.ts";
import { useAsked } from "../live/collection.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Check } from "../ui/Field.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { putUp } from "./tenActs.ts";
import { hoursWords, payWords, reachWords, say, titleOf } from "./words.ts";

export function FillDialog({ centre, onClose }: { readonly centre: string; onClose(): void }) {
  const held = useAsked<readonly Row[], "fillTen">("fillTen", { centre }, []);
  return (
    <Dialog title={say("fill")} onClose={onClose}>
      <Waiting for={held}>{(rows) => <Choice {...{ centre, rows, onClose }} />}</Waiting>
    </Dialog>
  );
}

interface Props {
  readonly centre: string;
  readonly rows: readonly Row[];
  onClose(): void;
}

function Choice({ centre, rows, onClose }: Props) {
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const taken = rows.filter(({ id }) => !left.has(id));
  if (rows.length === 0) return <p>{say("fillNone")}</p>;
  function toggle(id: string): void {
    const now = new Set(left);
    if (!now.delete(id)) now.add(id);
    leave(now);
  }
  return (
    <form
      class="form wide"
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
        if (taken.length > 0) void putUp(centre, taken);
      }}
    >
      <p class="soft">{say("fillWords")}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Check
              label={[
                titleOf(row.body),
                row.body.employer,
                payWords(row.body),
                hoursWords(row.body),
                row.at[0] ? reachWords(row.at[0].reach) : null,
              ]
                .filter(Boolean)
                .join(" · ")}
              checked={!left.has(row.id)}
              onValue={() => toggle(row.id)}
            />
          </li>
        ))}
      </ul>
      <div class="form-foot">
        <Button kind="primary" type="submit">
          {say.count("fillTake", taken.length)}
        </Button>
        <Button onClick={onClose}>{say("cancel")}</Button>
      </div>
    </form>
  );
}
