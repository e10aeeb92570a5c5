/** As many vacancies as a whole city has, at one centre: the demo's, each again and again with other employers and places. */
import path from "node:path";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { saveCentre } from "#server/centres/save.ts";
import { change } from "#server/db/change.ts";
import type { Database } from "#server/db/open.ts";
import { readDemo } from "#server/seed/demo.ts";
import { done } from "#shared/result.ts";
import { repository } from "./hub.ts";

const WORDS = ["North", "Mill", "Canal", "River", "Market", "Station", "Green", "Park", "Abbey", "Castle", "Harbour", "Garden"]; // prettier-ignore
const KINDS = ["Road", "Lane", "Yard", "Street", "Square", "House", "Works", "Hall"];

export async function manyVacancies(count: number): Promise<readonly Vacancy[]> {
  const demo = await readDemo(path.join(repository, "content"), Date.now());
  const bodies = demo.items.flatMap((item) => (item.kind === "vacancy" ? [item.body] : []));
  return Array.from({ length: count }, (_, at) => {
    const body = bodies[at % bodies.length]!;
    const name = `${WORDS[at % WORDS.length]} ${KINDS[Math.floor(at / WORDS.length) % KINDS.length]}`;
    const [first] = body.locations;
    const spread = { lat: 53.8 + ((at * 7) % 100) / 1000, lon: -1.5 + ((at * 13) % 100) / 1000 };
    return {
      ...body,
      employer: `${name} ${Math.floor(at / 96)}`,
      locations: first ? [{ ...first, ...spread, text: name }] : [],
      posted: new Date(Date.UTC(2026, 10, 1 + (at % 25))).toISOString(),
    };
  });
}

/** Rows a statement. */
const BATCH = 1000;

/** Straight into the tables: ten thousand decisions, one after another, would take longer than what is measured. */
export async function plantManyJobs(database: Database, slug: string, count: number): Promise<void> {
  const demo = await readDemo(path.join(repository, "content"), Date.now());
  const { centre } = demo.centres.find((one) => one.centre.slug === slug)!;
  const at = new Date().toISOString();
  const timing = { from: null, until: null, pattern: [], exceptDates: [], termTimeOnly: false };
  const vacancies = await manyVacancies(count);
  await change(database, async (tx) => {
    await saveCentre(tx, { ...centre, opening: [], closedDays: [] }, null, { who: "bench", at });
    const { version } = await tx.selectFrom("hub").select("version").executeTakeFirstOrThrow();
    const entries = vacancies.flatMap((body, place) => {
      const id = `many-${place}`;
      const placement = {
        vacancy: id,
        centre: slug,
        on: "search",
        place: 0,
        placed: at,
        travel: null,
        until: null,
      };
      return [
        { type: "vacancy", id, value: JSON.stringify({ ...timing, body }), until: null },
        { type: "placement", id: `${id}@${slug}`, value: JSON.stringify(placement), until: null },
      ];
    });
    for (let from = 0; from < entries.length; from += BATCH) {
      const some = entries.slice(from, from + BATCH);
      const reach = some.map(({ type, id }, nth) => ({ centre: slug, type, id, version: version + from + nth + 1, gone: 0 as const, at })); // prettier-ignore
      await tx.insertInto("shown").values(some).execute();
      await tx.insertInto("reach").values(reach).execute();
    }
    await tx
      .updateTable("hub")
      .set({ version: version + entries.length })
      .execute();
    return done(null);
  });
}
