/** A one-time link to hand over: it is shown once, here, and kept nowhere. */
import { useState } from "preact/hooks";
import copy from "lucide-static/icons/copy.svg?raw";
import type { Person } from "#shared/people/person.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.people.en.json";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/Field.tsx";

const say = sayer(catalogue);

export interface HandedLink {
  readonly person: Pick<Person, "name" | "email">;
  readonly link: string;
  readonly mailed: boolean;
}

export function Handed({ handed, onClose }: { readonly handed: HandedLink; onClose(): void }) {
  const link = `${location.origin}${handed.link}`;
  const { name, email } = handed.person;
  return (
    <Dialog title={say("linkFor", { name })} onClose={onClose}>
      <p>{handed.mailed ? say("mailed", { email }) : say("handOver", { name })}</p>
      <Secret label={say("link")} value={link} />
      <div class="form-foot">
        <Button onClick={onClose}>{say("doneHere")}</Button>
      </div>
    </Dialog>
  );
}

/** Something to take along, with a button that copies it where the browser lets it. */
export function Secret({ label, value }: { readonly label: string; readonly value: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div class="stack">
      <TextField label={label} value={value} onValue={() => {}} />
      {navigator.clipboard ? (
        <div class="row">
          <Button
            kind="primary"
            icon={copy}
            onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
          >
            {say("copy")}
          </Button>
          <span role="status">{isCopied ? say("copied") : ""}</span>
        </div>
      ) : null}
    </div>
  );
}
