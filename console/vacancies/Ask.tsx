/** A few words in answer to one question. */
import { useState } from "preact/hooks";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextArea } from "../ui/Field.tsx";
import { say } from "./words.ts";

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
