/** People and what is theirs, as the database knows them. */
import type { PersonRole } from "#shared/command.ts";
import type { KeptPerson, Person } from "#shared/people/person.ts";
import type { Audience } from "#shared/schema.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { EVERYWHERE } from "#server/items/entries.ts";

type Theirs = readonly Pick<Tables["person_centre"], "centre" | "decides">[];

/** Centres as an audience; a district lead has every one, also those to come. */
function toPerson(row: Tables["person"], theirs: Theirs): Person {
  const role = row.role as PersonRole;
  const centres = role === "district" ? "all" : audienceOf(theirs);
  const decides = role === "staff" ? audienceOf(theirs.filter((one) => one.decides === 1)) : centres;
  return { id: row.id, name: row.name, email: row.email, role, centres, decides };
}

function audienceOf(theirs: Theirs): Audience {
  const slugs = theirs.map(({ centre }) => centre);
  return slugs.includes(EVERYWHERE) ? "all" : slugs.toSorted();
}

/** The person, unless they have been ended. */
export async function findPerson(db: Reading | Writing, id: string): Promise<Person | null> {
  const row = await db
    .selectFrom("person")
    .selectAll()
    .where("id", "=", id)
    .where("ended", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  const theirs = await db
    .selectFrom("person_centre")
    .select(["centre", "decides"])
    .where("person", "=", id)
    .execute();
  return toPerson(row, theirs);
}

export async function findByEmail(
  db: Reading,
  email: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const query = db.selectFrom("person").select(["id", "name"]).where("email", "=", email);
  return (await query.where("ended", "is", null).executeTakeFirst()) ?? null;
}

/** Everyone who has not been ended, by name. */
export async function listPeople(db: Reading | Writing): Promise<readonly KeptPerson[]> {
  const rows = await db
    .selectFrom("person")
    .selectAll()
    .select((select) => [
      select
        .selectFrom("session")
        .select((session) => session.fn.max("session.changed").as("seen"))
        .whereRef("session.person", "=", "person.id")
        .as("seen"),
      select
        .selectFrom("account")
        .select((account) => account.fn.countAll().as("ways"))
        .whereRef("account.person", "=", "person.id")
        .as("ways"),
    ])
    .where("ended", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();
  const all = await db.selectFrom("person_centre").selectAll().execute();
  return rows.map((row) => ({
    ...toPerson(
      row,
      all.filter(({ person }) => person === row.id),
    ),
    lastSeen: row.seen,
    secondFactor: row.second_factor === 1,
    invited: Number(row.ways) === 0,
  }));
}

/** Puts these centres in the place of those a person had. */
export async function giveCentres(
  tx: Writing,
  person: string,
  centres: Audience,
  decides: Audience,
): Promise<void> {
  await tx.deleteFrom("person_centre").where("person", "=", person).execute();
  const slugs = new Set(centres === "all" ? [EVERYWHERE] : centres);
  for (const centre of slugs) {
    const granted = decides === "all" || decides.includes(centre);
    await tx
      .insertInto("person_centre")
      .values({ person, centre, decides: granted ? 1 : 0 })
      .execute();
  }
}
