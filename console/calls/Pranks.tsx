/** Numbers that are not rung any more; who they are nobody can read. */
import type { KnownPrank } from "#shared/calls/call.ts";
import { named } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { nameOfPerson } from "../live/names.ts";
import { refusalWords } from "../language/refusals.ts";
import { Button } from "../ui/Button.tsx";
import { toast } from "../ui/toasts.tsx";
import { momentWords, say } from "./words.ts";

export function Pranks() {
  const held = useAsked<readonly KnownPrank[], "listKnownPranks">("listKnownPranks", {}, ["calls"]);
  const all = held.state === "loading" ? [] : (held.value ?? []);
  if (all.length === 0) return null;
  async function forget(id: string): Promise<void> {
    const result = await order("forgetPrank", { id });
    if (!result.ok) toast({ words: refusalWords(result.refusal), tone: "bad" });
    await held.collection.refresh();
  }
  return (
    <section class="stack">
      <h2>{say("pranks")}</h2>
      <p class="soft">{say("pranksWords")}</p>
      <ul class="pranks">
        {all.map(({ id, centre, at, by }) => (
          <li key={id} class="card">
            <span>
              {named().find(({ slug }) => slug === centre)?.name ?? centre},{" "}
              {say("prankAt", { when: momentWords(at), who: nameOfPerson(by) })}
            </span>
            <Button onClick={() => void forget(id)}>{say("forget")}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
