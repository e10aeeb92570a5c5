/** Whether the browser is held to approved websites: the guard (kiosk/guard) says so on the page, and nothing else can. */
import type { Guarded } from "#shared/screens/screen.ts";

/** `null` where it is not, and websites are therefore not opened here. */
export function guarded(): Guarded | null {
  const said = document.documentElement.getAttribute("data-signpost-guard");
  if (said === null) return null;
  try {
    const { extension, policy } = JSON.parse(said) as Partial<Guarded>;
    return typeof extension === "string" && typeof policy === "string" ? { extension, policy } : null;
  } catch {
    return null;
  }
}
