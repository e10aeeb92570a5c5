/** A question or a choice that lies over the page; nothing behind it can be touched meanwhile. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useKiosk } from "./kiosk.ts";
import { Pic } from "./Pic.tsx";

interface Props {
  readonly title: string;
  readonly kind?: "sheet" | "question";
  onClose(): void;
  readonly children: ComponentChildren;
}

export function Sheet({ title, kind = "sheet", onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current!;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
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
        <h2 id="sheet-title" tabIndex={-1} data-read>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
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
