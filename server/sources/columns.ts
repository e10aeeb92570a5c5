/** A record whose values are known by what they mean, whether they stood in a table's columns or in elements. */
import type { Column } from "./headers.ts";
import type { WrittenPlace } from "./place.ts";
import type { WrittenPay, WrittenVacancy } from "./written.ts";

/** Every value of the column that is not empty, in the order of the record. */
export type Cells = (column: Column) => readonly string[];

export type Understood = Omit<WrittenVacancy, "where" | "flags" | "written" | "places">;

/** `payColumn`: its own name, which may say the unit that its values leave out. */
export function fromColumns(cells: Cells, payColumn: string | undefined): Understood {
  const first: First = (column) => cells(column)[0];
  return {
    reference: first("reference"),
    title: first("title"),
    employer: first("employer"),
    pay: pay(first, payColumn),
    hours:
      [cells("hours").map(hours).join(", "), weeks(first("weeks"))].filter(Boolean).join(", ") || undefined,
    patterns: cells("patterns").join(", "),
    contract: cells("contract").join(", "),
    sector: first("sector"),
    posted: first("posted"),
    closes: cells("closes"),
    applyUrl: first("applyUrl"),
    description: cells("description").join("\n\n"),
    language: first("language"),
    welsh: first("welsh"),
  };
}

type First = (column: Column) => string | undefined;

export function placeFromColumns(cells: Cells): WrittenPlace {
  const first: First = (column) => cells(column)[0];
  const parts = [first("address"), first("location"), first("town")].filter((part) => part !== undefined);
  return {
    text: [...new Set(parts)].join(", "),
    postcode: first("postcode"),
    lat: first("lat"),
    lon: first("lon"),
  };
}

/** "Hourly rate" as a column's name gives the unit that its cells leave out. */
function pay(first: First, column: string | undefined): WrittenPay {
  return {
    text: first("pay"),
    min: first("payMin"),
    max: first("payMax"),
    unit: first("payUnit") ?? column,
    currency: first("currency"),
  };
}

/** Beside "39 weeks" a bare "25" would be no hours any more. */
function hours(written: string): string {
  return /^\s*\d{1,2}(?:\.\d+)?\s*$/.test(written) ? `${written.trim()} hours a week` : written;
}

/** A column of its own says "39", not "39 weeks". */
function weeks(written: string | undefined): string | undefined {
  return written && /^\s*\d+(?:\.\d+)?\s*$/.test(written) ? `${written.trim()} weeks` : written;
}
