/** Whether a number may be asked for: one that can be rung, not too often, and no known prank. */
import { type CallRequest, LIMITS, NUMBERED, type Way } from "#shared/calls/call.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Vault } from "#server/vault.ts";

const DAY = 86_400_000;

/** `null` for the ways that need none. `promised`: a parent was told that it is accepted, so it is taken as it is. */
export async function judgedNumber(
  tx: Writing,
  vault: Vault,
  { way, number }: Pick<CallRequest, "way" | "number">,
  { promised }: { readonly promised: boolean },
  now: number,
): Promise<Result<string | null>> {
  if (!(NUMBERED as readonly Way[]).includes(way)) return done(null);
  // Every country's rules are large, and loaded with the first number.
  const { checkNumber } = await import("#shared/calls/number.ts");
  const checked = checkNumber(number ?? "", way === "text");
  if (promised) return done(checked.ok ? checked.value.e164 : number);
  if (!checked.ok) return checked;
  const hashes = vault.hashes(checked.value.e164);
  if (await isBarred(tx, hashes)) return refused("number-refused");
  const since = new Date(now - DAY).toISOString();
  const { count } = await tx
    .selectFrom("call")
    .select((sql) => sql.fn.countAll<number | string>().as("count"))
    .where("number_hash", "in", hashes)
    .where("came", ">", since)
    .executeTakeFirstOrThrow();
  return Number(count) >= LIMITS.numberDay
    ? refused("too-many-for-number", { most: LIMITS.numberDay })
    : done(checked.value.e164);
}

/** Whether somebody has used this number for a prank. */
export async function isBarred(db: Reading | Writing, hashes: readonly string[]): Promise<boolean> {
  const prank = await db
    .selectFrom("known_prank")
    .select("id")
    .where("hash", "in", hashes)
    .executeTakeFirst();
  return prank !== undefined;
}
