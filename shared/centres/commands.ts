/** The commands about centres. */
import { z } from "zod";
import { act, advisers, ask, district, staff } from "#shared/command.ts";
import { revisionSchema, slugSchema } from "#shared/schema.ts";
import { callSettingsSchema, centreSchema, curationSchema } from "./schema.ts";

const saved = z.object({ centre: centreSchema, over: revisionSchema.nullable() });

const curated = z.object({ centre: slugSchema, curation: curationSchema });

const arranged = z.object({ centre: slugSchema, calls: callSettingsSchema });

export const centreCommands = {
  saveCentre: act("Make or change a centre", { who: district, where: { centres: ({ centre }) => [centre.slug] } }, saved),
  curateCentre: act("Say how a centre's vacancies are looked after", { who: advisers, where: { centres: ({ centre }) => [centre] } }, curated),
  arrangeCalls: act("Say how a centre's calls are answered", { who: advisers, where: { centres: ({ centre }) => [centre] } }, arranged),
  listCentres: ask("One's centres and their settings", { who: staff, where: "own" }, z.object({})),
} as const; // prettier-ignore
