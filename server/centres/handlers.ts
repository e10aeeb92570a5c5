/** The commands about centres. */
import type { centreCommands } from "#shared/centres/commands.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { done } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import type { Handlers } from "#server/live/door.ts";
import { arrangeCalls, curateCentre, findCentre, listCentres, saveCentre } from "./save.ts";

/** Where a postcode lies; `null` where nobody knows. */
export type Locate = (postcode: string) => Promise<Pick<Centre, "lat" | "lon"> | null>;

export const centreHandlers = (locate: Locate): Pick<Handlers, keyof typeof centreCommands> => ({
  saveCentre: async (tx, { centre, over }, act) =>
    saveCentre(tx, await located(tx, centre, locate), over, act),
  curateCentre: (tx, { centre, curation }, act) => curateCentre(tx, centre, curation, act),
  arrangeCalls: (tx, { centre, calls }, act) => arrangeCalls(tx, centre, calls, act),
  listCentres: async (db, _input, { centres }) => done(await listCentres(db, centres)),
});

/** A point that nobody has written follows the postcode: how far a job is can be told from the start. */
async function located(tx: Writing, centre: Centre, locate: Locate): Promise<Centre> {
  const { postcode, lat, lon } = centre;
  if (postcode === null) return centre;
  const before = (await findCentre(tx, centre.slug))?.centre;
  const isWritten = lat !== null && lon !== null;
  const hasMoved = before !== undefined && before.postcode !== postcode && before.lat === lat && before.lon === lon; // prettier-ignore
  return isWritten && !hasMoved ? centre : { ...centre, ...(await locate(postcode)) };
}
