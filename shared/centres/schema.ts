/** A centre: a Children's Centre or family hub, and how its screens look and behave. */
import { z } from "zod";
import { AA, contrast } from "#shared/colour.ts";
import { daySchema, idSchema, languageSchema, mediaSchema, slugSchema, termSchema, textSchema, windowSchema } from "#shared/schema.ts"; // prettier-ignore

/** What its screens hold, and anyone may know. */
export const publicCentreSchema = z
  .object({
    slug: slugSchema,
    name: textSchema,
    address: textSchema.nullable(),
    postcode: z.string().max(10).nullable(),
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    phone: z.string().max(30).nullable(),
    nation: z.enum(["england", "wales", "scotland", "northern-ireland"]),
    /** In the order in which a board takes turns; in Wales Welsh and English stand together. */
    languages: z.array(languageSchema).min(1),
    brand: z.object({
      /** "#rrggbb"; white text on it must reach 4.5:1. `null`: lagoon. */
      colour: z
        .string()
        .regex(/^#[0-9a-f]{6}$/)
        .refine((colour) => contrast(colour, "#ffffff") >= AA, { error: "contrast-too-low" })
        .nullable(),
      logo: mediaSchema.nullable(),
    }),
    offer: z.enum(["minimum", "enhanced"]),
    /** When it is open; outside these the screens sleep. None: always open. */
    opening: z.array(windowSchema),
    /** Bank holidays and other closed days. */
    closedDays: z.array(daySchema),
    terms: z
      .array(termSchema.refine(([first, last]) => first <= last, { error: "ends-before-it-begins" }))
      .max(60),
    /** Who is welcome, and what to expect. */
    welcome: textSchema.nullable(),
    board: z.object({
      /** How many vacancies run along the board. */
      ten: z.int().min(1).max(20),
      motion: z.enum(["steps", "crawl"]),
      secondsPerSlide: z.int().min(4).max(120),
    }),
  })
  .meta({ id: "Centre" });

export const curationSchema = z.object({
  /** What staff show waits for an adviser's approval. */
  approve: z.boolean(),
  /** When one of the ten closes, the next best of search is offered to the adviser, or taken by itself. */
  refill: z.enum(["offer", "itself"]),
});

/** How a centre keeps the promise to ring. */
export const callSettingsSchema = z.object({
  /** Whether its kiosks offer a call; those of a minimum offer never do. */
  offered: z.boolean(),
  /** A phone stands beside the kiosk that can be rung. */
  handset: z.boolean(),
  /** Its number, for whoever takes the call. */
  handsetNumber: z.string().trim().min(1).max(40).nullable().optional(),
  /** Voice calls through the browser. */
  voice: z.boolean(),
  /** When the team is there. */
  hours: z.array(windowSchema).max(50),
  /** Within how many working minutes the handset should ring, and her own phone; `null`: on the next working morning. */
  handsetMinutes: z.int().min(1).max(480),
  ringMinutes: z.int().min(5).max(2_880).nullable(),
  /** Who is told after adviser and deputy. */
  dutyGroup: idSchema.nullable(),
  /** Days after its end for which a name and number are kept. */
  keptDays: z.int().min(1).max(90),
});

export const centreSchema = publicCentreSchema
  .extend({
    /** The responsible person and who stands in; never sent to a screen. */
    adviser: idSchema.nullable(),
    deputy: idSchema.nullable(),
    staffLink: idSchema.nullable(),
    /** Bank holidays on which it is open all the same. */
    openDays: z.array(daySchema).max(200).optional(),
    /** Days without a decision after which the board counts as going stale; absent: seven. */
    staleAfter: z.int().min(2).max(60).optional(),
    /** Closed on the bank holidays of its nation as well; absent: it is not. */
    bankHolidays: z.boolean().optional(),
    /** How its vacancies are looked after; absent: staff need no approval, and a free place is offered. */
    curation: curationSchema.optional(),
    /** Absent: as CALLS_BY_DEFAULT says. */
    calls: callSettingsSchema.optional(),
  })
  .meta({ id: "CentreSettings" });

export type PublicCentre = Readonly<z.infer<typeof publicCentreSchema>>;
export type Curation = Readonly<z.infer<typeof curationSchema>>;
export type CallSettings = Readonly<z.infer<typeof callSettingsSchema>>;
export type Centre = Readonly<z.infer<typeof centreSchema>>;
