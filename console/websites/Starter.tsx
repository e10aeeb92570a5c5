/** Websites that many centres approve, each to be taken with one touch, or filled in where every council has its own. */
import { useEffect, useState } from "preact/hooks";
import type { Text } from "#shared/languages.ts";
import type { Item } from "#shared/item.ts";
import { here } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { Button } from "../ui/Button.tsx";
import { toast } from "../ui/toasts.tsx";
import { draftOf, EMPTY, type Typed } from "./form.ts";
import { say } from "./words.ts";

interface Suggested {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** `null`: every council has its own. */
  readonly address: string | null;
  readonly topics: readonly string[];
  readonly allow: readonly string[];
  readonly helpers: readonly string[];
  /** Only of use there. */
  readonly nations?: readonly string[];
}

/** Somebody looks at it again after half a year. */
const REVIEW_AFTER = 182 * 86_400_000;

interface Props {
  readonly sites: readonly Item<"website">[];
  onFill(typed: Typed): void;
}

export function Starter({ sites, onFill }: Props) {
  const [all, setAll] = useState<readonly Suggested[]>([]);
  useEffect(() => void import("../../content/websites/starter.json").then((list) => setAll(list.default as readonly Suggested[])), []); // prettier-ignore
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
            <Button onClick={() => (one.address === null ? onFill(typedFrom(one)) : void take(one))}>
              {one.address === null ? say("starterFill") : say("starterTake")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Saved and shown at once, and taken off again as quickly. */
async function take(one: Suggested): Promise<void> {
  const typed = typedFrom(one);
  const draft = draftOf(typed, null, here.value?.slug ?? null);
  const body = { ...draft.body, title: one.title, description: one.description };
  const saved = await order<Item<"website">>("saveItem", { ...draft, body });
  if (!saved.ok) return toast({ words: say("starterFailed") });
  const { id, revision } = saved.value;
  const shown = await order("publishItem", { id, over: revision });
  toast({
    words: say(shown.ok ? "starterTaken" : "starterFailed", { title: typed.title }),
    undo: () => void order("withdrawItem", { id, over: null }),
  });
}

function typedFrom({ title, description, address, topics, allow, helpers }: Suggested): Typed {
  return {
    ...EMPTY,
    title: title.words.en ?? "",
    description: description.words.en ?? "",
    address: address ?? EMPTY.address,
    allow: allow.join("\n"),
    helpers: helpers.join("\n"),
    topics,
    reviewBy: new Date(Date.now() + REVIEW_AFTER).toISOString().slice(0, 10),
  };
}
