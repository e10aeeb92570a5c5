/** The commands by which an adviser brings in what a file or a page holds: a look first, and then what is chosen. */
import { z } from "zod";
import { act, advisers, ask } from "#shared/command.ts";
import type { OfferedLeaflet } from "#shared/leaflets/importing.ts";
import type { Event } from "#shared/events/schema.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";

/** A file of eight megabytes, as text. */
const MOST_CHARACTERS = 11_000_000;

const names = z.array(z.string().max(80)).max(20);

const file = z.object({
  name: z.string().min(1).max(200),
  /** Its bytes in base64. */
  content: z.base64().min(1).max(MOST_CHARACTERS),
  /** What the columns of a table were corrected to; under "" those that say nothing. */
  fields: z.record(z.string().max(30), names).default({}),
});

const remembered = z.object({
  /** The columns of the list, in their order: by them a sender's next list is known again. */
  columns: z.array(z.string().max(100)).min(1).max(200),
  fields: z.record(z.string().max(30), names),
});

export const bringingCommands = {
  rememberColumns: act("Remember what the columns of a sender's lists mean", { who: advisers, where: "nowhere" }, remembered),
  lookAtFile: ask("Read a file and keep nothing", { who: advisers, where: "nowhere" }, file),
  lookAtLink: ask("Read the page at an address and keep nothing", { who: advisers, where: "nowhere" }, z.object({ url: z.string().trim().min(1).max(2000) })),
} as const; // prettier-ignore

export interface LookedRemark {
  readonly where: string;
  readonly code: string;
  readonly field: string | null;
  /** What stands there. */
  readonly words: string;
}

export interface LookedColumn {
  readonly name: string;
  /** What it was taken for; `null` for nothing. */
  readonly column: string | null;
}

/** What was understood of one record, for the eye. */
export interface LookedRow {
  readonly title: string;
  readonly detail: string;
  readonly until: string | null;
  readonly flags: readonly string[];
}

/** Ready to be given to the command that takes them in. */
export type Offers =
  | {
      readonly kind: "vacancies";
      readonly vacancies: readonly {
        readonly id: string;
        readonly until: string | null;
        readonly body: Vacancy;
      }[];
    }
  | {
      readonly kind: "events";
      readonly events: readonly {
        readonly id: string;
        readonly until: string | null;
        readonly body: Event;
      }[];
    }
  | { readonly kind: "leaflet"; readonly leaflet: OfferedLeaflet }
  | { readonly kind: "none" };

export interface LookedAt {
  readonly format: string;
  readonly count: number;
  readonly rows: readonly LookedRow[];
  readonly rejected: readonly LookedRemark[];
  readonly warnings: readonly LookedRemark[];
  /** Of a table. */
  readonly columns: readonly LookedColumn[];
  /** The corrections with which it was read: those that were sent, else those remembered for these columns. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Private, or without a name or a time. */
  readonly left: number;
  readonly offers: Offers;
  /** Of a page on which no record was found: what a form can begin with. */
  readonly prefill: Prefill | null;
}

export interface Prefill {
  readonly title: string;
  readonly employer: string;
  readonly description: string;
  readonly applyUrl: string;
}
