/** Says what was done, and offers to undo it: nothing is destroyed without. */
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import words from "../../content/translations/console.en.json";
import { useKeys } from "./keys.tsx";

export interface Toast {
  readonly words: string;
  readonly tone?: "good" | "bad";
  /** Takes it back. */
  undo?(): void;
  /** Leads to what it is about. */
  readonly leads?: { readonly to: string; readonly word: string };
}

interface Shown extends Toast {
  readonly id: number;
}

/** How long it stays, milliseconds; a pointer or the focus on it holds it. */
const STAYS = 10_000;
const MOST = 3;

const shown = signal<readonly Shown[]>([]);
let last = 0;

export function toast(one: Toast): void {
  last += 1;
  shown.value = [...shown.value.slice(1 - MOST), { ...one, id: last }];
}

function drop(id: number): void {
  shown.value = shown.value.filter((one) => one.id !== id);
}

/** Where toasts appear; the newest one's undo is also Ctrl+Z. */
export function Toasts() {
  const newest = shown.value.findLast(({ undo }) => undo !== undefined);
  useKeys(newest === undefined ? [] : [{ key: "Ctrl+z", word: words.undo, do: () => takeBack(newest) }], [
    newest,
  ]);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.value.map((one) => (
        <Line key={one.id} one={one} />
      ))}
    </div>
  );
}

function takeBack(one: Shown): void {
  one.undo?.();
  drop(one.id);
}

function Line({ one }: { readonly one: Shown }) {
  const [isHeld, hold] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => drop(one.id), STAYS);
    return () => clearTimeout(timer);
  }, [isHeld, one.id]);
  return (
    <div
      class={`toast ${one.tone ?? "good"}`}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocusCapture={() => hold(true)}
      onBlurCapture={() => hold(false)}
    >
      <p>{one.words}</p>
      {one.leads === undefined ? null : (
        <a class="button quiet" href={one.leads.to} onClick={() => drop(one.id)}>
          {one.leads.word}
        </a>
      )}
      {one.undo === undefined ? null : (
        <button type="button" class="button quiet" onClick={() => takeBack(one)}>
          {words.undo}
        </button>
      )}
    </div>
  );
}
