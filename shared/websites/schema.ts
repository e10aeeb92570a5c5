/** A website: an approved site that a kiosk may open. */
import { z } from "zod";
import { daySchema, mediaSchema, textSchema, urlSchema } from "#shared/schema.ts";

export const websiteSchema = z
  .object({
    title: textSchema,
    description: textSchema.nullable(),
    address: urlSchema,
    topics: z.array(z.string().max(40)).max(20),
    picture: mediaSchema.nullable(),
    reviewBy: daySchema.nullable(),
    /** Chromium URL filter patterns that open the site itself. */
    allow: z.array(z.string().max(500)).max(50),
    /** Hosts that the site needs to work: its CDN, its sign-in. */
    helpers: z.array(z.string().max(500)).max(100),
  })
  .meta({ id: "Website" });

export type Website = Readonly<z.infer<typeof websiteSchema>>;
