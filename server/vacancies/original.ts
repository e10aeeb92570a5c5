/** What a source told last of each vacancy: it stays visible, and says which words are people's. */
import type { Telling } from "#shared/vacancies/merge.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";

export async function findOriginal(db: Reading | Writing, vacancy: string): Promise<Telling | null> {
  const row = await db
    .selectFrom("original")
    .select(["until", "body"])
    .where("vacancy", "=", vacancy)
    .executeTakeFirst();
  return row ? { until: row.until, body: JSON.parse(row.body) as Vacancy } : null;
}

export async function keepOriginal(tx: Writing, vacancy: string, told: Telling, at: string): Promise<void> {
  const row = { at, until: told.until, body: JSON.stringify(told.body) };
  await tx
    .insertInto("original")
    .values({ vacancy, ...row })
    .onConflict((conflict) => conflict.column("vacancy").doUpdateSet(row))
    .execute();
}
