/**
 * Keys by which a browser opens, closes and switches. Full screen, Chromium gives nearly all of them to the page first,
 * and does nothing where they are refused; the few that it keeps the launcher's keyboard does not have.
 */
import { listen } from "./listen.ts";

/** What somebody who writes needs. */
const WRITING = /^[acvxz]$|^(Arrow(Left|Right)|Home|End|Backspace|Delete)$/i;
const TOOLS =
  /^(F\d+|ContextMenu|Browser\w+|Launch\w+|PrintScreen|Print|Find|Help|Close|New|Open|Save|GoBack|GoHome)$/;

export function refuseTools(): void {
  listen(
    window,
    ["keydown"],
    (event: KeyboardEvent) => {
      if (leads(event)) event.preventDefault();
    },
    { capture: true },
  );
}

function leads(event: KeyboardEvent): boolean {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (TOOLS.test(key) || (key === "Escape" && shiftKey) || metaKey) return true;
  if (event.getModifierState("AltGraph")) return false;
  return altKey || (ctrlKey && !(WRITING.test(key) && !shiftKey));
}
