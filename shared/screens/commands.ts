/** The commands about screens. */
import { z } from "zod";
import { act, advisers, ask, staff } from "#shared/command.ts";
import { idSchema, languageSchema, revisionSchema, slugSchema, windowSchema } from "#shared/schema.ts";
import { screenKindSchema } from "./schema.ts";
import { ORIENTATIONS } from "./screen.ts";

const claim = z.object({
  code: z.string().min(1).max(20),
  centre: slugSchema,
  kind: screenKindSchema,
  name: z.string().trim().min(1).max(60),
});
const onlyId = z.object({ id: idSchema });
const settings = z.object({
  id: idSchema,
  over: revisionSchema,
  name: claim.shape.name,
  kind: screenKindSchema,
  place: z.string().trim().min(1).max(120).nullable(),
  orientation: z.enum(ORIENTATIONS).nullable(),
  opening: z.array(windowSchema).min(1).max(50).nullable(),
  languages: z.array(languageSchema).min(1).max(8).nullable(),
});
/** `null`: its opening hours decide again. */
const power = z.object({ id: idSchema, awake: z.boolean().nullable() });
const where = { screen: ({ id }: { readonly id: string }) => id };

export const screenCommands = {
  pairScreen: act("Bind the device that shows a code to a centre", { who: advisers, where: { centres: ({ centre }) => [centre] } }, claim),
  listScreens: ask("Every paired screen of one's centres and how it stands", { who: staff, where: "own" }, z.object({})),
  saveScreen: act("Change what is particular to a screen", { who: advisers, where }, settings),
  identifyScreen: act("Have a screen show its name large for a while", { who: staff, where }, onlyId),
  reloadScreen: act("Have a screen load its page anew", { who: staff, where }, onlyId),
  powerScreen: act("Put a screen to sleep or wake it, until its opening hours next change", { who: staff, where }, power),
  unpairScreen: act("End a screen's token", { who: advisers, where }, onlyId),
} as const; // prettier-ignore
