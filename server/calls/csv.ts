/** The report as a table for spreadsheets: one line for each figure. */
import { csvOf as tableOf } from "#shared/csv.ts";
import type { CallMonth, CallReport, Parts } from "#shared/calls/report.ts";

/** What a figure says that is hidden. */
const FEW = "under 5";

type Line = readonly [centre: string, month: string, what: string, of: string, figure: string | number];

export function csvOf({ months }: CallReport): string {
  return tableOf(["centre", "month", "what", "of", "figure"], months.flatMap(linesOf));
}

function linesOf(of: CallMonth): readonly Line[] {
  const line = (what: string, part: string, figure: number | null): Line => [of.centre, of.month, what, part, figure ?? FEW]; // prettier-ignore
  const split = (what: string, { named, others }: Parts<string>) => [
    ...Object.entries(named).map(([part, count]) => line(what, part, count ?? 0)),
    ...(others > 0 ? [line(what, "others", others)] : []),
  ];
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
