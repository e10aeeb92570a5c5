/** A vacancy: a job. Its closing instant is the item's `until`. */
import { z } from "zod";
import { CONTRACTS, PATTERNS, SECTORS } from "./lists.ts";
import { instantSchema, textSchema, urlSchema } from "#shared/schema.ts";

const amount = z.number().nonnegative().nullable();
const originSchema = z.enum(["stated", "derived", "adviser"]);

/** Pounds (or `currency`) per `unit`; `perHour` only where it can be worked out. */
export const paySchema = z.object({
  text: z.string().max(300).nullable(),
  min: amount,
  max: amount,
  unit: z.enum(["hour", "day", "week", "month", "year"]).nullable(),
  currency: z.string().max(3).nullable(),
  predicted: z.boolean(),
  perHour: amount,
  fteMin: amount.optional(),
  fteMax: amount.optional(),
});

export const locationSchema = z.object({
  text: z.string().max(300).nullable(),
  postcode: z.string().max(10).nullable(),
  outcode: z.string().max(5).nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
});

export const vacancySchema = z
  .object({
    title: textSchema,
    employer: z.string().max(200).nullable(),
    reference: z.string().max(200).nullable(),
    source: z.string().max(200).nullable(),
    locations: z.array(locationSchema).max(50),
    remote: z.boolean(),
    pay: paySchema.nullable(),
    hours: z
      .object({ text: z.string().max(300).nullable(), perWeek: amount, weeksPerYear: amount })
      .nullable(),
    patterns: z.array(z.enum(PATTERNS)),
    contract: z.enum(CONTRACTS).nullable(),
    sector: z.enum(SECTORS).nullable(),
    /** Training is given; no experience is asked for: what a parent who has been at home looks for. */
    trainingGiven: z.boolean(),
    noExperienceNeeded: z.boolean(),
    needsWelsh: z.enum(["needed", "useful"]).nullable(),
    posted: instantSchema.nullable(),
    applyUrl: urlSchema.nullable(),
    /** How to apply, where a link alone does not say it. */
    apply: textSchema.nullable(),
    /** Plain text with blank lines between paragraphs. `null` on a board's card. */
    description: textSchema.nullable(),
    flags: z.array(z.string().max(60)),
    /** How each value came about, by field; what an adviser changed counts as theirs. */
    origin: z.record(z.string(), originSchema),
  })
  .meta({ id: "Vacancy" });

export type Vacancy = Readonly<z.infer<typeof vacancySchema>>;
export type Pay = Readonly<z.infer<typeof paySchema>>;
export type Location = Readonly<z.infer<typeof locationSchema>>;
export type { Contract, Pattern, Sector } from "./lists.ts";
export { PATTERNS, SECTORS };
