/** Where people want to be told by text: their numbers lie encrypted. */
import { done, type Result } from "#shared/result.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Vault } from "#server/vault.ts";

/** What its encryption is bound to. */
export function placeOfPhone(person: string): string {
  return `phone/${person}`;
}

/** E.164; `null` where somebody wants no texts, or has left. */
export async function phoneOf(db: Reading | Writing, vault: Vault, person: string): Promise<string | null> {
  const row = await db
    .selectFrom("person_phone")
    .innerJoin("person", "person.id", "person_phone.person")
    .select("secret")
    .where("person_phone.person", "=", person)
    .where("person.ended", "is", null)
    .executeTakeFirst();
  return row ? vault.unlock(placeOfPhone(person), row.secret) : null;
}

/** `null` ends it. Refused: why the number takes no text. */
export async function keepPhone(
  tx: Writing,
  vault: Vault,
  person: string,
  number: string | null,
  at: string,
): Promise<Result<{ readonly masked: string | null }>> {
  await tx.deleteFrom("person_phone").where("person", "=", person).execute();
  if (number === null) return done({ masked: null });
  const { checkNumber, maskNumber } = await import("#shared/calls/number.ts");
  const checked = checkNumber(number, true);
  if (!checked.ok) return checked;
  const { e164 } = checked.value;
  await tx
    .insertInto("person_phone")
    .values({ person, at, secret: vault.lock(placeOfPhone(person), e164) })
    .execute();
  return done({ masked: maskNumber(e164) });
}

export async function maskedPhone(db: Reading, vault: Vault, person: string): Promise<string | null> {
  const number = await phoneOf(db, vault, person);
  if (number === null) return null;
  const { maskNumber } = await import("#shared/calls/number.ts");
  return maskNumber(number);
}
