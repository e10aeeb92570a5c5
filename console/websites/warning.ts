/** What whoever approves a website should know of how it answered, in words; `null`: all is well. */
import { opens } from "#shared/websites/rules.ts";
import { refusalWords } from "../language/refusals.ts";
import type { Reached } from "./WebsiteForm.tsx";
import { say } from "./words.ts";

export function warningOf(reached: Reached | null, allow: readonly string[]): string | null {
  if (reached === null) return null;
  const { trouble, url } = reached;
  if (trouble !== null) return say("reach_trouble", { why: refusalWords({ code: trouble }) });
  const host = URL.parse(url)?.origin ?? url;
  return opens(allow, url) ? null : say("reach_leads", { url, host });
}
