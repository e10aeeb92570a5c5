/** A notice: a short message; an urgent one takes the whole screen. */
import { z } from "zod";
import { mediaSchema, textSchema } from "#shared/schema.ts";

export const noticeSchema = z
  .object({
    title: textSchema,
    text: textSchema.nullable(),
    urgent: z.boolean(),
    picture: mediaSchema.nullable(),
    /** Short and silent; the picture stands in where it cannot play. */
    video: mediaSchema.nullable(),
  })
  .meta({ id: "Notice" });

export type Notice = Readonly<z.infer<typeof noticeSchema>>;
