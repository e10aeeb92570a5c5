/** The commands about vacancies and where they run. */
import { z } from "zod";
import { act, advisers, staff } from "#shared/command.ts";
import { idSchema, instantSchema, slugSchema } from "#shared/schema.ts";
import { travelSchema } from "./placement.ts";
import { vacancySchema } from "./schema.ts";

/** A vacancy as a source offers it; the same `id` is the same vacancy. */
const offeredSchema = z.object({ id: idSchema, until: instantSchema.nullable(), body: vacancySchema });

const decision = z.object({
  vacancy: idSchema,
  centre: slugSchema,
  on: z.enum(["board", "search", "no"]),
  place: z.int().nonnegative().optional(),
  travel: travelSchema.nullable().optional(),
});
const order = z.object({ centre: slugSchema, vacancies: z.array(idSchema).max(500) });
const offered = z.object({
  vacancies: z.array(offeredSchema).max(5000),
  decide: z.enum(["inbox", "search", "board"]),
  centres: z.array(slugSchema).max(500),
});

const atCentre = { centres: ({ centre }: { readonly centre: string }) => [centre] };

export const vacancyCommands = {
  placeVacancy: act("Decide a vacancy for a centre", { who: staff, where: atCentre, decides: true }, decision),
  orderTen: act("Put a centre's board in this order", { who: staff, where: atCentre, decides: true }, order),
  importVacancies: act("Take in vacancies that a source offers", { who: advisers, where: { centres: ({ centres }) => centres } }, offered),
} as const; // prettier-ignore
