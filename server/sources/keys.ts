/** Sources' keys: sealed wherever they are kept, and opened only to ask the source. */
import type { Database } from "#server/db/open.ts";
import { sealingUnder } from "#server/sealing.ts";

export interface Keys {
  seal(key: string): string;
  /** `null`: no key, or one that was sealed under another secret and must be given anew. */
  open(sealed: string | null): string | null;
}

/** Tells a sealed key from one that was kept as it was, before they were sealed. */
const SEALED = "sealed:";

export function keysUnder(secret: string): Keys {
  const { seal, open } = sealingUnder(secret, "source key");
  return {
    seal: (key) => `${SEALED}${seal(key)}`,
    open: (sealed) => (sealed?.startsWith(SEALED) ? open(sealed.slice(SEALED.length)) : null),
  };
}

/** Seals what an older hub had kept in plain words. */
export async function sealOld(database: Database, keys: Keys): Promise<void> {
  const rows = await database.reading.selectFrom("source").select(["id", "secret"]).where("secret", "is not", null).where("secret", "not like", `${SEALED}%`).execute();
  for (const { id, secret } of rows)
    await database.reading.updateTable("source").set({ secret: keys.seal(secret!) }).where("id", "=", id).where("secret", "=", secret).execute();
} // prettier-ignore
