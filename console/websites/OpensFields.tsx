/** What a website opens: its address, its patterns, what is wrong with them, and what they come to. */
import { useState } from "preact/hooks";
import type { Refusal } from "#shared/result.ts";
import type { Fault } from "#shared/websites/rules.ts";
import type { Website } from "#shared/websites/schema.ts";
import { wordsIf } from "../language/refusals.ts";
import { order } from "../live/client.ts";
import { Button } from "../ui/Button.tsx";
import { TextArea, TextField } from "../ui/Field.tsx";
import { mistakeWords } from "../ui/editing/Words.tsx";
import { Findings, type Tried } from "./Findings.tsx";
import { opensOf } from "./form.ts";
import { reach, type Reached, warningOf } from "./reach.ts";
import { say } from "./words.ts";

interface Props {
  readonly body: Website;
  readonly mistakes: Readonly<Record<string, string>>;
  /** What the hub said when it was sent. */
  readonly refusal: Refusal | null;
  onBody(change: Partial<Website>): void;
}

export function OpensFields({ body, mistakes, refusal, onBody }: Props) {
  const [tried, setTried] = useState<Tried | null>(null);
  const [reached, setReached] = useState<Reached | null>(null);
  const found = stillTrue(tried ?? triedOf(refusal), body);

  const said = found?.refusal ? { code: found.refusal } : null;

  async function check(): Promise<void> {
    const opens = opensOf(body);
    setReached(null);
    void reach(opens.address).then(setReached);
    const result = await order<Tried>("tryWebsite", opens);
    setTried(result.ok ? result.value : { faults: [], opens: [], refusal: result.refusal.code });
  }

  function change(part: Partial<Website>): void {
    setTried(null);
    onBody(part);
  }

  const lines = (label: string, hint: string, name: "allow" | "helpers", rows: number) => (
    <TextArea
      label={label}
      hint={hint}
      rows={rows}
      value={body[name].join("\n")}
      error={
        faultWords(found?.faults, body[name]) ??
        (name === "allow" ? wordsIf(said, "website-opens-elsewhere") : undefined)
      }
      onValue={(text) => change({ [name]: text.split("\n") })}
    />
  );
  return (
    <>
      <TextField
        label={say("address")}
        hint={say("addressHint")}
        type="url"
        required
        value={body.address}
        error={
          mistakes["body.address"]
            ? mistakeWords(mistakes["body.address"])
            : wordsIf(said, "website-not-https")
        }
        onValue={(address) => change({ address })}
      />
      {lines(say("allow"), say("allowHint"), "allow", 3)}
      {lines(say("helpers"), say("helpersHint"), "helpers", 2)}
      <Findings
        tried={found}
        warning={warningOf(reached, opensOf(body).allow)}
        onUse={({ pattern, write }) => {
          const mended = (all: readonly string[]) =>
            all.map((line) => (line.trim() === pattern.trim() ? (write ?? line) : line));
          change({ allow: mended(body.allow), helpers: mended(body.helpers) });
        }}
      />
      <div class="row">
        <Button onClick={() => void check()}>{say("check")}</Button>
      </div>
    </>
  );
}

/** What the hub refused when it was sent is known without asking again. */
function triedOf(refusal: Refusal | null): Tried | null {
  if (refusal === null) return null;
  const { faults = [] } = (refusal.details ?? {}) as { readonly faults?: readonly Fault[] };
  return { faults, opens: [], refusal: refusal.code };
}

/** Without what was said of patterns that stand there no longer. */
function stillTrue(tried: Tried | null, { allow, helpers }: Website): Tried | null {
  if (tried === null) return null;
  const there = [...allow, ...helpers].map((line) => line.trim());
  return { ...tried, faults: tried.faults.filter(({ pattern }) => there.includes(pattern.trim())) };
}

function faultWords(faults: readonly Fault[] = [], lines: readonly string[]): string | undefined {
  const there = lines.map((line) => line.trim());
  const own = faults.filter(({ pattern }) => there.includes(pattern.trim()));
  return own.map(({ pattern, why }) => `${pattern}: ${say(`fault_${why}`)}`).join(" ") || undefined;
}
