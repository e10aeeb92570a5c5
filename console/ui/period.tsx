/** Which centres and months a report is about. */
import { useEffect, useState } from "preact/hooks";
import type { VNode } from "preact";
import { monthAt, monthsBetween } from "#shared/uses/months.ts";
import catalogue from "../../content/translations/console.period.en.json";
import { monthsBack, monthWords } from "../language/months.ts";
import { sayer } from "../language/say.ts";
import { centres, named } from "../live/centres.ts";
import { Select } from "./Field.tsx";
import "./period.css";

const say = sayer(catalogue);
/** Months back from now that can be chosen. */
const BACK = 24;

export interface Period {
  /** `null`: all of one's own. */
  readonly centres: string[] | null;
  /** Months, both included. */
  readonly from: string;
  readonly to: string;
}

/** The period that is chosen, the last three months of all centres at first, and the fields to choose another. */
export function usePeriod(): { readonly period: Period; readonly fields: VNode } {
  const current = monthAt(Date.now());
  const [centre, setCentre] = useState("");
  const [from, setFrom] = useState(monthsBack(current, 2));
  const [to, setTo] = useState(current);
  useEffect(() => centres.follow(), []);
  const months = monthsBetween(monthsBack(current, BACK), current).toReversed();
  const choices = months.map((value) => ({ value, word: monthWords(value) }));
  const all = { value: "", word: say("allCentres") };
  return {
    period: {
      centres: centre === "" ? null : [centre],
      from: from < to ? from : to,
      to: from < to ? to : from,
    },
    fields: (
      <div class="period">
        <Select
          label={say("centre")}
          value={centre}
          options={[all, ...named().map(({ slug, name }) => ({ value: slug, word: name }))]}
          onValue={setCentre}
        />
        <Select label={say("from")} value={from} options={choices} onValue={setFrom} />
        <Select label={say("to")} value={to} options={choices} onValue={setTo} />
      </div>
    ),
  };
}
