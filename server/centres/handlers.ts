/** The commands about centres. */
import type { centreCommands } from "#shared/centres/commands.ts";
import { done } from "#shared/result.ts";
import type { Handlers } from "#server/live/door.ts";
import { curateCentre, listCentres, saveCentre } from "./save.ts";

export const centreHandlers: Pick<Handlers, keyof typeof centreCommands> = {
  saveCentre: (tx, { centre, over }, act) => saveCentre(tx, centre, over, act),
  curateCentre: (tx, { centre, curation }, act) => curateCentre(tx, centre, curation, act),
  listCentres: async (db, _input, { centres }) => done(await listCentres(db, centres)),
};
