/** A source: where vacancies are read from by themselves, how often, and for whom. */
import { z } from "zod";
import { instantSchema, slugSchema, urlSchema } from "#shared/schema.ts";

/** Least and most minutes between two readings. */
const LEAST_MINUTES = 15;
const MOST_MINUTES = 7 * 24 * 60;

/** Everything an adviser says about a source. */
export const sourceSchema = z
  .object({
    name: z.string().trim().min(1).max(80),
    url: urlSchema,
    /** The name of a form; `null`: to be told from what comes. */
    format: z.string().max(40).nullable(),
    everyMinutes: z.int().min(LEAST_MINUTES).max(MOST_MINUTES),
    /** A further page costs the other side a request each: so many at most. */
    mostPages: z.int().min(1).max(500),
    paused: z.boolean(),
    /** Whose jobs they are, where the source does not say it. */
    employer: z.string().trim().max(200).nullable(),
    /** The element or list that is one vacancy, and the source's own names, for forms that are not known. */
    record: z.string().max(80).nullable(),
    fields: z.record(z.string().max(30), z.array(z.string().max(80)).max(10)),
    /** Whose inbox they go to: the centres named, or those within so many miles of the job. */
    to: z.union([
      z.object({ centres: z.array(slugSchema).min(1).max(500) }),
      z.object({ miles: z.number().min(1).max(100) }),
    ]),
  })
  .meta({ id: "Source" });

export type Source = Readonly<z.infer<typeof sourceSchema>>;

/** The key that its owner was given. It is written and never read back. */
export const keySchema = z.string().max(500).nullable();

/** How one reading went. */
const runSchema = z.object({
  at: instantSchema,
  /** `unchanged`: the other side said so, or sent the very same. */
  outcome: z.enum(["read", "unchanged", "failed"]),
  /** Why it failed, or why what is missing was not taken for gone: a code. */
  code: z.string().nullable(),
  milliseconds: z.number(),
  /** What the source holds; of these new, changed, closed already, left out for a mistake, and gone since. */
  found: z.number(),
  added: z.number(),
  changed: z.number(),
  closed: z.number(),
  rejected: z.number(),
  gone: z.number(),
  /** The first of what was left out, and why. */
  remarks: z.array(z.object({ where: z.string(), code: z.string(), field: z.string().nullable(), words: z.string() })),
}); // prettier-ignore

export type Run = Readonly<z.infer<typeof runSchema>>;

export interface SourceSeen {
  readonly id: string;
  readonly revision: number;
  readonly source: Source;
  readonly hasKey: boolean;
  readonly last: Run | null;
  /** ISO; `null` while it is paused. */
  readonly next: string | null;
  /** How many of its vacancies are open now. */
  readonly open: number;
}
