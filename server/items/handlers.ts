/** The commands about items. */
import type { itemCommands } from "#shared/items/commands.ts";
import { done, refused } from "#shared/result.ts";
import type { Handlers } from "#server/live/door.ts";
import { approvedAnew, declineItem, needsApproval } from "./approval.ts";
import { findItem, historyOf, listItems } from "./read.ts";
import { bringBack, moveItem, saveItem } from "./save.ts";
import { takeOff } from "./takeOff.ts";

export const itemHandlers: Pick<Handlers, keyof typeof itemCommands> = {
  saveItem: async (tx, draft, act) => approvedAnew(tx, await saveItem(tx, draft, act), act),
  proposeItem: (tx, { id, over }, act) => moveItem(tx, id, over, "proposed", act),
  declineItem: (tx, { id, over, reason }, act) => declineItem(tx, id, over, reason, act),
  publishItem: async (tx, { id, over }, act) =>
    moveItem(tx, id, over, (await needsApproval(tx, id, act)) ? "proposed" : "published", act),
  withdrawItem: (tx, { id, over }, act) => moveItem(tx, id, over, "withdrawn", act),
  takeOff: (tx, { id, centre }, act) => takeOff(tx, id, centre, act),
  bringBackItem: async (tx, { id, revision, over }, act) =>
    approvedAnew(tx, await bringBack(tx, id, revision, over, act), act),
  async findItem(db, { id }) {
    const item = await findItem(db, id);
    return item ? done(item) : refused("no-such-item", { id });
  },
  listItems: async (db, wanted, { centres, role }) =>
    done(await listItems(db, wanted, centres, role !== "staff")),
  itemHistory: async (db, { id }) => done(await historyOf(db, id)),
};
