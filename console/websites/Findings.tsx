/** What is wrong with the patterns, with what to write instead; and what sound ones open besides. */
import type { Fault } from "#shared/websites/rules.ts";
import { refusalWords } from "../language/refusals.ts";
import { Button } from "../ui/Button.tsx";
import type { Tried } from "./WebsiteForm.tsx";
import { say } from "./words.ts";

interface Props {
  readonly tried: Tried | null;
  /** How the website itself answered, where that is not well. */
  readonly warning: string | null;
  onUse(fault: Fault): void;
}

export function Findings({ tried, warning, onUse }: Props) {
  if (tried === null) return null;
  const { faults, opens, refusal } = tried;
  return (
    <div role="status">
      <ul class="plain">
        {faults.map((fault) => (
          <li key={fault.pattern}>
            <p class="mistake">
              <code>{fault.pattern}</code> {say(`fault_${fault.why}`)}
            </p>
            {fault.write ? (
              <Button kind="quiet" onClick={() => onUse(fault)}>
                {say("use", { write: fault.write })}
              </Button>
            ) : null}
          </li>
        ))}
        {opens.map((opening) => (
          <li key={`${opening.pattern} ${opening.opens}`} class="hint">
            {say(`opens_${opening.opens}`, { path: "", ...opening })}
          </li>
        ))}
        {warning ? <li class="hint">{warning}</li> : null}
      </ul>
      {faults.length === 0 && refusal ? <p class="mistake">{refusalWords({ code: refusal })}</p> : null}
    </div>
  );
}
