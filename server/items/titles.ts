/** What items are called, also those that have been withdrawn long ago. */
import { inEnglish } from "#shared/languages.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";

export interface Title {
  readonly title: string;
  readonly employer: string | null;
}

const BATCH = 1000;

export async function titlesOf(
  db: Reading | Writing,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Title>> {
  const wanted = [...new Set(ids)];
  const titles = new Map<string, Title>();
  for (let at = 0; at < wanted.length; at += BATCH) {
    const rows = await db.selectFrom("item").select(["id", "body"]).where("id", "in", wanted.slice(at, at + BATCH)).execute(); // prettier-ignore
    for (const { id, body } of rows) titles.set(id, titleOf(JSON.parse(body)));
  }
  return titles;
}

function titleOf(body: Pick<Vacancy | Leaflet, "title"> & Partial<Pick<Vacancy, "employer">>): Title {
  return { title: inEnglish(body.title), employer: body.employer ?? null };
}
