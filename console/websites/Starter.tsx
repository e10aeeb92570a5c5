/** Websites that many centres approve, each to be taken with one touch, or filled in where every council has its own. */
import { useEffect, useState } from "preact/hooks";
import type { Item } from "#shared/item.ts";
import { here } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { Button, LinkButton } from "../ui/Button.tsx";
import { blankAs } from "../ui/editing/blank.ts";
import { toast } from "../ui/toasts.tsx";
import { bodyOf, type Suggested, suggestions } from "./beginning.ts";
import { tidy } from "./form.ts";
import { say } from "./words.ts";
import "./look.css";

export function Starter({ sites }: { readonly sites: readonly Item<"website">[] }) {
  const [all, setAll] = useState<readonly Suggested[]>([]);
  useEffect(() => void suggestions().then(setAll), []);
  const known = new Set(sites.map(({ body }) => body.address));
  const nation = here.value?.nation;
  const left = all.filter(
    ({ address, nations }) =>
      (address === null || !known.has(address)) && (!nations || !nation || nations.includes(nation)),
  );
  if (left.length === 0) return null;
  return (
    <details>
      <summary>{say("starter", { n: left.length })}</summary>
      <p class="hint">{say("starterHint")}</p>
      <ul class="plain starter">
        {left.map((one) => (
          <li key={one.id}>
            <div>
              <b>{one.title.words.en}</b> {one.description.words.en}{" "}
              <span class="soft">{one.address ? URL.parse(one.address)?.host : say("starterOwn")}</span>
            </div>
            {one.address === null ? (
              <LinkButton href={`/console/websites/new?like=${one.id}`}>
                {say("starterFill")} <span class="unseen">{one.title.words.en}</span>
              </LinkButton>
            ) : (
              <Button onClick={() => void take(one)}>
                {say("starterTake")} <span class="unseen">{one.title.words.en}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Saved and shown at once, and taken off again as quickly. */
async function take(one: Suggested): Promise<void> {
  const draft = tidy(blankAs<"website">(() => bodyOf(one)));
  const saved = await order<Item<"website">>("saveItem", { kind: "website", over: null, ...draft } as never);
  if (!saved.ok) return toast({ words: say("starterFailed") });
  const { id, revision } = saved.value;
  const shown = await order("publishItem", { id, over: revision });
  toast({
    words: say(shown.ok ? "starterTaken" : "starterFailed", { title: one.title.words.en ?? "" }),
    undo: () => void order("withdrawItem", { id, over: null }),
  });
}
