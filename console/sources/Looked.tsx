/** What a look at a source has found: its form, how many, the first of them, and what would be left out and why. */
import type { LookedColumn, LookedRow } from "#shared/bringing.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";
import { byCode, formOf, onDay, say, whyOf } from "./words.ts";

interface LeftOut {
  readonly where: string;
  readonly code: string;
  readonly field: string | null;
  readonly words: string;
}

export interface LookedAt {
  readonly format: string;
  readonly count: number;
  readonly complete: boolean;
  /** In all pages together, where the source says it. */
  readonly results: number | null;
  readonly read: readonly ReadVacancy[];
  /** Of events and leaflets. */
  readonly rows: readonly LookedRow[];
  readonly columns: readonly LookedColumn[];
  readonly rejected: readonly LeftOut[];
}

const GRAVE: ReadonlySet<string> = new Set(["asks-for-money", "below-minimum-wage", "premium-rate-number", "messaging-only", "commission-only"]); // prettier-ignore

export function Looked({ looked }: { readonly looked: LookedAt }) {
  const { format, count, complete, results, read, rows, rejected } = looked;
  return (
    <section class="card">
      <h2>{say.count("found", count)}</h2>
      <p>
        <Tag tone={count > 0 ? "good" : "warn"}>{formOf(format)}</Tag>{" "}
        {complete ? null : results ? say("more_of", { results }) : say("more_pages")}
      </p>
      <ul class="source-jobs">
        {read.slice(0, 8).map((vacancy, index) => (
          <li key={index}>
            <strong>{vacancy.title}</strong>
            <span>{[vacancy.employer, placeOf(vacancy)].filter(Boolean).join(", ")}</span>
            <span class="soft">
              {[vacancy.pay.text, vacancy.closes && say("closes", { day: onDay(vacancy.closes) })]
                .filter(Boolean)
                .join(" · ")}
            </span>
            <span class="source-flags">{vacancy.flags.map(flag)}</span>
          </li>
        ))}
        {rows.slice(0, 8).map(({ title, detail, until }, index) => (
          <li key={index}>
            <strong>{title}</strong>
            <span>{detail}</span>
            <span class="soft">{until ? onDay(until) : ""}</span>
          </li>
        ))}
      </ul>
      <LeftOutList all={rejected} />
      <p class="soft">{say("nothing_kept")}</p>
    </section>
  );
}

function flag(code: string) {
  const word = byCode("flag", code);
  const tone: Tone = GRAVE.has(code) ? "bad" : "plain";
  return word === null ? null : (
    <Tag key={code} tone={tone}>
      {word}
    </Tag>
  );
}

function placeOf({ locations, remote }: ReadVacancy): string | null {
  const [first] = locations;
  if (!first) return remote ? "home" : null;
  return first.text ?? first.postcode ?? first.outcode;
}

export function LeftOutList({ all }: { readonly all: readonly LeftOut[] }) {
  if (all.length === 0) return null;
  return (
    <details class="source-left" open={all.length < 6}>
      <summary>{say.count("rejected_n", all.length)}</summary>
      <ul>
        {all.slice(0, 50).map(({ where, code, words }, index) => (
          <li key={index}>
            <strong>{where === "file" ? say("where_file") : where}</strong>: {words ? `“${words}” ` : ""}
            {whyOf(code)}
          </li>
        ))}
      </ul>
    </details>
  );
}
