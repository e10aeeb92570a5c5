/** One's own mobile number, for what is urgent. */
import { useState } from "preact/hooks";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { order } from "../live/client.ts";
import catalogue from "../../content/translations/console.screens.en.json";
import { Button } from "./Button.tsx";
import { TextField } from "./Field.tsx";

const say = sayer(catalogue);

interface Props {
  /** The number that is kept, all but its end hidden; `null`: none. */
  readonly phone: string | null;
  onChanged(): Promise<void>;
}

export function ByText({ phone, onChanged }: Props) {
  const [number, setNumber] = useState("");
  const [error, setError] = useState<string | undefined>(undefined);

  async function keep(wanted: string | null): Promise<void> {
    const result = await order("tellByText", { number: wanted });
    setError(result.ok ? undefined : refusalWords(result.refusal));
    if (!result.ok) return;
    setNumber("");
    await onChanged();
  }

  if (phone !== null) {
    return (
      <ul class="devices">
        <li>
          <span>{say("byText", { phone })}</span>
          <Button kind="quiet" onClick={() => void keep(null)}>
            {say("tellNoMore")}
          </Button>
        </li>
      </ul>
    );
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(number);
      }}
    >
      <TextField
        type="tel"
        autocomplete="tel"
        label={say("myMobile")}
        hint={say("myMobileHint")}
        value={number}
        error={error}
        maxLength={40}
        onValue={setNumber}
      />
      <div class="form-foot">
        <Button type="submit">{say("tellByText")}</Button>
      </div>
    </form>
  );
}
