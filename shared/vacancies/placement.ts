/** What an adviser decided of one vacancy for one centre. Not an item: it belongs to the centre. */
import { z } from "zod";
import { idSchema, instantSchema, slugSchema } from "#shared/schema.ts";

/** How one gets there from the centre. */
export const travelSchema = z.object({
  by: z.enum(["foot", "bus", "train", "car"]),
  minutes: z.int().positive().max(600),
  /** The bus or train line, such as "36". */
  line: z.string().max(20).nullable(),
});

export const placementSchema = z
  .object({
    vacancy: idSchema,
    centre: slugSchema,
    on: z.enum(["board", "search"]),
    /** Its order on the board, 0 first; ties go to the one placed earlier. */
    place: z.int().nonnegative(),
    placed: instantSchema,
    travel: travelSchema.nullable(),
    /** The vacancy's own last instant, so that a placement ends with it. */
    until: instantSchema.nullable(),
  })
  .meta({ id: "Placement" });

export type Placement = Readonly<z.infer<typeof placementSchema>>;
export type Travel = Readonly<z.infer<typeof travelSchema>>;
