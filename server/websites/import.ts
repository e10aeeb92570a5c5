/** Taking in a website that a list names: the same address is the same website. */
import type { Input } from "#shared/contract.ts";
import { done, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import type { Act } from "#server/items/save.ts";
import { type Taken, takeIn } from "#server/items/takeIn.ts";

/** Refused as one that is saved by hand (`check.ts`), and `no-such-centre`. */
export async function importWebsite(
  tx: Writing,
  { id, body, centres }: Input<"importWebsite">,
  act: Act,
): Promise<Result<{ readonly taken: Taken }>> {
  const { checkWebsite } = await import("./check.ts");
  const sound = checkWebsite(body);
  if (!sound.ok) return sound;
  const taken = await takeIn(tx, { id, kind: "website", until: null, body, centres }, act);
  return taken.ok ? done({ taken: taken.value }) : taken;
}
