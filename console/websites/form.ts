/** A website as it is typed, one pattern a line, and as the hub takes it. Pure. */
import type { Website } from "#shared/websites/schema.ts";
import type { Working } from "../ui/editing/working.ts";

type Opens = Pick<Website, "address" | "allow" | "helpers">;

/** Whoever types `site.example` means https; where no pattern was typed, the address's own host is meant. */
export function opensOf({ address, allow, helpers }: Opens) {
  const typed = address.trim();
  const whole = typed === "" || /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  const own = URL.parse(whole)?.origin;
  const patterns = linesOf(allow);
  return { address: whole, allow: patterns.length > 0 || !own ? patterns : [own], helpers: linesOf(helpers) };
}

export function tidy(value: Working<"website">): Working<"website"> {
  return { ...value, body: { ...value.body, ...opensOf(value.body) } };
}

function linesOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.trim() || []);
}
