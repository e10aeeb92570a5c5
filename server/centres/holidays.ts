/** Bank holidays, from content/reference: a table by nation and year that is complete up to a year it names. */
import table from "../../content/reference/bank-holidays.json" with { type: "json" };
import type { Centre } from "#shared/centres/schema.ts";

/**
 * A centre with the bank holidays of its nation among its closed days, where it keeps them, and
 * without those that it kept before and keeps no more.
 */
export function withHolidays(centre: Centre, before: Centre | null): Centre {
  const former = new Set(before?.bankHolidays ? table.days[before.nation] : []);
  const own = centre.closedDays.filter((day) => !former.has(day));
  const open = new Set(centre.openDays);
  const kept = centre.bankHolidays ? table.days[centre.nation].filter((day) => !open.has(day)) : [];
  const days = new Set([...own, ...kept]);
  return { ...centre, closedDays: [...days].toSorted() };
}
