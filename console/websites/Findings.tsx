/** What is wrong with the patterns, with what to write instead; and what sound ones open besides. */
import type { Fault } from "#shared/websites/rules.ts";
import { refusalWords } from "../language/refusals.ts";
import { Button } from "../ui/Button.tsx";
import type { Tried } from "./WebsiteForm.tsx";
import { say } from "./words.ts";

export function Findings({ tried, onUse }: { readonly tried: Tried | null; onUse(fault: Fault): void }) {
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
      </ul>
      {faults.length === 0 && refusal ? <p class="mistake">{refusalWords({ code: refusal })}</p> : null}
    </div>
  );
}
