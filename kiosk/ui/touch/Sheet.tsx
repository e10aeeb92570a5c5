/** A question or a choice that lies over the page; nothing behind it can be touched meanwhile. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Saying } from "#kiosk/language/speech.ts";
import { useKiosk } from "./kiosk.ts";
import { Pic } from "./Pic.tsx";
import { Scroller } from "./Scroller.tsx";

interface Props {
  readonly title: string;
  readonly kind?: "sheet" | "question";
  /** What ends it: always in view, however long the rest is. */
  readonly foot: ComponentChildren;
  onClose(): void;
  readonly children: ComponentChildren;
}

export function Sheet({ title, kind = "sheet", foot, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const { reader } = useKiosk();
  useLayoutEffect(() => {
    const dialog = box.current!;
    // Drawn unseen, to know what is read of it.
    if (!dialog.isConnected) return undefined;
    const before = document.activeElement;
    reader?.stop();
    dialog.showModal();
    return () => {
      reader?.stop();
      dialog.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={kind}
      aria-labelledby="sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === box.current && kind === "sheet" && onClose()}
    >
      <div class="sheet-body">
        <header class="sheet-head">
          <h2 id="sheet-title" tabIndex={-1} data-read>
            {title}
          </h2>
          <ReadButton />
        </header>
        {children && <Scroller apart>{children}</Scroller>}
        {foot}
      </div>
    </dialog>
  );
}

/** The bar lies behind the sheet and cannot be touched. */
function ReadButton() {
  const { speech, reader } = useKiosk();
  if (!reader) return null;
  return (
    <button type="button" class="hear" onClick={reader.reading ? reader.stop : reader.read}>
      <Pic name={reader.reading ? "silent" : "aloud"} />
      <span>{speech.t(reader.reading ? "bar.stop" : "bar.read")}</span>
    </button>
  );
}

/** The one that can be touched: whatever lies below it waits. */
export function sheetOnTop(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>("dialog[open]")].at(-1) ?? null;
}

export function CloseButton({ close }: { close(): void }) {
  const { speech } = useKiosk();
  return (
    <button type="button" class="big close" onClick={close}>
      <Pic name="close" />
      <span>{speech.t("close")}</span>
    </button>
  );
}

/** What one may answer to a question: side by side, apart from each other. */
export function Answers({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="answers" data-group>
      {children}
    </div>
  );
}

interface AnswerProps {
  readonly word: Saying;
  readonly primary?: boolean;
  act(): void;
}

export function Answer({ word, primary = false, act }: AnswerProps) {
  const { speech } = useKiosk();
  return (
    <button type="button" class={primary ? "big primary" : "big"} onClick={act}>
      <span data-read>{speech.t(word)}</span>
    </button>
  );
}
