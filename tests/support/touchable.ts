/** Runs in the page: what is too small for a finger, or too near to something else that is touched (design: 64 and 12 px). */
export function hardToTouch(): readonly string[] {
  const LEAST = { side: 64, gap: 11.5 };
  const glass = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.getElementById("touch")!;
  const groups = ".scrolled, .bar, .actions, .page-head, .mover, .sheet-head, .answers";
  const targets = [...glass.querySelectorAll<HTMLElement>("button")]
    .filter((one) => one.offsetParent && !one.closest(".skip"))
    .map((one) => ({ one, group: one.closest(groups), box: one.getBoundingClientRect() }));
  const found = targets
    // Without what a press does to them for a moment.
    .filter(({ one }) => Math.min(one.offsetWidth, one.offsetHeight) < LEAST.side)
    .map(({ one }) => `small: ${one.outerHTML.slice(0, 100)}`);
  for (const [at, { one, group, box }] of targets.entries()) {
    for (const other of targets.slice(at + 1)) {
      if (other.group !== group) continue;
      const across = Math.max(box.left - other.box.right, other.box.left - box.right);
      const down = Math.max(box.top - other.box.bottom, other.box.top - box.bottom);
      const between = Math.max(across, down);
      if (between < LEAST.gap)
        found.push(`near: ${one.outerHTML.slice(0, 80)}, ${other.one.outerHTML.slice(0, 80)}`);
    }
  }
  return found;
}
