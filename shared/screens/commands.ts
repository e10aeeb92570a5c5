/** The commands about screens. */
import { z } from "zod";
import { act, advisers, ask, staff } from "#shared/command.ts";
import { idSchema, slugSchema } from "#shared/schema.ts";
import { screenKindSchema } from "./schema.ts";

const claim = z.object({
  code: z.string().min(1).max(20),
  centre: slugSchema,
  kind: screenKindSchema,
  name: z.string().trim().min(1).max(60),
});
const onlyId = z.object({ id: idSchema });

export const screenCommands = {
  pairScreen: act("Bind the device that shows a code to a centre", { who: advisers, where: { centres: ({ centre }) => [centre] } }, claim),
  listScreens: ask("Every paired screen of one's centres and how it stands", { who: staff, where: "own" }, z.object({})),
  unpairScreen: act("End a screen's token", { who: advisers, where: { screen: ({ id }) => id } }, onlyId),
} as const; // prettier-ignore
