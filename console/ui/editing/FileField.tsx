/** Takes a picture, a PDF or a film in; what is wrong with a file is said here, by name. */
import { useId, useState } from "preact/hooks";
import trash from "lucide-static/icons/trash-2.svg?raw";
import upload from "lucide-static/icons/upload.svg?raw";
import { MOST_BYTES } from "#shared/files.ts";
import type { Refusal } from "#shared/result.ts";
import { refusalWords } from "../../language/refusals.ts";
import { sayer } from "../../language/say.ts";
import { handIn, type Kept } from "../../live/files.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Button } from "../Button.tsx";
import { Icon } from "../Icon.tsx";

const say = sayer(catalogue);

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  /** The address of what is there now, to be looked at. */
  readonly shown: string | null;
  readonly isFilm?: boolean;
  onKept(kept: Kept): void;
  onRemove(): void;
}

export function FileField({ label, hint, accept, shown, isFilm = false, onKept, onRemove }: Props) {
  const id = useId();
  const [progress, setProgress] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function take(file: File | undefined): Promise<void> {
    if (!file || progress !== null) return;
    setRefusal(null);
    setProgress(0);
    const result = await handIn(file, setProgress);
    setProgress(null);
    if (result.ok) onKept(result.value);
    else setRefusal(result.refusal);
  }

  return (
    <div class="field file-field">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}{" "}
      {/* prettier-ignore */}
      <div class="row">
        {shown === null ? null : isFilm ? (
          <video class="file-shown" src={shown} muted controls preload="metadata" />
        ) : (
          <img class="file-shown" src={shown} alt="" />
        )}
        <span class="file-pick">
          <Icon of={upload} />
          <input
            id={id}
            type="file"
            accept={accept}
            aria-describedby={[hint ? `${id}-hint` : "", refusal ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined}
            aria-invalid={refusal !== null}
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
        </span>
        {shown === null ? null : (
          <Button kind="quiet" icon={trash} onClick={onRemove}>
            {say("removeFile")}
          </Button>
        )}
      </div>
      {progress === null ? null : (
        <p role="status" class="soft">
          {progress < 1 ? say("uploading", { part: Math.round(progress * 100) }) : say("looking")}
        </p>
      )}
      {refusal === null ? null : (
        <p class="mistake" id={`${id}-error`} role="alert">
          {refusal.code === "too-large"
            ? say("fileTooLarge", { most: MOST_BYTES >> 20 })
            : refusalWords(refusal)}
        </p>
      )}
    </div>
  );
}
