/** What the real browser says of addresses under its block and allow lists. */
import type { Lists } from "#shared/websites/matcher.ts";
import { temporaryFolder } from "../folder.ts";
import { drive, type Session } from "./devtools.ts";
import { policedChromium } from "./policed.ts";

/** How many addresses are tried at a time. */
const TABS = 6;

/**
 * Opens each address in a Chromium that knows no host: what the lists refuse fails as blocked by the
 * administrator, before anything is looked up; all else fails in another way, or opens.
 */
export async function verdictsOfChromium(
  lists: Lists,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const folder = await temporaryFolder("verdicts");
  const policy = { URLBlocklist: lists.block, URLAllowlist: lists.allow };
  const { executablePath } = await policedChromium(folder.path, policy);
  const browser = await drive({
    executablePath,
    profile: `${folder.path}/profile`,
    args: ["--headless", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking"],
  });
  try {
    const verdicts = new Map<string, boolean>();
    const waiting = [...new Set(addresses)];
    const work = async (): Promise<void> => {
      const tab = await browser.newTab();
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        verdicts.set(next, await opens(tab, next));
      }
    };
    await Promise.all(Array.from({ length: TABS }, work));
    return verdicts;
  } finally {
    await browser.kill();
    await folder.remove();
  }
}

async function opens(tab: Session, url: string): Promise<boolean> {
  try {
    const { errorText = "" } = await tab.send<{ errorText?: string }>("Page.navigate", { url });
    return !errorText.includes("BLOCKED_BY_ADMINISTRATOR");
  } catch (error) {
    if (error instanceof Error && /invalid URL/i.test(error.message)) return false;
    throw error;
  }
}
