/** The commands about sources and where they run. */
import { randomUUID } from "node:crypto";
import { done, refused } from "#shared/result.ts";
import type { sourceCommands } from "#shared/sources/commands.ts";
import type { Source, SourceSeen } from "#shared/sources/schema.ts";
import type { Handlers } from "#server/live/door.ts";
import { missingCentre } from "#server/db/missing.ts";
import type { Reading } from "#server/db/open.ts";
import { FORMATS } from "./formats.ts";
import type { Keys } from "./keys.ts";
import { toSeen } from "./reading.ts";
import type { Schedule } from "./schedule.ts";
import { countOpen, findRuns, findSource, findSources, NO_MEMORY, type StoredSource } from "./store.ts";

type SourceHandlers = Pick<Handlers, keyof typeof sourceCommands>;

export function sourceHandlers(schedule: Schedule, keys: Keys): SourceHandlers {
  return {
    async listSources(db, _input, { at }) {
      const [all, open] = [await findSources(db), await countOpen(db, at)];
      const seen = await Promise.all(all.map((stored) => seeSource(db, stored, schedule, open.get(stored.id) ?? 0)));
      return done({ sources: seen, formats: FORMATS, });
    },

    async saveSource(tx, { id, source, key, over }, { who, at, afterwards }) {
      const before = id === undefined ? null : await findSource(tx, id);
      if (!before && over !== null) return refused("no-such-source", { id });
      if (before && before.revision !== over) return refused("changed-meanwhile", { theirs: before.source });
      if (source.format !== null && !FORMATS.includes(source.format)) return refused("no-such-format", { format: source.format });
      const missing = "centres" in source.to ? await missingCentre(tx, source.to.centres) : null;
      if (missing !== null) return refused("no-such-centre", { centre: missing });
      const row = {
        id: before?.id ?? id ?? randomUUID(),
        revision: (before?.revision ?? 0) + 1,
        body: JSON.stringify(source),
        secret: key === undefined ? keptFor(source, before) : key ? keys.seal(key) : null,
        due: null,
        // Another address, or other rules of reading: nothing that was known of the former one counts.
        memory: JSON.stringify({ ...NO_MEMORY, found: before?.memory.found ?? null }),
        changed: at,
        changed_by: who,
      };
      const { id: _, ...rest } = row;
      await tx.insertInto("source").values(row).onConflict((conflict) => conflict.column("id").doUpdateSet(rest)).execute();
      afterwards(() => void schedule.round());
      return done({ id: row.id, revision: row.revision });
    },

    async removeSource(tx, { id }) {
      const { numDeletedRows } = await tx.deleteFrom("source").where("id", "=", id).executeTakeFirst();
      if (Number(numDeletedRows) === 0) return refused("no-such-source", { id });
      await tx.deleteFrom("source_run").where("source", "=", id).execute();
      await tx.deleteFrom("source_record").where("source", "=", id).execute();
      return done(null);
    },

    async trySource(db, { id, source, key }) {
      const kept = key === undefined && id !== undefined ? keys.open(keptFor(source, await findSource(db, id))) : (key ?? null);
      const looked = await schedule.look(source, kept);
      if (!looked.ok) return looked;
      const { shown, rows, headers, count, format, rejected, warnings, complete, more } = looked.value;
      return done({ format, count, complete, results: more.results ?? null, read: shown, rows, columns: headers, rejected: rejected.slice(0, 50).map(toSeen), warnings: warnings.slice(0, 50).map(toSeen) });
    },

    readSource: (_db, { id }) => schedule.readNow(id),
    sourceRuns: async (db, { id }) => done(await findRuns(db, id)),

    async vacancySources(db, { id }) {
      const rows = await db
        .selectFrom("source_record")
        .innerJoin("source", "source.id", "source_record.source")
        .select(["source.id as source", "source.body", "source_record.first_seen as since", "source_record.gone", "source_record.leads"])
        .where("source_record.vacancy", "=", id)
        .orderBy("source_record.first_seen")
        .execute();
      return done(rows.map(({ source, body, since, gone, leads }) => ({ source, name: JSON.parse(body).name as string, since, gone, leads: Number(leads) === 1 })));
    },
  };
} // prettier-ignore

/** The key of a source, sealed; `null` where its address is another site's by now, which it was not given for. */
function keptFor({ url }: Source, before: StoredSource | null): string | null {
  return before && new URL(before.source.url).origin === new URL(url).origin ? before.sealedKey : null;
}

async function seeSource(
  db: Reading,
  stored: StoredSource,
  schedule: Schedule,
  open: number,
): Promise<SourceSeen> {
  const { next, unchanged } = schedule.about(stored);
  const [kept] = await findRuns(db, stored.id, 1);
  const last = unchanged && (!kept || kept.at < unchanged.at) ? unchanged : (kept ?? null);
  const { id, revision, source, sealedKey } = stored;
  return { id, revision, source, hasKey: sealedKey !== null, last, next, open };
}
