/** The keys that do something now, and `?` that lists them. */
import { signal } from "@preact/signals";
import { useLayoutEffect, useState } from "preact/hooks";
import words from "../../content/translations/console.en.json";
import { Dialog } from "./Dialog.tsx";

export interface Key {
  /** As `event.key` names it, with `Ctrl+`, `Alt+` or `Shift+` before it; two letters one after the other as `g v`. */
  readonly key: string;
  /** What it does. */
  readonly word: string;
  do(event: KeyboardEvent): void;
}

type Set = readonly Key[];

const sets = signal<readonly Set[]>([]);
/** The first of two letters, waiting for the second. */
let begun = "";
let forget: ReturnType<typeof setTimeout> | undefined;
const BETWEEN = 1_200;

/**
 * These keys work while the component is on the page; the newest component's come first. They change
 * together with what is seen (a layout effect): two keys in quick succession never act on what was there before.
 */
export function useKeys(keys: Set, inputs: readonly unknown[]): void {
  useLayoutEffect(() => {
    sets.value = [keys, ...sets.peek()];
    return () => {
      sets.value = sets.peek().filter((set) => set !== keys);
    };
  }, inputs);
}

/** Listens for the keys; returns the stop. */
export function listenForKeys(): () => void {
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOf(event);
  const isTyping = event.target instanceof HTMLElement && isField(event.target);
  // In a field letters are letters; what goes with Ctrl or Alt still works there, but for its own undo.
  if (isTyping && (!/^(Ctrl|Alt)\+/.test(name) || name === "Ctrl+z")) return;
  if (document.querySelector("dialog[open]")) return;
  const wanted = begun === "" ? name : `${begun} ${name}`;
  const all = sets.peek().flat();
  const found = all.find(({ key }) => key === wanted) ?? all.find(({ key }) => key === name);
  clearTimeout(forget);
  begun = "";
  if (found) {
    event.preventDefault();
    found.do(event);
  } else if (all.some(({ key }) => key.startsWith(`${name} `))) {
    begun = name;
    forget = setTimeout(() => (begun = ""), BETWEEN);
  }
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isLetter = key.length === 1;
  const held = [
    ctrlKey || metaKey ? "Ctrl+" : "",
    altKey ? "Alt+" : "",
    shiftKey && !isLetter ? "Shift+" : "",
  ];
  return `${held.join("")}${ctrlKey || metaKey || altKey ? (isLetter ? key.toLowerCase() : key) : key}`;
}

function isField(element: HTMLElement): boolean {
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && !/^(checkbox|radio|button)$/.test((element as HTMLInputElement).type); // prettier-ignore
}

/** The list of keys, under `?`. */
export function KeyHelp() {
  const [isOpen, setOpen] = useState(false);
  useKeys([{ key: "?", word: words.keysHelp, do: () => setOpen(true) }], []);
  if (!isOpen) return null;
  const seen = new Map<string, Key>();
  for (const key of sets.value.flat()) if (!seen.has(key.key)) seen.set(key.key, key);
  return (
    <Dialog title={words.keys} onClose={() => setOpen(false)}>
      <dl class="keys">
        {[...seen.values()].map(({ key, word }) => (
          <div key={key}>
            <dt>
              {key.split(" ").map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
