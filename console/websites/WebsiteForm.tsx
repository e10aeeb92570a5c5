/** One website: what it is called, what it opens, and what that comes to. */
import { useState } from "preact/hooks";
import type { Item } from "#shared/item.ts";
import type { Refusal } from "#shared/result.ts";
import type { Fault, Opening } from "#shared/websites/rules.ts";
import { TOPICS } from "#shared/websites/topics.ts";
import { here } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { Button } from "../ui/Button.tsx";
import { Check, Group, TextArea, TextField } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { draftOf, reachOf, type Typed } from "./form.ts";
import { Findings } from "./Findings.tsx";
import { warningOf } from "./warning.ts";
import { say } from "./words.ts";

export interface Tried {
  readonly faults: readonly Fault[];
  readonly refusal: string | null;
  readonly opens: readonly Opening[];
}

/** What came of asking the website itself. */
export interface Reached {
  readonly trouble: string | null;
  readonly url: string;
}

interface Props {
  readonly typed: Typed;
  readonly before: Item<"website"> | null;
  onTyped(typed: Typed): void;
  onSaved(): void;
}

export function WebsiteForm({ typed, before, onTyped, onSaved }: Props) {
  const [tried, setTried] = useState<Tried | null>(null);
  const [reached, setReached] = useState<Reached | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Typed>): void => onTyped({ ...typed, ...change });

  async function check(): Promise<Tried | null> {
    const result = await order<Tried>("tryWebsite", reachOf(typed));
    setTried(result.ok ? result.value : null);
    setRefusal(result.ok ? null : result.refusal);
    return result.ok ? result.value : null;
  }

  /** A website that is down just now may be approved all the same: it is said, and nothing is lost. */
  async function reach(): Promise<Reached | null> {
    const result = await order<Reached>("reachWebsite", { address: reachOf(typed).address });
    return result.ok ? result.value : null;
  }

  async function save(): Promise<void> {
    setBusy(true);
    const sound = await check();
    if (sound?.faults.length === 0) {
      const saved = await order("saveItem", draftOf(typed, before, here.value?.slug ?? null));
      setRefusal(saved.ok ? null : saved.refusal);
      if (saved.ok) {
        toast({ words: say("changed") });
        onSaved();
        const warning = warningOf(await reach(), reachOf(typed).allow);
        if (warning) toast({ words: warning });
      }
    }
    setBusy(false);
  }

  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={say("title")}
        required
        maxLength={120}
        value={typed.title}
        onValue={(title) => set({ title })}
      />
      <TextField
        label={say("description")}
        maxLength={300}
        value={typed.description}
        onValue={(description) => set({ description })}
      />{" "}
      {/* prettier-ignore */}
      <TextField label={say("address")} hint={say("addressHint")} type="url" required value={typed.address} onValue={(address) => set({ address })} />{" "}
      {/* prettier-ignore */}
      <TextArea label={say("allow")} hint={say("allowHint")} rows={3} value={typed.allow} onValue={(allow) => set({ allow })} />{" "}
      {/* prettier-ignore */}
      <TextArea label={say("helpers")} hint={say("helpersHint")} rows={2} value={typed.helpers} onValue={(helpers) => set({ helpers })} />{" "}
      {/* prettier-ignore */}
      <Findings
        tried={tried}
        warning={warningOf(reached, reachOf(typed).allow)}
        onUse={({ pattern, write }) => {
          const mended = (text: string): string =>
            text
              .split("\n")
              .map((line) => (line.trim() === pattern.trim() ? (write ?? line) : line))
              .join("\n");
          set({ allow: mended(typed.allow), helpers: mended(typed.helpers) });
          setTried(null);
        }}
      />
      <Group legend={say("topics")}>
        {TOPICS.map((topic) => (
          <Check
            key={topic}
            label={say(`topic_${topic}`)}
            checked={typed.topics.includes(topic)}
            onValue={(on) =>
              set({ topics: on ? [...typed.topics, topic] : typed.topics.filter((one) => one !== topic) })
            }
          />
        ))}
      </Group>
      <TextField
        label={say("review")}
        type="date"
        value={typed.reviewBy}
        onValue={(reviewBy) => set({ reviewBy })}
      />
      <Check
        label={say("everyCentre")}
        checked={typed.everywhere}
        onValue={(everywhere) => set({ everywhere })}
      />
      <Refused refusal={refusal} />
      <div class="actions">
        <Button type="submit" kind="primary" busy={busy}>
          {say("save")}
        </Button>
        <Button
          onClick={() => {
            setReached(null);
            void check();
            void reach().then(setReached);
          }}
        >
          {say("check")}
        </Button>
      </div>
    </form>
  );
}
