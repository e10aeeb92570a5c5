/** What was achieved, for a funder: by centre and period, as figures, charts and a table to take along. */
import { useState } from "preact/hooks";
import { joinParts, sum } from "#shared/uses/figures.ts";
import type { UseReport } from "#shared/uses/report.ts";
import { OPENED, OUTCOMES, type Act } from "#shared/uses/uses.ts";
import { NAMES } from "#kiosk/language/names.ts";
import download from "lucide-static/icons/download.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import { monthWords } from "../language/months.ts";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { centres, nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import catalogue from "../../content/translations/console.uses.en.json";
import { Button } from "../ui/Button.tsx";
import { saveCsv } from "../ui/download.ts";
import { Page } from "../ui/Page.tsx";
import { usePeriod } from "../ui/period.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Bars } from "../ui/Bars.tsx";
import { CentreTable } from "./CentreTable.tsx";
import { OutcomeDialog } from "./OutcomeDialog.tsx";
import { PartList } from "./PartList.tsx";
import { ShownTable } from "./ShownTable.tsx";
import { total } from "./words.ts";
import "./look.css";

const say = sayer(catalogue);
export default function UsePage() {
  const { period, fields } = usePeriod();
  const [isNoting, setNoting] = useState(false);
  const report = useAsked<UseReport, "reportUse">("reportUse", period, ["noteOutcome", "dropOutcome"]);
  const held = centres.held.value;
  const all = held.state === "loading" ? [] : (held.value ?? []);

  async function take(): Promise<void> {
    const result = await order<{ csv: string }, "useAsCsv">("useAsCsv", period);
    if (!result.ok) return toast({ words: refusalWords(result.refusal), tone: "bad" });
    saveCsv(result.value.csv, `signpost-${period.from}-${period.to}.csv`);
  }

  return (
    <Page
      title={say("title")}
      actions={
        <>
          <Button icon={plus} onClick={() => setNoting(true)}>
            {say("note")}
          </Button>
          <Button kind="primary" icon={download} onClick={() => void take()}>
            {say("csv")}
          </Button>
        </>
      }
    >
      {fields}
      <Waiting for={report}>
        {(value) => (
          <Report report={value} names={new Map(all.map((one) => [one.centre.slug, nameOf(one.centre)]))} />
        )}
      </Waiting>
      {isNoting ? (
        <OutcomeDialog centres={all.map((one) => one.centre)} onClose={() => setNoting(false)} />
      ) : null}
    </Page>
  );
}

interface ReportProps {
  readonly report: UseReport;
  /** The centres' names, by their slugs. */
  readonly names: ReadonlyMap<string, string>;
}

function Report({ report, names }: ReportProps) {
  const { months } = report;
  const open = sum(months.map(({ screens }) => screens.open));
  const right = sum(months.map(({ screens }) => screens.right));
  const act = (...acts: readonly Act[]) =>
    total(months.flatMap((month) => acts.map((one) => month.acts[one])));
  const shown = sum(months.map(({ vacancies }) => vacancies.shown));
  const fresh = sum(months.map(({ vacancies }) => vacancies.fresh));
  const by = [...new Set(months.map(({ month }) => month))];
  const series = (figure: (month: (typeof months)[number]) => number) =>
    by.map((month) => ({ word: monthWords(month), value: sum(months.filter((one) => one.month === month).map(figure)) })); // prettier-ignore
  const languages = joinParts(months.map((month) => month.languages));
  return (
    <>
      <ul class="use-figures">
        <Big
          figure={say("hours", { n: Math.round(right / 60) })}
          words={open === 0 ? say("rightNone") : say("right", { share: Math.round((100 * right) / open) })}
        />
        <Big figure={String(shown)} words={say("shown", { fresh })} />
        <Big figure={act("visit")} words={say("visits")} />
        <Big figure={act("code", "take-home")} words={say("taken")} />
        <Big figure={act("page-centre", "page-vacancy", "page-event", "page-leaflet")} words={say("pages")} />
        <Big figure={total(months.map(({ outcomes }) => outcomes.job))} words={say("jobs")} />
      </ul>
      <div class="use-charts">
        <Bars
          title={say("rightByMonth")}
          unit={say("hoursUnit")}
          bars={series(({ screens }) => Math.round(screens.right / 60))}
        />
        {/* prettier-ignore */}
        <Bars title={say("visitsByMonth")} unit={say("visitsUnit")} bars={series(({ acts }) => acts.visit ?? 0)} />
        <Bars
          title={say("pagesByMonth")}
          unit={say("pagesUnit")}
          bars={series(({ acts }) =>
            sum([acts["page-centre"], acts["page-vacancy"], acts["page-event"], acts["page-leaflet"]]),
          )}
        />
        {/* prettier-ignore */}
        <Bars title={say("outcomes")} unit="" bars={OUTCOMES.map((what) => ({ word: say(`outcome_${what}`), value: sum(months.map(({ outcomes }) => outcomes[what])) }))} />
      </div>
      <CentreTable months={months} names={names} />
      <div class="use-charts">
        <PartList
          title={say("byLanguage")}
          parts={languages}
          nameOf={(key) => NAMES[key as keyof typeof NAMES] ?? key}
        />
        {OPENED.map((kind) => (
          <PartList
            key={kind}
            title={say(`opened_${kind}`)}
            parts={joinParts(months.map(({ opened }) => opened[kind]))}
            nameOf={(id) => report.titles[id] ?? id}
          />
        ))}
      </div>
      <ShownTable vacancies={report.vacancies} names={names} />
      <p class="soft use-note">{say("privacy")}</p>
    </>
  );
}

function Big({ figure, words }: { readonly figure: string; readonly words: string }) {
  return (
    <li class="card">
      <strong>{figure}</strong>
      <span>{words}</span>
    </li>
  );
}
