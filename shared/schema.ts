/** The schemas that every kind shares. Screens import types only: zod stays out of their bundle. */
import { z } from "zod";
import { LANGUAGES, type Text } from "./languages.ts";
import { holdsScript, scriptsIn } from "./mistakes.ts";

export const languageSchema = z.enum(LANGUAGES);

const words = z.string().trim().min(1).max(20_000);

/** A text of at least one language, the original among them. */
export const textSchema: z.ZodType<Text> = z
  .object({
    original: languageSchema,
    words: z.partialRecord(languageSchema, words),
    older: z.array(languageSchema).optional(),
  })
  .refine((text) => text.words[text.original] !== undefined, { error: "original-has-no-words" })
  .meta({ id: "Text" });

/** A title in one language, as somebody writes it. */
export const titleSchema = z
  .string()
  .trim()
  .min(1)
  .refine((title) => !holdsScript(title), { error: "holds-script" });

/** The same of what is offered whole. */
export function noScriptInTitle(
  { body }: { readonly body: { readonly title: Text } },
  context: z.RefinementCtx,
): void {
  for (const { path, code } of scriptsIn(body.title, "body.title"))
    context.addIssue({ code: "custom", path: path.split("."), message: code });
}

/** An instant, RFC 3339 in UTC. */
export const instantSchema = z.iso.datetime();
/** A calendar day in London, YYYY-MM-DD. */
export const daySchema = z.iso.date();
/** A time of day on London's clocks, "00:00" to "24:00". */
export const timeSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
export const weekdaySchema = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

/** Days and times; an end at or before the start lies on the next day. */
export const windowSchema = z
  .object({ days: z.array(weekdaySchema).min(1), start: timeSchema, end: timeSchema })
  .meta({ id: "Window" });

/** First and last day of a term, both inclusive. */
export const termSchema = z.tuple([daySchema, daySchema]);

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
/** Which save of something it is, and which save another one was made over. */
export const revisionSchema = z.int().positive();
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** A web address that a screen may show or lead to. */
export const urlSchema = z.url({ protocol: /^https?$/ }).max(2000);

/** When an item shows. `until` is exclusive: the first instant at which it no longer shows. */
export const timingSchema = z.object({
  from: instantSchema.nullable(),
  until: instantSchema.nullable(),
  pattern: z.array(windowSchema).max(50),
  exceptDates: z.array(daySchema).max(500),
  termTimeOnly: z.boolean(),
});

/** A centre's slug each, or every centre of the district, also those to come. */
export const audienceSchema = z.union([z.literal("all"), z.array(slugSchema).max(5000)]);

export const stateSchema = z.enum(["draft", "proposed", "published", "withdrawn"]);

/** A file in the hub's media store; its id is the hash of its bytes and its address `/media/ID`. */
export const mediaSchema = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9_-]{20,64}\.[a-z0-9]{2,5}$/),
    kind: z.enum(["picture", "page", "video", "pdf"]),
    width: z.int().positive().nullable(),
    height: z.int().positive().nullable(),
    /** What a person who cannot see it is told. */
    alt: textSchema.nullable(),
  })
  .meta({ id: "Media" });

export type Window = Readonly<z.infer<typeof windowSchema>>;
export type Weekday = z.infer<typeof weekdaySchema>;
export type Term = readonly [first: string, last: string];
export type Timing = Readonly<z.infer<typeof timingSchema>>;
export type Audience = "all" | readonly string[];
export type State = z.infer<typeof stateSchema>;
export type Media = Readonly<z.infer<typeof mediaSchema>>;
