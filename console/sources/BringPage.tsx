/** Bringing in a file or the address of a page: a look at what is in it, row by row, and then what is chosen. */
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Refusal, Result } from "#shared/result.ts";
import type { LookedAt, Prefill } from "#shared/bringing.ts";
import { order } from "../live/client.ts";
import { useDraft } from "../live/drafts.ts";
import { Button } from "../ui/Button.tsx";
import { Field, TextField } from "../ui/Field.tsx";
import { Page } from "../ui/Page.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { Brought } from "./Brought.tsx";
import type { Fields } from "./columns.ts";
import { say } from "./bringWords.ts";
import "./bring.css";

/** What was brought, so that it can be read anew with other columns. */
interface Held {
  readonly looked: LookedAt;
  readonly file: { readonly name: string; readonly content: string } | null;
  readonly fields: Fields;
}

const MOST_BYTES = 8_000_000;

export default function BringPage() {
  const [held, hold] = useState<Held | null>(null);
  const [refusal, refuse] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState<"file" | "link" | null>(null);
  const [url, setUrl] = useState("");
  const { route } = useLocation();
  const form = useDraft<Partial<Prefill>>("vacancy/new", {});

  async function look(from: "file" | "link", ask: () => Promise<Result<Held>>): Promise<void> {
    setBusy(from);
    refuse(null);
    hold(null);
    const result = await ask();
    setBusy(null);
    if (!result.ok) refuse(result.refusal);
    else if (from === "link" && result.value.looked.prefill) write(result.value.looked.prefill);
    else hold(result.value);
  }

  /** Nothing that a program can read: the form for writing one by hand opens, with what could be read in it. */
  function write(prefill: Prefill): void {
    form.set(prefill);
    route("/console/vacancies?write=new");
  }

  async function choose(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > MOST_BYTES) return refuse({ code: "too-large" });
    const chosen = { name: file.name.slice(-200), content: await base64(file) };
    await look("file", () => lookAtFile(chosen, {}));
  }

  return (
    <Page title={say("bring")}>
      <div class="bring">
        <section class="card">
          <h2>{say("file")}</h2>
          <Field label={say("choose")} hint={say("choose_hint")}>
            {(ties) => (
              <input
                {...ties}
                type="file"
                accept=".csv,.tsv,.txt,.xlsx,.ics,.json,.xml,.html,.htm,.md,.pdf"
                disabled={busy !== null}
                onChange={(event) => void choose(event.currentTarget.files?.[0])}
              />
            )}
          </Field>
        </section>
        <form
          class="card"
          onSubmit={(event) => {
            event.preventDefault();
            void look("link", () => lookAtLink(url));
          }}
        >
          <h2>{say("link")}</h2>
          <TextField label={say("address")} hint={say("address_hint")} value={url} onValue={setUrl} inputMode="text" maxLength={2000} required />
          <Button type="submit" kind="primary" busy={busy !== null}>
            {say("read")}
          </Button>
        </form>
      </div>
      <p class="soft" role="status">{busy ? say("reading") : ""}</p>
      <Refused refusal={refusal} />
      {held ? (
        <Brought
          key={JSON.stringify(held.fields)}
          looked={held.looked}
          fields={held.fields}
          onFields={held.file ? (fields) => void look("file", () => lookAtFile(held.file!, fields)) : null}
          onTaken={() => hold(null)}
        />
      ) : null}
    </Page>
  );
} // prettier-ignore

/** A list with the same columns as one that was corrected before is read as that was corrected: the hub remembers. */
async function lookAtFile(file: NonNullable<Held["file"]>, fields: Fields): Promise<Result<Held>> {
  const sent = Object.fromEntries(Object.entries(fields).map(([column, names]) => [column, [...names]]));
  const result = await order<LookedAt, "lookAtFile">("lookAtFile", { ...file, fields: sent });
  return result.ok
    ? { ok: true, value: { looked: result.value, file, fields: result.value.fields } }
    : result;
}

async function lookAtLink(url: string): Promise<Result<Held>> {
  const result = await order<LookedAt, "lookAtLink">("lookAtLink", { url });
  return result.ok ? { ok: true, value: { looked: result.value, file: null, fields: {} } } : result;
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}
