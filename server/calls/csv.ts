/** The report as a table for spreadsheets: one line for each figure. */
import Papa from "papaparse";
import type { CallMonth, CallReport, Parts } from "#shared/calls/report.ts";

/** What a figure says that is hidden. */
const FEW = "under 5";

type Line = readonly [centre: string, month: string, what: string, of: string, figure: string | number];

/** With a byte-order mark, by which Excel knows that it is UTF-8; nothing in it is taken for a formula. */
export function csvOf({ months }: CallReport): string {
  const data = months.flatMap(linesOf).map((line) => [...line]);
  const fields = ["centre", "month", "what", "of", "figure"];
  return `\uFEFF${Papa.unparse({ fields, data }, { escapeFormulae: true })}\r\n`;
}

function linesOf(of: CallMonth): readonly Line[] {
  const line = (what: string, part: string, figure: number | null): Line => [of.centre, of.month, what, part, figure ?? FEW]; // prettier-ignore
  const split = (what: string, { named, others }: Parts<string>) => [
    ...Object.entries(named).map(([part, count]) => line(what, part, count ?? 0)),
    ...(others > 0 ? [line(what, "others", others)] : []),
  ]; // prettier-ignore
  return [
    line("asked for", "", of.asked),
    line("answered", "", of.answered),
    line("answered within target", "", of.withinTarget),
    line("working minutes to answer", "median", of.medianMinutes),
    line("working minutes to answer", "90th percentile", of.p90Minutes),
    ...split("asked for by topic", of.about),
    ...split("asked for by hour of the day", of.hours),
    ...split("outcome", of.outcomes),
  ];
}
