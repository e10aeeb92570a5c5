/** `signpost sites check`: judges addresses by a list, as Chromium would. */
import { z } from "zod";
import { done, refused, type Result } from "#shared/result.ts";
import { matcher, type Verdict } from "#shared/websites/matcher.ts";

export interface Checked extends Verdict {
  /** As it was given. */
  readonly url: string;
}

const patterns = z.array(z.string()).optional();
const listSchema = z.object({ allow: patterns, block: patterns });

/**
 * Judges each address by the list (JSON `{allow, block}`, either may be absent), in the order asked.
 * Refuses with `not-json` and `bad-list`.
 */
export function check(listText: string, addresses: readonly string[]): Result<readonly Checked[]> {
  const list = parse(listText);
  if (!list.ok) return list;
  const read = listSchema.safeParse(list.value);
  if (!read.success) return refused("bad-list", { where: read.error.issues[0]?.path.join(".") ?? "" });
  const judge = matcher({ allow: read.data.allow ?? [], block: read.data.block ?? [] });
  return done(addresses.map((url) => ({ url, ...judge(url) })));
}

function parse(text: string): Result<unknown> {
  try {
    return done(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return refused("not-json");
  }
}
