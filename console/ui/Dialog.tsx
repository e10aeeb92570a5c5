/** A question that must be answered first: the browser keeps the focus in it, and Escape leaves it. */
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import close from "lucide-static/icons/x.svg?raw";
import words from "../../content/translations/console.en.json";
import { Icon } from "./Icon.tsx";

interface Props {
  readonly title: string;
  /** It was left, by whatever way. */
  onClose(): void;
  readonly children: ComponentChildren;
}

/** Open for as long as it is on the page, and before the next key: what is typed ahead must not reach the page below. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const open = dialog.current;
    open?.showModal();
    // Closed, and not only taken away: what opened it gets the focus back, which it cannot while all else is inert.
    return () => open?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div class="dialog-face">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="button quiet" aria-label={words.close} onClick={onClose}>
            <Icon of={close} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
