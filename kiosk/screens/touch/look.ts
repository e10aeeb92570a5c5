/** How the glass looks for this visit: text size, contrast, movement, and the centre's own colour. */
import { panelColours } from "#kiosk/ui/colour.ts";
import type { Visit } from "#kiosk/ui/touch/visit.ts";

/** `null`: nobody is here, and the board's slides have the screen. */
export function dress(visit: Visit | null, brand: string | null): void {
  const { classList, style } = document.documentElement;
  classList.toggle("attracting", visit === null);
  classList.toggle("touched", visit !== null);
  classList.toggle("contrast", visit?.contrast ?? false);
  classList.toggle("unmoving", visit?.still ?? false);
  for (const size of [0, 1, 2]) classList.toggle(`text-${size}`, visit?.size === size);
  const { panel, deep } = panelColours(brand);
  style.setProperty("--panel", panel);
  style.setProperty("--deep", deep);
}
