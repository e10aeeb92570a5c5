/** An adviser who corrects what kind of work a job is has said it for every later job of that title. */
import type { Handlers } from "#server/live/door.ts";
import type { Writing } from "#server/db/open.ts";
import { findItem } from "#server/items/read.ts";
import type { Act } from "#server/items/save.ts";
import { say } from "#shared/languages.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { rememberSector } from "./keep.ts";

type Mending = Pick<Handlers, "saveItem" | "writeVacancy">;

/** The commands by which a vacancy is mended, each with that memory. */
export function learning({ saveItem, writeVacancy }: Mending): Mending {
  return {
    async saveItem(tx, input, acting) {
      const saved = await saveItem(tx, input, acting);
      if (saved.ok && input.id !== undefined) await learn(tx, input.id, acting);
      return saved;
    },
    async writeVacancy(tx, input, acting) {
      const written = await writeVacancy(tx, input, acting);
      if (written.ok && input.id !== undefined) await learn(tx, input.id, acting);
      return written;
    },
  };
}

/** Only of what a source told: what somebody wrote by hand has no guess that could be corrected. */
async function learn(tx: Writing, id: string, act: Act): Promise<void> {
  const told = await tx.selectFrom("original").select("body").where("vacancy", "=", id).executeTakeFirst();
  const item = told && (await findItem(tx, id));
  if (!told || item?.kind !== "vacancy") return;
  const before = JSON.parse(told.body) as Vacancy;
  const title = say(before.title, before.title.original)?.words;
  if (title && item.body.sector !== null && item.body.sector !== before.sector)
    await rememberSector(tx, title, item.body.sector, act);
}
