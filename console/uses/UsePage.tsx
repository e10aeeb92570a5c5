/** What was achieved, for a funder: by centre and period, as figures, charts and a table to take along. */
import { useEffect, useState } from "preact/hooks";
import { joinParts, sum } from "#shared/uses/figures.ts";
import { monthAt, monthsBetween } from "#shared/uses/months.ts";
import type { UseReport } from "#shared/uses/report.ts";
import { OUTCOMES, type Act } from "#shared/uses/uses.ts";
import { NAMES } from "#kiosk/language/names.ts";
import download from "lucide-static/icons/download.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import { monthsBack, monthWords } from "../language/months.ts";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { centres, nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import catalogue from "../../content/translations/console.uses.en.json";
import { Button } from "../ui/Button.tsx";
import { saveCsv } from "../ui/download.ts";
import { Select } from "../ui/Field.tsx";
import { Page } from "../ui/Page.tsx";
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
/** Months back from now that can be chosen. */
const BACK = 24;

export default function UsePage() {
  const current = monthAt(Date.now());
  const [centre, setCentre] = useState("");
  const [from, setFrom] = useState(monthsBack(current, 2));
  const [to, setTo] = useState(current);
  const [isNoting, setNoting] = useState(false);
  const input = {
    centres: centre === "" ? null : [centre],
    from: from < to ? from : to,
    to: from < to ? to : from,
  };
  const report = useAsked<UseReport, "reportUse">("reportUse", input, ["noteOutcome", "dropOutcome"]);
  useEffect(() => centres.follow(), []);
  const held = centres.held.value;
  const all = held.state === "loading" ? [] : (held.value ?? []);
  const months = monthsBetween(monthsBack(current, BACK), current).toReversed();
  const choices = months.map((value) => ({ value, word: monthWords(value) }));

  async function take(): Promise<void> {
    const result = await order<{ csv: string }, "useAsCsv">("useAsCsv", input);
    if (!result.ok) return toast({ words: refusalWords(result.refusal), tone: "bad" });
    saveCsv(result.value.csv, `signpost-${input.from}-${input.to}.csv`);
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
      <div class="use-choice">
        <Select
          label={say("centre")}
          value={centre}
          options={[
            { value: "", word: say("allCentres") },
            ...all.map((one) => ({ value: one.centre.slug, word: nameOf(one.centre) })),
          ]}
          onValue={setCentre}
        />
        {/* prettier-ignore */}
        <Select label={say("from")} value={from} options={choices} onValue={setFrom} />
        <Select label={say("to")} value={to} options={choices} onValue={setTo} />
      </div>
      <Waiting for={report}>
        {(value) => (
          <Report report={value} names={new Map(all.map((one) => [one.centre.slug, nameOf(one.centre)]))} />
        )}
      </Waiting>
      {/* prettier-ignore */}
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
        {/* prettier-ignore */}
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
        {/* prettier-ignore */}
      </div>
      <CentreTable months={months} names={names} />
      <div class="use-charts">
        <PartList
          title={say("byLanguage")}
          parts={languages}
          nameOf={(key) => NAMES[key as keyof typeof NAMES] ?? key}
        />
        {/* prettier-ignore */}
        <PartList title={say("leafletsRead")} parts={joinParts(months.map(({ opened }) => opened.leaflet))} nameOf={(id) => report.titles[id] ?? id} />
        {/* prettier-ignore */}
        <PartList title={say("jobsRead")} parts={joinParts(months.map(({ opened }) => opened.vacancy))} nameOf={(id) => report.titles[id] ?? id} />
        {/* prettier-ignore */}
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
