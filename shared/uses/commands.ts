/** The commands about use. */
import { z } from "zod";
import { act, ask, staff } from "#shared/command.ts";
import { daySchema, idSchema, languageSchema, slugSchema } from "#shared/schema.ts";
import { KIOSK_USES, MOST_COUNTS, OUTCOMES, type UseCount } from "./uses.ts";

const useCountSchema = z
  .object({
    hour: z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):00(:00(\.000)?)?Z$/),
    what: z.enum(KIOSK_USES),
    item: idSchema.nullable(),
    language: languageSchema.nullable(),
    count: z.int().min(1).max(10_000),
  })
  .meta({ id: "UseCount" }) satisfies z.ZodType<UseCount>;

/** `batch`: the kiosk's own name for these counts; the hub takes each batch once. */
const counted = z.object({ batch: idSchema.min(8), counts: z.array(useCountSchema).min(1).max(MOST_COUNTS) });
const noted = z.object({
  id: idSchema.min(8),
  centre: slugSchema,
  what: z.enum(OUTCOMES),
  day: daySchema,
  vacancy: idSchema.nullable(),
});
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Whole months only: periods that overlap could be subtracted from each other. */
const period = z.object({ centres: z.array(slugSchema).max(500).nullable(), from: monthSchema, to: monthSchema }); // prettier-ignore
const at = { centres: ({ centre }: { readonly centre: string }) => [centre] };

export const useCommands = {
  countUses: act("Hand in what a kiosk was used for; the same batch twice counts once", { who: ["screen"], where: "own" }, counted),
  noteOutcome: act("Note what became of it: counted, and nobody named", { who: staff, where: at }, noted),
  dropOutcome: act("Take back what was noted by mistake", { who: staff, where: at }, z.object({ id: idSchema, centre: slugSchema })),
  listOutcomes: ask("What was noted at a centre, newest first", { who: staff, where: at }, z.object({ centre: slugSchema })),
  reportUse: ask("What one's centres achieved, by month", { who: staff, where: "own" }, period),
  useAsCsv: ask("The same as a table", { who: staff, where: "own" }, period),
} as const; // prettier-ignore
