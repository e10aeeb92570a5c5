/** The report as a table for spreadsheets: one line for each figure. */
import { csvOf as tableOf } from "#shared/csv.ts";
import type { Figure } from "#shared/uses/figures.ts";
import type { MonthReport, ShownVacancy, UseReport } from "#shared/uses/report.ts";
import { OPENED } from "#shared/uses/uses.ts";

/** What a figure says that is hidden. */
const FEW = "under 5";

type Line = readonly [
  centre: string,
  from: string,
  to: string,
  what: string,
  of: string,
  figure: string | number,
];

export function csvOf({ months, vacancies, titles }: UseReport): string {
  const lines = [...months.flatMap((month) => linesOf(month, titles)), ...vacancies.map(lineOf)];
  return tableOf(["centre", "from", "to", "what", "of", "figure"], lines);
}

function linesOf(report: MonthReport, titles: UseReport["titles"]): readonly Line[] {
  const { centre, month, screens, vacancies } = report;
  const line = (what: string, of: string, figure: Figure): Line => [
    centre,
    month,
    month,
    what,
    of,
    figure ?? FEW,
  ];
  const parted = (what: string, by: MonthReport["languages"], name = (key: string) => key) => [
    ...Object.entries(by.named).map(([key, count]) => line(what, name(key), count)),
    ...(by.others > 0 ? [line(what, "others", by.others)] : []),
  ];
  return [
    line("hours in opening hours", "screens", hours(screens.open)),
    line("hours right", "screens", hours(screens.right)),
    line("vacancies on the board", "", vacancies.shown),
    line("fresh vacancies on the board", "", vacancies.fresh),
    ...Object.entries(report.acts).map(([what, figure]) => line(what, "", figure)),
    ...Object.entries(report.outcomes).map(([what, figure]) => line("outcome", what, figure)),
    ...parted("visit by language", report.languages),
    ...OPENED.flatMap((kind) => parted(`${kind} by title`, report.opened[kind], (id) => titles[id] ?? id)),
  ];
}

function lineOf({ centre, first, last, title, employer, hours: shown, fresh }: ShownVacancy): Line {
  const of = [title, employer].filter(Boolean).join(", ");
  return [centre, first, last, fresh ? "hours on the board, fresh" : "hours on the board", of, shown];
}

function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}
