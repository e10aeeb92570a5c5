/** What the columns of a sender's lists mean, remembered for the next list with the same columns. */
import { createHash } from "node:crypto";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Act } from "#server/items/save.ts";
import type { Corrections } from "./headers.ts";

const keyOf = (columns: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(columns)).digest("base64url");

/** `null` where nobody has corrected any. */
export async function columnsMeant(db: Reading, columns: readonly string[]): Promise<Corrections | null> {
  if (columns.length === 0) return null;
  const row = await db
    .selectFrom("column_choice")
    .select("fields")
    .where("columns", "=", keyOf(columns))
    .executeTakeFirst();
  return row ? (JSON.parse(row.fields) as Corrections) : null;
}

export async function rememberColumns(tx: Writing, columns: readonly string[], fields: Corrections, { who, at }: Pick<Act, "who" | "at">): Promise<void> {
  const row = { fields: JSON.stringify(fields), who, at };
  await tx.insertInto("column_choice").values({ columns: keyOf(columns), ...row }).onConflict((conflict) => conflict.column("columns").doUpdateSet(row)).execute();
} // prettier-ignore
