/** Whether one is there for voice calls; only where one of one's centres has turned them on. */
import { CALLS_BY_DEFAULT } from "#shared/centres/calls.ts";
import { centres } from "../live/centres.ts";
import { Check } from "../ui/Field.tsx";
import { setStandsBy, standsBy } from "./voice.ts";
import { say } from "./words.ts";

export function StandBy() {
  const held = centres.held.value;
  const all = held.state === "loading" ? [] : (held.value ?? []);
  if (!all.some(({ centre }) => (centre.calls ?? CALLS_BY_DEFAULT).voice)) return null;
  return (
    <div class="card stand-by">
      <Check label={say("standBy")} checked={standsBy.value} onValue={setStandsBy} />
      <p class="soft">{say("standByHint")}</p>
    </div>
  );
}
