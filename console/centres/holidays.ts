/** Bank holidays in the form: the hub keeps them among the closed days, and people see them as one tick. */
import type { Centre } from "#shared/centres/schema.ts";
import table from "../../content/reference/bank-holidays.json";

export function holidaysOf(nation: Centre["nation"]): readonly string[] {
  return table.days[nation];
}

export function withoutHolidays(centre: Centre): Centre {
  if (!centre.bankHolidays) return centre;
  const known = new Set(holidaysOf(centre.nation));
  return { ...centre, closedDays: centre.closedDays.filter((day) => !known.has(day)) };
}
