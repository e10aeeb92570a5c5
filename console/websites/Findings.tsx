/** What to write instead of patterns that cannot work; and what sound ones open besides. */
import type { Fault, Opening } from "#shared/websites/rules.ts";
import { Button } from "../ui/Button.tsx";
import { say } from "./words.ts";

export interface Tried {
  readonly faults: readonly Fault[];
  readonly refusal: string | null;
  readonly opens: readonly Opening[];
}

interface Props {
  readonly tried: Tried | null;
  /** How the website itself answered, where that is not well. */
  readonly warning: string | null;
  onUse(fault: Fault): void;
}

export function Findings({ tried, warning, onUse }: Props) {
  const { faults, opens } = tried ?? { faults: [], opens: [] };
  const isSound = tried !== null && faults.length === 0 && tried.refusal === null;
  return (
    <div role="status">
      {faults.map((fault) =>
        fault.write ? (
          <Button key={fault.pattern} kind="quiet" onClick={() => onUse(fault)}>
            {say("use", { write: fault.write })}
          </Button>
        ) : null,
      )}
      {isSound ? <p class="soft">{say("sound")}</p> : null}
      <ul class="plain">
        {opens.map((opening) => (
          <li key={`${opening.pattern} ${opening.opens}`} class="hint">
            {say(`opens_${opening.opens}`, { path: "", ...opening })}
          </li>
        ))}
        {warning ? <li class="hint">{warning}</li> : null}
      </ul>
    </div>
  );
}
