/** What advisers know of employers: shared by every centre of the district, read by no screen and no public page. */
import { done, refused, type Result } from "#shared/result.ts";
import { employerKey } from "#shared/vacancies/employer.ts";
import type { Note } from "#shared/vacancies/inbox.ts";
import { markOfEmployer } from "#shared/vacancies/same.ts";
import type { Verdict } from "#shared/vacancies/weigh.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Tables } from "#server/db/tables.ts";
import { findItem } from "#server/items/read.ts";
import { type Act } from "#server/items/save.ts";
import { undecide } from "./undecide.ts";

export interface EmployerNote extends Note {
  /** By which it is found, however the name is spelt. */
  readonly employer: string;
  readonly name: string;
  readonly who: string;
  readonly at: string;
  readonly revision: number;
}

export interface NoteDraft {
  readonly name: string;
  readonly verdict: Verdict;
  readonly words: string;
  readonly over: number | null;
}

/** The notes on those of these employers of whom anything is known, by key. */
export async function notesOn(
  db: Reading | Writing,
  names: readonly (string | null)[],
): Promise<ReadonlyMap<string, Note>> {
  const keys = [...new Set(names.map(employerKey).filter((key) => key !== null))];
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom("employer_note").selectAll().where("employer", "in", keys).execute();
  return new Map(rows.map((row) => [row.employer, toNote(row)]));
}

export async function listNotes(db: Reading): Promise<readonly EmployerNote[]> {
  return (await db.selectFrom("employer_note").selectAll().orderBy("name").execute()).map(toNote);
}

/**
 * Saves a note over the revision it was made from. An employer that is not shown any more leaves
 * every board and search at once, and every inbox. Refused: `changed-meanwhile`, `no-such-note`,
 * `employer-needed`.
 */
export async function saveNote(tx: Writing, draft: NoteDraft, act: Act): Promise<Result<EmployerNote>> {
  const employer = employerKey(draft.name);
  if (employer === null) return refused("employer-needed");
  const before = await findNote(tx, employer);
  if (!before && draft.over !== null) return refused("no-such-note", { employer });
  if (before && before.revision !== draft.over)
    return refused("changed-meanwhile", { theirs: toNote(before), yours: draft });
  const { name, verdict, words } = draft;
  const row = { name, verdict, words, who: act.who, at: act.at, revision: (before?.revision ?? 0) + 1 };
  await tx
    .insertInto("employer_note")
    .values({ employer, ...row })
    .onConflict((conflict) => conflict.column("employer").doUpdateSet(row))
    .execute();
  if (verdict === "no") await takeOffAll(tx, employer, act);
  return done(toNote({ employer, ...row }));
}

/** Refused: `no-such-note`, `changed-meanwhile`. */
export async function removeNote(
  tx: Writing,
  { employer, over }: { readonly employer: string; readonly over: number },
): Promise<Result<null>> {
  const before = await findNote(tx, employer);
  if (!before) return refused("no-such-note", { employer });
  if (before.revision !== over) return refused("changed-meanwhile", { theirs: toNote(before) });
  await tx.deleteFrom("employer_note").where("employer", "=", employer).execute();
  return done(null);
}

async function findNote(tx: Writing, employer: string): Promise<Tables["employer_note"] | undefined> {
  return tx.selectFrom("employer_note").selectAll().where("employer", "=", employer).executeTakeFirst();
}

async function takeOffAll(tx: Writing, employer: string, act: Act): Promise<void> {
  const marked = await tx
    .selectFrom("mark")
    .select("vacancy")
    .where("mark", "=", markOfEmployer(employer))
    .execute();
  for (const { vacancy: id } of marked) {
    const item = await findItem(tx, id);
    if (item?.kind !== "vacancy" || employerKey(item.body.employer) !== employer) continue;
    await tx.deleteFrom("inbox").where("vacancy", "=", id).execute();
    const placed = await tx.selectFrom("placement").select("centre").where("vacancy", "=", id).execute();
    for (const { centre } of placed) await undecide(tx, { vacancy: id, centre, to: "no" }, act);
  }
}

function toNote(row: Tables["employer_note"]): EmployerNote {
  return { ...row, verdict: row.verdict as Verdict };
}
