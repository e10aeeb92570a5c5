/** Calendar months in London, "2026-11". */
import { readingAt, startOfDay } from "#shared/london.ts";

export function monthAt(at: number): string {
  return readingAt(at).day.slice(0, 7);
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** The instants (epoch ms) from which and up to which it lasts. */
export function spanOf(month: string): { readonly from: number; readonly to: number } {
  return { from: startOfDay(`${month}-01`), to: startOfDay(`${nextMonth(month)}-01`) };
}

/** From one to another, both included; none where they are the wrong way round. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}
