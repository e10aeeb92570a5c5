/** Whether the website itself answers, and where it leads. */
import { opens } from "#shared/websites/rules.ts";
import { refusalWords } from "../language/refusals.ts";
import { order } from "../live/client.ts";
import { say } from "./words.ts";

/** What came of asking the website itself. */
export interface Reached {
  readonly trouble: string | null;
  readonly url: string;
}

export async function reach(address: string): Promise<Reached | null> {
  const result = await order<Reached>("reachWebsite", { address });
  return result.ok ? result.value : null;
}

/** What whoever approves a website should know of how it answered, in words; `null`: all is well. */
export function warningOf(reached: Reached | null, allow: readonly string[]): string | null {
  if (reached === null) return null;
  const { trouble, url } = reached;
  if (trouble !== null) return say("reach_trouble", { why: refusalWords({ code: trouble }) });
  const host = URL.parse(url)?.origin ?? url;
  return opens(allow, url) ? null : say("reach_leads", { url, host });
}
