/** One vacancy in full: its text, as its source told it, and where it stands. */
import type { Item } from "#shared/item.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { FullVacancy } from "#shared/vacancies/inbox.ts";
import { differences } from "#shared/vacancies/merge.ts";
import type { Reading } from "#server/db/open.ts";
import { findItem } from "#server/items/read.ts";
import { findOriginal } from "./original.ts";
import { rowsOf } from "./rows.ts";

/** For whoever has one of the centres where it stands. Refused: `no-such-item`, `not-your-centre`. */
export async function findVacancy(
  db: Reading,
  id: string,
  centres: readonly string[],
  now: number,
): Promise<Result<FullVacancy>> {
  const item = await findItem(db, id);
  if (item?.kind !== "vacancy") return refused("no-such-item", { id });
  const [row] = await rowsOf(db, [id], centres, now);
  if (!row || row.at.length === 0) return refused("not-your-centre", { id });
  const { until, body, state, audience } = item as Item<"vacancy">;
  const original = await findOriginal(db, id);
  return done({
    row,
    body,
    state,
    everywhere: audience === "all" || audience.every((slug) => centres.includes(slug)),
    original,
    mended: original ? differences(original, { until, body }) : [],
  });
}
