/** Chooses another password; whoever else is signed in as this person is not any more. */
import { useState } from "preact/hooks";
import { type Refusal, refused } from "#shared/result.ts";
import { unlessAtField, wordsIf } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { post } from "../live/client.ts";
import { findOut } from "../live/session.ts";
import catalogue from "../../content/translations/console.people.en.json";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";

const say = sayer(catalogue);

export function PasswordPart() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function send(): Promise<void> {
    setBusy(true);
    setRefusal(null);
    const result = (await post("/account/password", { current, next })) ?? refused("hub-away");
    setBusy(false);
    if (!result.ok) return setRefusal(result.refusal);
    setCurrent("");
    setNext("");
    toast({ words: say("passwordChanged") });
    // It is another session from now on, and the open connection still speaks for the former one.
    await findOut();
  }
  return (
    <section class="card part">
      <h2>{say("password")}</h2>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Refused refusal={unlessAtField(refusal, "weak-password", "wrong-password")} />
        <TextField
          label={say("currentPassword")}
          type="password"
          autocomplete="current-password"
          required
          value={current}
          error={wordsIf(refusal, "wrong-password")}
          onValue={setCurrent}
        />{" "}
        {/* prettier-ignore */}
        <TextField label={say("nextPassword")} hint={say("passwordHint")} type="password" autocomplete="new-password" required value={next} error={wordsIf(refusal, "weak-password")} onValue={setNext} />
        <div class="form-foot">
          <Button type="submit" busy={isBusy}>
            {say("changePassword")}
          </Button>
        </div>
      </form>
    </section>
  );
}
