/** The kinds of work in the order of a choice: those that parents ask for most first. */
import type { Sector } from "#shared/vacancies/schema.ts";

const ORDER: Readonly<Record<Sector, number>> = {
  schools: 0, childcare: 1, care: 2, health: 3, shops: 4, food: 5, cleaning: 6, offices: 7, customers: 8,
  driving: 9, warehouses: 10, factories: 11, trades: 12, outdoors: 13, computing: 14, leisure: 15, other: 16,
}; // prettier-ignore

export const SECTORS_IN_ORDER = (Object.keys(ORDER) as Sector[]).toSorted((one, other) => ORDER[one] - ORDER[other]); // prettier-ignore
