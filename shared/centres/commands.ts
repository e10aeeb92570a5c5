/** The commands about centres. */
import { z } from "zod";
import { act, ask, district, staff } from "#shared/command.ts";
import { revisionSchema } from "#shared/schema.ts";
import { centreSchema } from "./schema.ts";

const saved = z.object({ centre: centreSchema, over: revisionSchema.nullable() });

export const centreCommands = {
  saveCentre: act("Make or change a centre", { who: district, where: { centres: ({ centre }) => [centre.slug] } }, saved),
  listCentres: ask("One's centres and their settings", { who: staff, where: "own" }, z.object({})),
} as const; // prettier-ignore
