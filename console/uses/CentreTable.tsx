/** Centre by centre, what was achieved in the period. */
import { sum } from "#shared/uses/figures.ts";
import type { MonthReport } from "#shared/uses/report.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.uses.en.json";
import { Table } from "../ui/Table.tsx";
import { total } from "./words.ts";

const say = sayer(catalogue);

interface Props {
  readonly months: readonly MonthReport[];
  readonly names: ReadonlyMap<string, string>;
}

export function CentreTable({ months, names }: Props) {
  const rows = [...new Set(months.map(({ centre }) => centre))];
  const of = (slug: string) => months.filter(({ centre }) => centre === slug);
  const right = (slug: string) => {
    const open = sum(of(slug).map(({ screens }) => screens.open));
    return open === 0
      ? "–"
      : `${Math.round((100 * sum(of(slug).map(({ screens }) => screens.right))) / open)}%`;
  };
  return (
    <section class="use-part">
      <h2>{say("byCentre")}</h2>
      <Table<string>
        caption={say("byCentre")}
        rows={rows}
        keyOf={(slug) => slug}
        columns={[
          { word: say("centre"), cell: (slug) => names.get(slug) ?? slug },
          { word: say("rightShort"), cell: right },
          { word: say("shownShort"), cell: (slug) => sum(of(slug).map(({ vacancies }) => vacancies.shown)) },
          { word: say("visitsShort"), cell: (slug) => total(of(slug).map(({ acts }) => acts.visit)) },
          { word: say("takenShort"), cell: (slug) => total(of(slug).flatMap(({ acts }) => [acts.code, acts["take-home"], acts.print])) }, // prettier-ignore
          { word: say("callsShort"), cell: (slug) => total(of(slug).map(({ acts }) => acts.call)) },
          { word: say("jobsShort"), cell: (slug) => total(of(slug).map(({ outcomes }) => outcomes.job)) },
        ]}
      />
    </section>
  );
}
