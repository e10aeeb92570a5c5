/** A few words in answer to one question. */
import { useState } from "preact/hooks";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.items.en.json";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { TextArea } from "./Field.tsx";

const say = sayer(catalogue);

interface Props {
  readonly title: string;
  readonly label: string;
  /** Without an answer it does not go on. */
  readonly needed?: boolean;
  onClose(): void;
  onDone(words: string | null): void;
}

export function Ask({ title, label, needed = false, onClose, onDone }: Props) {
  const [words, setWords] = useState("");
  const said = words.trim();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (needed && said === "") return;
          onClose();
          onDone(said || null);
        }}
      >
        <TextArea label={label} value={words} rows={3} maxLength={500} required={needed} onValue={setWords} />
        <div class="form-foot">
          <Button kind="primary" type="submit">
            {title}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
