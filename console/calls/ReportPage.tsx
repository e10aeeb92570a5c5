/** What became of calls: numbers that a district lead can put before a funder. */
import download from "lucide-static/icons/download.svg?raw";
import type { CallMonth, CallReport, Parts } from "#shared/calls/report.ts";
import { joinParts, sum } from "#shared/uses/figures.ts";
import { monthWords } from "../language/months.ts";
import { refusalWords } from "../language/refusals.ts";
import { named } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { Bars } from "../ui/Bars.tsx";
import { Button, LinkButton } from "../ui/Button.tsx";
import { saveCsv } from "../ui/download.ts";
import { Page } from "../ui/Page.tsx";
import { usePeriod } from "../ui/period.tsx";
import { Table } from "../ui/Table.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { say, type Word } from "./words.ts";
import "./look.css";

export default function ReportPage() {
  const { period, fields } = usePeriod();
  const report = useAsked<CallReport, "reportCalls">("reportCalls", period, ["calls"]);

  async function take(): Promise<void> {
    const result = await order<{ csv: string }, "callsAsCsv">("callsAsCsv", period);
    if (!result.ok) return toast({ words: refusalWords(result.refusal), tone: "bad" });
    saveCsv(result.value.csv, `signpost-calls-${period.from}-${period.to}.csv`);
  }

  return (
    <Page
      title={say("reportTitle")}
      actions={
        <>
          <LinkButton href="/console/calls">{say("back")}</LinkButton>
          <Button kind="primary" icon={download} onClick={() => void take()}>
            {say("csv")}
          </Button>
        </>
      }
    >
      {fields}
      <Waiting for={report}>{(value) => <Report report={value} />}</Waiting>
    </Page>
  );
}

function Report({ report: { months, medianMinutes, p90Minutes } }: { readonly report: CallReport }) {
  const answered = sum(months.map((month) => month.answered));
  const within = sum(months.map(({ withinTarget }) => withinTarget));
  const by = [...new Set(months.map(({ month }) => month))].toSorted();
  const bars = by.map((month) => ({
    word: monthWords(month),
    value: sum(months.filter((one) => one.month === month).map(({ asked }) => asked)),
  }));
  return (
    <>
      <ul class="calls-figures">
        <Big figure={total(months.map(({ asked }) => asked))} words={say("asked")} />
        <Big figure={total(months.map((month) => month.answered))} words={say("answered")} />
        <Big figure={answered === 0 ? "–" : `${Math.round((100 * within) / answered)}%`} words={say("within")} />
        <Big figure={minutes(medianMinutes)} words={say("median")} />
        <Big figure={minutes(p90Minutes)} words={say("p90")} />
      </ul>
      <div class="calls-charts">
        <Bars title={say("byMonth")} unit="" bars={bars} />
        <Split title={say("byTopic")} parts={months.map(({ about }) => about)} word={(key) => say(`About_${key}` as Word)} />
        <Split title={say("byOutcome")} parts={months.map(({ outcomes }) => outcomes)} word={(key) => say(`outcome_${key}` as Word)} />
        <Split title={say("byHour")} parts={months.map(({ hours }) => hours)} word={(key) => `${key.padStart(2, "0")}:00`} inOrder />
      </div>
      <CentreTable months={months} />
      <p class="soft">{say("reportNote")}</p>
    </>
  );
} // prettier-ignore

function Big({ figure, words }: { readonly figure: string; readonly words: string }) {
  return (
    <li class="card">
      <strong>{figure}</strong>
      <span>{words}</span>
    </li>
  );
}

interface SplitProps {
  readonly title: string;
  readonly parts: readonly Parts<string>[];
  /** By its name rather than the largest first. */
  readonly inOrder?: boolean;
  word(key: string): string;
}

function Split({ title, parts, inOrder = false, word }: SplitProps) {
  const joined = joinParts(
    parts.map((one) => ({ named: one.named as Record<string, number>, others: one.others })),
  );
  const sorted = Object.entries(joined.named).toSorted(([one, few], [other, many]) =>
    inOrder ? Number(one) - Number(other) : many - few,
  );
  const bars = sorted.map(([key, value]) => ({ word: word(key), value }));
  const rest = joined.others > 0 ? [{ word: say("othersFew"), value: joined.others }] : [];
  return <Bars title={title} unit="" bars={[...bars, ...rest]} />;
}

function CentreTable({ months }: { readonly months: readonly CallMonth[] }) {
  const names = new Map(named().map(({ slug, name }) => [slug, name]));
  if (months.length === 0) return <p class="card soft">{say("nothingYet")}</p>;
  return (
    <Table<CallMonth>
      caption={say("byCentre")}
      rows={months}
      keyOf={({ centre, month }) => `${centre} ${month}`}
      columns={[
        { word: say("centre"), cell: ({ centre }) => names.get(centre) ?? centre },
        { word: say("month"), cell: ({ month }) => monthWords(month) },
        { word: say("askedShort"), cell: ({ asked }) => asked ?? say("few") },
        { word: say("answeredShort"), cell: ({ answered }) => answered ?? say("few") },
        { word: say("withinShort"), cell: ({ withinTarget }) => withinTarget ?? say("few") },
        { word: say("medianShort"), cell: ({ medianMinutes }) => minutes(medianMinutes) },
        { word: say("p90Short"), cell: ({ p90Minutes }) => minutes(p90Minutes) },
      ]}
    />
  );
}

function minutes(value: number | null): string {
  return value === null ? "–" : value.toLocaleString("en-GB");
}

/** The sum of what is published; "under 5" where there is something, and all of it is hidden. */
function total(figures: readonly (number | null)[]): string {
  const published = sum(figures);
  return published === 0 && figures.includes(null) ? say("few") : published.toLocaleString("en-GB");
}
