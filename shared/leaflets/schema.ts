/** A leaflet: text and/or PDF, in one or more languages, with topics, version and review date. */
import { z } from "zod";
import { daySchema, languageSchema, mediaSchema, textSchema } from "#shared/schema.ts";
import { TOPICS } from "#shared/topics.ts";

/** A leaflet's PDF in one language. */
export const pdfSchema = z.object({
  /** `null` where the file itself is never handed on: it carries a script or an attachment. */
  file: mediaSchema.nullable(),
  pages: z.array(mediaSchema).max(24),
  /** Its words for search and reading aloud, where they can be trusted; not on a board's card. */
  text: z.string().max(200_000).nullable().optional(),
});

export const leafletSchema = z
  .object({
    title: textSchema,
    /** One or two sentences: what the board's slide says. */
    summary: textSchema,
    /** Markdown; `null` on a board's card. */
    text: textSchema.nullable(),
    topics: z.array(z.enum(TOPICS)),
    /** The leaflet's own edition, as printed on it ("3", "2026-10"). */
    edition: z.string().min(1).max(40),
    reviewed: daySchema.nullable(),
    reviewBy: daySchema,
    picture: mediaSchema.nullable(),
    /** The PDF in each language it exists in, and its pages as pictures. */
    pdfs: z.partialRecord(languageSchema, pdfSchema),
  })
  .meta({ id: "Leaflet" });

export type Leaflet = Readonly<z.infer<typeof leafletSchema>>;
