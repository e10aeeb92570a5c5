/** The commands about leaflets alone. */
import { z } from "zod";
import { advisers, ask } from "#shared/command.ts";

export const leafletCommands = {
  leafletsToReview: ask("The leaflets on the screens of one's centres whose review day is near or past", { who: advisers, where: "own" }, z.object({})),
} as const; // prettier-ignore
