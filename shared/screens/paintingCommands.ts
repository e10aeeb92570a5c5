/** The commands that ask on which screens a change has been painted. */
import { z } from "zod";
import { ask, staff } from "#shared/command.ts";
import { idSchema, slugSchema } from "#shared/schema.ts";

/** An item, all that a centre shows, or an item at one centre. */
const asked = z.union([
  z.object({ item: idSchema, centre: slugSchema.optional() }),
  z.object({ centre: slugSchema, item: z.undefined().optional() }),
]);

type Asked = z.output<typeof asked>;
const where = {
  item: ({ item }: Asked) => item,
  centres: ({ centre }: Asked) => (centre === undefined ? [] : [centre]),
};

export const paintingCommands = {
  whereShown: ask("On which screens of one's centres the last change has been painted, and how fast", { who: staff, where }, asked),
  lateWithdrawals: ask("What was withdrawn and may still be on a screen of one's centres", { who: staff, where: "own" }, z.object({})),
} as const; // prettier-ignore
