/** A button that opens a few more: arrows walk through them, Escape and a press elsewhere close it. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon } from "./Icon.tsx";

export interface Choice {
  readonly word: string;
  readonly icon?: string;
  readonly danger?: boolean;
  do(): void;
}

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly children: ComponentChildren;
}

export function Menu({ label, choices, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const first = root.current?.querySelector<HTMLElement>(".menu-list button");
    first?.focus();
    const leave = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [isOpen]);

  function walk(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...(root.current?.querySelectorAll<HTMLElement>(".menu-list button") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + step + all.length) % all.length]?.focus();
  }

  return (
    <div class="menu" ref={root} onKeyDown={walk}>
      <button
        ref={button}
        type="button"
        class="button quiet"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      <ul class="menu-list" id={id} hidden={!isOpen}>
        {choices.map((choice) => (
          <li key={choice.word}>
            <button
              type="button"
              class={choice.danger === true ? "danger" : ""}
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                choice.do();
              }}
            >
              {choice.icon === undefined ? null : <Icon of={choice.icon} />}
              {choice.word}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
