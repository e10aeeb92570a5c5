/** The commands about items. */
import { done, refused } from "#shared/result.ts";
import type { Handlers } from "#server/live/door.ts";
import { findItem, historyOf, listItems } from "./read.ts";
import { bringBack, moveItem, saveItem } from "./save.ts";

type ItemCommands =
  | "saveItem"
  | "proposeItem"
  | "publishItem"
  | "withdrawItem"
  | "bringBackItem"
  | "findItem"
  | "listItems"
  | "itemHistory";

export const itemHandlers: Pick<Handlers, ItemCommands> = {
  saveItem: (tx, draft, act) => saveItem(tx, draft, act),
  proposeItem: (tx, { id, over }, act) => moveItem(tx, id, over, "proposed", act),
  publishItem: (tx, { id, over }, act) => moveItem(tx, id, over, "published", act),
  withdrawItem: (tx, { id, over }, act) => moveItem(tx, id, over, "withdrawn", act),
  bringBackItem: (tx, { id, revision, over }, act) => bringBack(tx, id, revision, over, act),
  async findItem(db, { id }) {
    const item = await findItem(db, id);
    return item ? done(item) : refused("no-such-item", { id });
  },
  listItems: async (db, wanted) => done(await listItems(db, wanted)),
  itemHistory: async (db, { id }) => done(await historyOf(db, id)),
};
