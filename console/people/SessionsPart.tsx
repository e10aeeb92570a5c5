/** Where one is signed in; each place can be signed out from here. */
import type { OpenSession } from "#shared/people/person.ts";
import { timeWords } from "../language/days.ts";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import catalogue from "../../content/translations/console.people.en.json";
import { Button } from "../ui/Button.tsx";
import { Tag } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";

const say = sayer(catalogue);

export function SessionsPart({ current }: { readonly current: string }) {
  const held = useAsked<readonly OpenSession[], "listSessions">("listSessions", {}, ["endSession"]);
  async function end(id: string): Promise<void> {
    const result = await order("endSession", { id });
    if (result.ok) toast({ words: say("sessionEnded") });
    else toast({ words: refusalWords(result.refusal), tone: "bad" });
  }
  return (
    <section class="card part">
      <h2>{say("sessions")}</h2>
      <Waiting for={held}>
        {(sessions) => (
          <ul class="part-list">
            {sessions.map((session) => (
              <li key={session.id}>
                <div>
                  <strong>{browserWords(session.browser)}</strong>
                  <span class="line soft">
                    {say("sessionFrom", { address: session.address ?? "?", since: timeWords(session.since) })}
                  </span>
                </div>
                {session.id === current ? (
                  <Tag tone="good">{say("thisOne")}</Tag>
                ) : (
                  <Button onClick={() => void end(session.id)}>{say("signOutThere")}</Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Waiting>
    </section>
  );
}

/** A browser and its system, as far as it says so. */
function browserWords(agent: string | null): string {
  const name = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(agent ?? "")?.[1];
  const names: Readonly<Record<string, string>> = { Edg: "Edge", OPR: "Opera" };
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux)/.exec(agent ?? "")?.[1];
  const parts = [name === undefined ? undefined : (names[name] ?? name), system?.replace("Mac OS X", "Mac")];
  return parts.filter(Boolean).join(", ") || say("someBrowser");
}
