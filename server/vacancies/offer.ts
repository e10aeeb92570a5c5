/** Offering vacancies to centres: an indexed row for each centre that has one to decide. */
import type { Centre } from "#shared/centres/schema.ts";
import type { AnyItem, Item } from "#shared/item.ts";
import { employerKey } from "#shared/vacancies/employer.ts";
import { concerns, metresBetween, worksFromHome } from "#shared/vacancies/reach.ts";
import type { Reading, Writing } from "#server/db/open.ts";

/** Whom a source serves: the centres it names, else those within so many metres, else those it may concern. */
export interface Addressees {
  readonly centres?: readonly string[] | undefined;
  readonly within?: number | undefined;
}

export interface Offering {
  /** Gives the centres for which the vacancy is new. What was decided, or waits already, stays as it is. */
  offer(vacancy: AnyItem): Promise<readonly string[]>;
}

/** Reads the centres and the employers that are not shown once, for the vacancies of one reading. */
export async function openOffering(tx: Writing, to: Addressees, at: string): Promise<Offering> {
  const centres = (await allCentres(tx)).filter(({ slug }) => !to.centres || to.centres.includes(slug));
  const unwanted = new Set(
    (await tx.selectFrom("employer_note").select("employer").where("verdict", "=", "no").execute()).map(
      ({ employer }) => employer,
    ),
  );
  return {
    async offer(vacancy) {
      if (vacancy.kind !== "vacancy" || vacancy.state === "withdrawn") return [];
      if (vacancy.until !== null && vacancy.until <= at) return [];
      const employer = employerKey(vacancy.body.employer);
      if (employer !== null && unwanted.has(employer)) return [];
      const addressed = centres.filter((centre) => isAddressed(vacancy, centre, to)).map(({ slug }) => slug);
      return offerTo(tx, vacancy, addressed, at);
    },
  };
}

function isAddressed({ body }: Item<"vacancy">, centre: Centre, { centres, within }: Addressees): boolean {
  if (within === undefined) return centres !== undefined || concerns(body, centre);
  const known = body.locations.map((location) => metresBetween(location, centre)).filter((m) => m !== null);
  return worksFromHome(body) || known.length === 0 || Math.min(...known) <= within;
}

/** Puts a vacancy into the inbox of those of these centres that have not decided it. */
export async function offerTo(
  tx: Writing,
  { id, until }: Pick<AnyItem, "id" | "until">,
  centres: readonly string[],
  at: string,
): Promise<readonly string[]> {
  if (centres.length === 0) return [];
  const decided = await tx.selectFrom("placement").select("centre").where("vacancy", "=", id).execute();
  const left = centres.filter((slug) => !decided.some(({ centre }) => centre === slug));
  if (left.length === 0) return [];
  const rows = left.map((centre) => ({ centre, vacancy: id, since: at, closes: until, open: 1 }));
  const added = await tx
    .insertInto("inbox")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["vacancy", "centre"]).doNothing())
    .returning("centre")
    .execute();
  return added.map(({ centre }) => centre);
}

export async function allCentres(db: Reading | Writing): Promise<readonly Centre[]> {
  const rows = await db.selectFrom("centre").select("body").orderBy("slug").execute();
  return rows.map(({ body }) => JSON.parse(body) as Centre);
}
