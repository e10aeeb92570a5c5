/**
 * The faces of every script, fetched while nobody is there: a language that is chosen for the first time
 * without a network must have its letters too, and no file kept later tells which language somebody read.
 */
import sheet from "../scripts.css?url";

/** The page itself comes first (ms). */
const LATER = 10_000;

export function keepEveryScript(): void {
  setTimeout(() => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = sheet;
    link.onload = () => {
      for (const face of document.fonts) void face.load().catch(() => undefined);
    };
    document.head.append(link);
  }, LATER);
}
