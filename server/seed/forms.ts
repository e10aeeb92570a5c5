/**
 * How the demo's records are written in content/demo: what the kinds' own schemas ask for, with
 * days told from today, a bare string for an English text, and files by their names.
 */
import { z } from "zod";
import { publicCentreSchema } from "#shared/centres/schema.ts";
import { eventSchema } from "#shared/events/schema.ts";
import { textIn } from "#shared/languages.ts";
import { noticeSchema } from "#shared/notices/schema.ts";
import { audienceSchema, idSchema, slugSchema, stateSchema, textSchema, timeSchema, timingSchema } from "#shared/schema.ts"; // prettier-ignore
import { placementSchema } from "#shared/vacancies/placement.ts";
import { locationSchema, paySchema, vacancySchema } from "#shared/vacancies/schema.ts";
import { websiteSchema } from "#shared/websites/schema.ts";
import { relativeClose, relativeDay, relativeInstant } from "./relative.ts";

const english = z.string().trim().min(1).transform((words) => textIn("en", words)); // prettier-ignore
const text = z.union([english, textSchema]);
const maybeText = text.nullable().default(null);

/** A file beside the demo's records: never a path, so that none leads out of the folder. */
export const fileName = z.string().regex(/^[a-z0-9][a-z0-9.-]*\.(svg|png|jpe?g|webp|mp4|webm|pdf)$/);
const file = z.strictObject({ file: fileName, alt: maybeText }).nullable().default(null);

/** A string that `read` understands; what it throws becomes the record's mistake. */
function told(read: (words: string) => string) {
  return z.string().transform((words, context) => {
    try {
      return read(words);
    } catch (problem) {
      context.addIssue({ code: "custom", message: String(problem) });
      return z.NEVER;
    }
  });
}

/** What stands around every item. */
function envelopeAt(now: number) {
  const instant = told((words) => relativeInstant(words, now));
  const day = told((words) => relativeDay(words, now));
  const shows = z
    .strictObject({
      from: instant.nullable().default(null),
      until: instant.nullable().default(null),
      pattern: timingSchema.shape.pattern.default([]),
      exceptDates: z.array(day).default([]),
      termTimeOnly: z.boolean().default(false),
    })
    .prefault({});
  return z.strictObject({
    id: idSchema,
    centres: audienceSchema,
    state: stateSchema.default("published"),
    shows,
  });
}

const placementForm = z.discriminatedUnion("on", [
  z.strictObject({ ...placementSchema.pick({ centre: true, place: true, travel: true }).shape, on: z.literal("board") }), // prettier-ignore
  z.strictObject({ ...placementSchema.pick({ centre: true, travel: true }).shape, on: z.literal("search") }),
]);

/** `perHour` may be left out where pay is by the hour; a pay without numbers says only its words. */
const payForm = z.strictObject({
  text: paySchema.shape.text,
  min: paySchema.shape.min.default(null),
  max: paySchema.shape.max.default(null),
  unit: paySchema.shape.unit.default(null),
  perHour: paySchema.shape.perHour.optional(),
});

function vacancyForm(now: number) {
  const instant = told((words) => relativeInstant(words, now));
  return z.strictObject({
    id: idSchema,
    ...vacancySchema.pick({ employer: true, hours: true, patterns: true, contract: true, sector: true })
      .shape,
    title: text,
    location: locationSchema.omit({ outcode: true }).strict().nullable().default(null),
    remote: z.boolean().default(false),
    pay: payForm,
    trainingGiven: z.boolean().default(false),
    noExperienceNeeded: z.boolean().default(false),
    needsWelsh: vacancySchema.shape.needsWelsh.default(null),
    posted: instant,
    closes: told((words) => relativeClose(words, now)).nullable(),
    applyUrl: vacancySchema.shape.applyUrl.default(null),
    apply: maybeText,
    description: text,
    placements: z.array(placementForm).min(1),
  });
}

function eventForm(now: number) {
  const day = told((words) => relativeDay(words, now));
  const time = timeSchema.nullable();
  const occasion = z.strictObject({ day, start: time, end: time });
  const repeats = eventSchema.shape.repeats.unwrap().extend({ until: day.nullable() }).strict();
  return envelopeAt(now).extend({
    ...eventSchema.pick({ about: true, languages: true, creche: true, free: true }).shape,
    title: text,
    summary: maybeText,
    place: maybeText,
    first: occasion,
    repeats: repeats.nullable().default(null),
    also: z.array(occasion).default([]),
    exceptDates: z.array(day).default([]),
    cancelled: z.array(day).default([]),
    termTimeOnly: z.boolean().default(false),
    session: eventSchema.shape.session.default(null),
    booking: maybeText,
    level: eventSchema.shape.level,
    cost: maybeText,
    who: maybeText,
    picture: file,
  });
}

function noticeForm(now: number) {
  return envelopeAt(now).extend({
    title: text,
    text: maybeText,
    urgent: noticeSchema.shape.urgent.default(false),
    picture: file,
    video: file,
  });
}

function websiteForm(now: number) {
  return envelopeAt(now).extend({
    ...websiteSchema.pick({ address: true, topics: true, allow: true }).shape,
    title: text,
    description: text,
    helpers: websiteSchema.shape.helpers.default([]),
    reviewBy: told((words) => relativeDay(words, now)),
    picture: file,
  });
}

function centreForm(now: number) {
  const day = told((words) => relativeDay(words, now));
  const { brand, opening } = publicCentreSchema.shape;
  return z.strictObject({
    ...publicCentreSchema.pick({
      slug: true,
      postcode: true,
      lat: true,
      lon: true,
      phone: true,
      nation: true,
    }).shape,
    ...publicCentreSchema.pick({ languages: true, offer: true, board: true }).shape,
    name: text,
    address: text,
    colour: brand.shape.colour.default(null),
    logo: file,
    opening: opening.default([]),
    closedDays: z.array(day).default([]),
    terms: z.array(z.tuple([day, day])),
    welcome: text,
  });
}

/** Which of content/leaflets the demo shows, and where; the leaflets say the rest themselves. */
function leafletForm(now: number) {
  return envelopeAt(now).extend({ slug: slugSchema });
}

/** The forms as they read at an instant (epoch ms). */
export function formsAt(now: number) {
  return {
    centre: centreForm(now),
    vacancy: vacancyForm(now),
    event: eventForm(now),
    notice: noticeForm(now),
    website: websiteForm(now),
    leaflet: leafletForm(now),
  } as const;
}

export type Forms = ReturnType<typeof formsAt>;
export type Form<Name extends keyof Forms> = z.output<Forms[Name]>;
