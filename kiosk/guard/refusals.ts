/** Instead of Chromium's own pages, which are dead ends: a friendly one, in the visitor's language. */
import { matcher } from "#shared/websites/matcher.ts";
import type { Settings } from "./settings.ts";

export type Trouble = "blocked" | "away" | "unsafe" | "offline";

export interface Refused {
  readonly trouble: Trouble;
  readonly address: string;
  readonly tab: number;
}

/** Calls back for every page that did not open, from now on. */
export function onRefusal(settings: () => Promise<Settings>, refused: (what: Refused) => void): void {
  chrome.webNavigation.onErrorOccurred.addListener(({ tabId: tab, frameId, url: address, error }) => {
    if (frameId !== 0 || error === "net::ERR_ABORTED") return;
    void settings().then(({ allow }) => {
      const safe = safeOf(address, allow);
      if (safe === null) refused({ trouble: troubleOf(error), address, tab });
      else void chrome.tabs.update(tab, { url: safe }).catch(() => {});
    });
  });
}

/** A plain http link to a site that is approved by https is put right: the policy blocks it and does not upgrade it. */
function safeOf(address: string, allow: readonly string[]): string | null {
  const safe = address.replace(/^http:/, "https:");
  const judge = matcher({ block: ["*"], allow });
  return safe !== address && !judge(address).allowed && judge(safe).allowed ? safe : null;
}

/** Why a page did not open, from the error that Chromium names. */
function troubleOf(error: string): Trouble {
  if (/BLOCKED_BY|UNKNOWN_URL_SCHEME|TUNNEL_CONNECTION/.test(error)) return "blocked";
  if (/CERT|SSL/.test(error)) return "unsafe";
  return /INTERNET_DISCONNECTED|NETWORK_CHANGED|PROXY_CONNECTION/.test(error) ? "offline" : "away";
}

/** The guard's own page about it. */
export function awayPage({ trouble, address }: Refused, language: string): string {
  return chrome.runtime.getURL(`away.html?${new URLSearchParams({ trouble, address, language })}`);
}
