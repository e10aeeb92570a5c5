/** What is known of the demo in a database without reading it. */
import type { Database } from "#server/db/open.ts";

/** Who planted it, in the history of every item. */
export const WHO = "demo";

/** Whether nothing has ever been put into this database. */
export async function isEmpty({ reading }: Database): Promise<boolean> {
  const centre = await reading.selectFrom("centre").select("slug").limit(1).executeTakeFirst();
  const item = await reading.selectFrom("item").select("id").limit(1).executeTakeFirst();
  return !centre && !item;
}

/** Whether the demo was planted here and is still in use. */
export async function isPlanted({ reading }: Database): Promise<boolean> {
  const row = await reading
    .selectFrom("item")
    .select("id")
    .where("changed_by", "=", WHO)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
