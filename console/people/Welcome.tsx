/** What a one-time link opens: a name, a password, and one is here. */
import { useState } from "preact/hooks";
import type { Opened } from "#shared/people/person.ts";
import type { Refusal } from "#shared/result.ts";
import { mistakesOf, refusalWords, unlessAtField, wordsIf } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.entrance.en.json";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { type Coming, useSending } from "./sending.ts";

const say = sayer(catalogue);

export function Welcome({
  link,
  opened,
  onEntered,
}: Coming & { readonly link: string; readonly opened: Opened }) {
  const isFirst = opened.purpose === "setup";
  const [name, setName] = useState(opened.name ?? "");
  const [email, setEmail] = useState(opened.email ?? "");
  const [password, setPassword] = useState("");
  const { send, refusal, isBusy } = useSending(onEntered);
  const mistakes = mistakesOf(refusal);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send("/links", { link, password, name, ...(isFirst ? { email } : {}) });
      }}
    >
      <h1>{say(opened.purpose)}</h1>
      <p>{say(`${opened.purpose}Words`)}</p>
      <Refused refusal={unlessAtField(refusal, "bad-input", "weak-password")} />
      <TextField
        label={say("name")}
        autocomplete="name"
        required
        value={name}
        onValue={setName}
        error={mistakes.name}
      />
      <TextField
        label={say("email")}
        type="email"
        autocomplete="username"
        required
        disabled={!isFirst}
        value={email}
        onValue={setEmail}
        error={mistakes.email}
      />
      <TextField
        label={say("newPassword")}
        hint={say("passwordHint")}
        type="password"
        autocomplete="new-password"
        required
        value={password}
        onValue={setPassword}
        error={mistakes.password ?? wordsIf(refusal, "weak-password")}
      />
      <Button kind="primary" type="submit" busy={isBusy}>
        {say("begin")}
      </Button>
    </form>
  );
}

export function Spent({ refusal, onBack }: { readonly refusal: Refusal; onBack(): void }) {
  return (
    <div class="stack">
      <h1>{say("spent")}</h1>
      <p role="alert">{refusalWords(refusal)}</p>
      <div>
        <Button onClick={onBack}>{say("toSignIn")}</Button>
      </div>
    </div>
  );
}
