/** The command that takes in one language of a leaflet. */
import { z } from "zod";
import { act, advisers } from "#shared/command.ts";
import { daySchema, idSchema, languageSchema, slugSchema, titleSchema } from "#shared/schema.ts";
import { TOPICS } from "#shared/topics.ts";
import { pdfSchema } from "./schema.ts";

const words = z.string().trim().min(1);

const offered = z.object({
  /** The same for every language of it. */
  id: idSchema,
  language: languageSchema,
  /** Whether it is a translation: what holds for all languages is taken from the original. */
  translation: z.boolean(),
  /** Taken back by those who made it: it leaves the screens. */
  withdrawn: z.boolean(),
  title: titleSchema.max(300),
  summary: words.max(1000),
  text: words.max(200_000).nullable(),
  topics: z.array(z.enum(TOPICS)),
  edition: words.max(40),
  reviewed: daySchema.nullable(),
  reviewBy: daySchema,
  pdf: pdfSchema.nullable(),
  centres: z.array(slugSchema).max(500),
});

export type OfferedLeaflet = z.output<typeof offered>;

export const leafletImportCommands = {
  importLeaflet: act("Take in a leaflet in one language, or take it off where it was withdrawn", { who: advisers, where: { item: ({ id }) => id, centres: ({ centres }) => centres } }, offered),
} as const; // prettier-ignore
