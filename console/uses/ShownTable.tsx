/** Which vacancies were on which board, and when. */
import { useState } from "preact/hooks";
import type { ShownVacancy } from "#shared/uses/report.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.uses.en.json";
import { Button } from "../ui/Button.tsx";
import { Table } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";

const say = sayer(catalogue);
const SOME = 20;
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const said = (day: string) => days.format(new Date(`${day}T00:00:00Z`));

interface Props {
  readonly vacancies: readonly ShownVacancy[];
  readonly names: ReadonlyMap<string, string>;
}

export function ShownTable({ vacancies, names }: Props) {
  const [shown, setShown] = useState(SOME);
  if (vacancies.length === 0) return null;
  return (
    <section class="use-part">
      <h2>{say("onTheBoards")}</h2>
      <Table<ShownVacancy>
        caption={say("onTheBoards")}
        rows={vacancies.slice(0, shown)}
        keyOf={({ centre, vacancy }) => `${centre}/${vacancy}`}
        columns={[
          {
            word: say("vacancy"),
            cell: ({ title, employer }) => (
              <span>
                {title} <small class="soft">{employer}</small>
              </span>
            ),
          },
          { word: say("centre"), cell: ({ centre }) => names.get(centre) ?? centre },
          { word: say("when"), cell: ({ first, last }) => (first === last ? said(first) : `${said(first)} – ${said(last)}`) }, // prettier-ignore
          { word: say("hoursUnit"), cell: ({ hours }) => hours },
          { word: say("fresh"), cell: ({ fresh }) => (fresh ? <Tag tone="good">{say("freshYes")}</Tag> : <Tag>{say("freshNo")}</Tag>) }, // prettier-ignore
        ]}
      />
      {vacancies.length > shown ? (
        <Button onClick={() => setShown(shown + 100)}>{say("more", { n: vacancies.length - shown })}</Button>
      ) : null}
    </section>
  );
}
