/** Where a word is typed, the keys for it on the glass, and what it may be the beginning of. */
import { useEffect, useRef } from "preact/hooks";
import { jobById } from "#kiosk/live/offered.ts";
import { Chip } from "#kiosk/ui/touch/Chip.tsx";
import { useKiosk, useSay } from "#kiosk/ui/touch/kiosk.ts";
import { Keys } from "#kiosk/ui/touch/Keys.tsx";
import { hasOwnKeyboard } from "#kiosk/ui/touch/own-keys.ts";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";

interface Props {
  readonly words: string;
  readonly open: boolean;
  type(words: string): void;
  toggle(open: boolean): void;
}

const LONGEST = 60;

export function WordField({ words, open, type, toggle }: Props) {
  const { speech } = useKiosk();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (open) field.current?.focus({ preventScroll: true });
  }, [open]);
  if (!open && words === "") {
    return (
      <button type="button" class="type-word" onClick={() => toggle(true)}>
        <Pic name="search" />
        <span data-read>{speech.t("jobs.type")}</span>
      </button>
    );
  }
  return (
    <div class="word-field">
      <Pic name="search" />
      <input
        ref={field}
        type="text"
        value={words}
        maxLength={LONGEST}
        inputMode={hasOwnKeyboard() ? "search" : "none"}
        autoComplete="off"
        spellcheck={false}
        aria-label={speech.t("jobs.typed")}
        onFocus={() => !open && toggle(true)}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {words !== "" && (
        <button type="button" class="square" aria-label={speech.t("jobs.wipe-word")} onClick={() => type("")}>
          <Pic name="close" />
        </button>
      )}
    </div>
  );
}

interface KeysProps {
  readonly words: string;
  type(words: string): void;
  done(): void;
}

/** At the foot of the page, where a hand reaches them that holds a child. */
export function WordKeys({ words, type, done }: KeysProps) {
  return <Keys value={words} type={(next) => type(next.slice(0, LONGEST))} done={done} />;
}

interface SuggestionsProps {
  readonly ids: readonly string[];
  readonly missed: boolean;
  choose(words: string): void;
}

export function Suggestions({ ids, missed, choose }: SuggestionsProps) {
  const { speech, offered } = useKiosk();
  const said = useSay();
  const titles = ids.flatMap((id) => {
    const job = jobById(offered.jobs, id);
    return job ? [said(job.vacancy.title).words] : [];
  });
  if (missed) return <p class="lead" role="status" data-read>{speech.t("jobs.none-word")}</p>; // prettier-ignore
  if (titles.length === 0) return null;
  return (
    <div class="chips suggestions" data-group role="group" aria-label={speech.t("jobs.suggest")}>
      {titles.map((title, at) => (
        <Chip key={at} words={title} on={false} act={() => choose(title)} />
      ))}
    </div>
  );
}
