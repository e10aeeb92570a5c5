/** An event: something with a time and a place; may recur. An adviser's session is an event. */
import { z } from "zod";
import { daySchema, instantSchema, languageSchema, mediaSchema, textSchema, timeSchema, weekdaySchema } from "#shared/schema.ts"; // prettier-ignore
import { COURSE_LEVELS, presenceStates } from "./states.ts";

/** One occurrence on London's clocks. An end at or before the start lies on the next day. */
const occasionSchema = z.object({
  day: daySchema,
  /** `null` for both: all day. */
  start: timeSchema.nullable(),
  end: timeSchema.nullable(),
});

const recurrenceSchema = z.object({
  /** Every so many weeks, counted from the week of the first occurrence; or monthly. */
  every: z.union([z.object({ weeks: z.int().min(1).max(52) }), z.object({ months: z.int().min(1).max(12) })]),
  /** Weekly: on these days. Monthly: on the weekday and ordinal of the first day (2nd Tuesday). */
  days: z.array(weekdaySchema),
  /** The last day on which it may fall; `null` goes on. */
  until: daySchema.nullable(),
});

export const presenceSchema = z.enum(presenceStates);

/** What was said of one occurrence on the day itself; it counts for more than the calendar. */
const hereSchema = z.object({
  since: instantSchema,
  state: presenceSchema,
  /** When the occurrence starts; absent: any of that day. */
  starts: instantSchema.optional(),
});

export const sessionSchema = z.object({
  /** First name and photo of the adviser: shown only while a consent to exactly these stands. */
  name: z.string().trim().min(1).max(60).nullable(),
  photo: mediaSchema.nullable().optional(),
  /** When the adviser agreed. Only the hub writes it, when the adviser gives it. */
  consent: instantSchema.nullable().optional(),
  here: hereSchema.nullable(),
});

export const eventSchema = z
  .object({
    title: textSchema,
    summary: textSchema.nullable(),
    place: textSchema.nullable(),
    first: occasionSchema,
    repeats: recurrenceSchema.nullable(),
    /** Further single occurrences. */
    also: z.array(occasionSchema).max(200),
    /** Days on which it does not happen and is not mentioned. */
    exceptDates: z.array(daySchema).max(500),
    /** Days on which it is cancelled, and shown as cancelled; `true` for all of it. */
    cancelled: z.union([z.literal(true), z.array(daySchema).max(500)]),
    termTimeOnly: z.boolean(),
    /** An adviser is here: makes the "here today" panel. */
    session: sessionSchema.nullable(),
    about: z.enum(["jobs", "children", "advice", "learning", "health", "family"]).nullable(),
    /** The languages it is held in, where that is worth saying. */
    languages: z.array(languageSchema),
    creche: z.enum(["free", "paid"]).nullable(),
    free: z.boolean(),
    booking: textSchema.nullable(),
    /** How many can come, in words: "Room for 12 families". */
    capacity: textSchema.nullable().optional(),
    /** Of a course. */
    level: z.enum(COURSE_LEVELS).nullable().optional(),
    /** What it costs, where it is not free: "£4 a family". */
    cost: textSchema.nullable().optional(),
    /** Who may come: "Parents of children under five". */
    who: textSchema.nullable().optional(),
    picture: mediaSchema.nullable(),
  })
  .meta({ id: "Event" });

export type Event = Readonly<z.infer<typeof eventSchema>>;
export type AdviserSession = Readonly<z.infer<typeof sessionSchema>>;
export type Presence = z.infer<typeof presenceSchema>;
export type Occasion = Readonly<z.infer<typeof occasionSchema>>;
export type Recurrence = Readonly<z.infer<typeof recurrenceSchema>>;
