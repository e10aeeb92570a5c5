/** What was done, as the database has it. */
import type { HistoryWanted } from "#shared/history/commands.ts";
import type { HistoryLine } from "#shared/history/line.ts";
import type { Audience } from "#shared/schema.ts";
import type { Reading } from "#server/db/open.ts";
import { titlesOf } from "#server/items/titles.ts";

/** Lines about these centres, and one's own, newest first. */
export async function listHistory(
  db: Reading,
  wanted: HistoryWanted,
  centres: Audience,
  me: string,
): Promise<readonly HistoryLine[]> {
  let query = db
    .selectFrom("audit")
    .leftJoin("person", "person.id", "audit.who")
    .selectAll("audit")
    .select("person.name as name")
    .orderBy("audit.at", "desc")
    .orderBy("audit.id")
    .limit(wanted.limit);
  if (wanted.from !== null) query = query.where("audit.at", ">=", wanted.from);
  if (wanted.until !== null) query = query.where("audit.at", "<", wanted.until);
  if (wanted.who !== null) query = query.where("audit.who", "=", wanted.who);
  // As facts and centres are written down: JSON, and neither ids nor slugs hold what LIKE takes for more but "_".
  if (wanted.about !== null) query = query.where("audit.facts", "like", `%"${wanted.about}"%`);
  if (centres !== "all")
    query = query.where((where) =>
      where.or([
        ...centres.map((slug) => where("audit.centres", "like", `%"${slug}"%`)),
        ...(wanted.centre === null ? [where("audit.who", "=", me)] : []),
      ]),
    );
  const rows = await query.execute();
  const titles = await titlesOf(db, rows.map(({ facts }) => itemIn(JSON.parse(facts)))); // prettier-ignore
  return rows.map((row) => {
    const facts = JSON.parse(row.facts) as HistoryLine["facts"];
    return {
      id: row.id,
      at: row.at,
      who: row.who,
      name: row.name,
      byToken: row.token !== null,
      command: row.command,
      centres: JSON.parse(row.centres) as Audience,
      facts,
      title: titles.get(itemIn(facts))?.title ?? null,
    };
  });
}

function itemIn(facts: HistoryLine["facts"]): string {
  return String(facts["id"] ?? facts["vacancy"] ?? facts["item"] ?? "");
}
