/**
 * A request that a kiosk sealed and the hub cannot open: its key is not here (any more), or it was sealed in a form
 * that this version does not know. A parent was told that it is passed on, so it is taken as it is: advisers see
 * that somebody asked, where and when, and it opens by itself once the key is back.
 */
import type { CallRequest, HandedIn } from "#shared/calls/call.ts";
import { callRequestSchema, sealedSchema } from "#shared/calls/schema.ts";
import type { Sealed } from "#shared/calls/seal.ts";
import { done, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import type { Vault } from "#server/vault.ts";
import { type From, takeIn, takeInCall, toldOf } from "./ask.ts";
import type { Desk, Hand } from "./desk.ts";
import { judgedNumber } from "./judge.ts";
import { type CallRow, isOpen } from "./row.ts";

/** What lies in `secret` instead of what a key of this hub has locked. */
const UNREAD = "unread.";

export function isUnread({ secret }: Pick<CallRow, "secret">): boolean {
  return secret?.startsWith(UNREAD) ?? false;
}

/** Refused: `too-many-calls`, until there is room again. */
export async function takeInSealed(
  tx: Writing,
  desk: Desk,
  id: string,
  sealed: Sealed,
  from: From,
  hand: Hand,
): Promise<Result<HandedIn>> {
  const request = await openedBy(desk.vault, id, sealed);
  if (request) {
    const taken = await takeInCall(tx, desk, id, request, from, hand);
    return taken.ok ? done({ ...taken.value, readable: true }) : taken;
  }
  const secret = UNREAD + Buffer.from(JSON.stringify(sealed)).toString("base64url");
  const wanted = { way: "ring", about: "other", item: null, language: from.centre.languages[0] ?? "en", when: "soon" } as const; // prettier-ignore
  const taken = await takeIn(tx, desk, id, from, hand, async () =>
    done({ wanted, told: { secret, number_hash: null } }),
  );
  return taken.ok ? done({ ...taken.value.accepted, readable: !isUnread(taken.value.row) }) : taken;
}

/** Reads those whose key is here by now. */
export async function readUnread(tx: Writing, vault: Vault, now: number): Promise<void> {
  const rows = await tx.selectFrom("call").selectAll().where("purged", "=", 0).where("secret", "like", `${UNREAD}%`).execute(); // prettier-ignore
  for (const row of rows.filter(isOpen)) {
    const written = Buffer.from((row.secret ?? "").slice(UNREAD.length), "base64url").toString("utf8");
    const request = await openedBy(vault, row.id, sealedSchema.parse(JSON.parse(written)));
    if (!request) continue;
    const number = await judgedNumber(tx, vault, request, { promised: true }, now);
    if (!number.ok) continue;
    const { way, about, item, language, when } = request;
    const said = { way, about, item_kind: item?.kind ?? null, item: item?.id ?? null, language, suits: when };
    await tx
      .updateTable("call")
      .set({ ...said, ...toldOf(vault, row.id, request, number.value) })
      .where("id", "=", row.id)
      .execute();
  }
}

/** `null` where nothing of this hub opens it. */
async function openedBy(vault: Vault, id: string, sealed: Sealed): Promise<CallRequest | null> {
  const text = await vault.unseal(id, sealed);
  if (text === null) return null;
  const request = callRequestSchema.safeParse(parsed(text));
  return request.success ? request.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
