/** The commands that ask on which screens a change has been painted. */
import { done } from "#shared/result.ts";
import type { paintingCommands } from "#shared/screens/paintingCommands.ts";
import type { Handlers } from "#server/live/door.ts";
import { lateWithdrawals, whereShown } from "./whereShown.ts";

export const paintingHandlers: Pick<Handlers, keyof typeof paintingCommands> = {
  whereShown: async (db, asked, { centres, now }) => done(await whereShown(db, asked, centres, now)),
  lateWithdrawals: async (db, _input, { centres, now }) => done(await lateWithdrawals(db, centres, now)),
};
