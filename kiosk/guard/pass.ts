/**
 * The kiosk proves itself to the hub's proxy with a pass that the hub gives to paired kiosks alone. What a site asks
 * (its own sign-in box) is never answered and never shown.
 */
import type { Settings } from "./settings.ts";

export interface Pass {
  readonly username: string;
  readonly password: string;
}

let held: Promise<Pass | null> | null = null;
/** Requests that have been given a pass once: asked again, it was not taken. */
const given = new Set<string>();

/** The screen's cookie says who asks; the worker's own requests carry it. */
export async function askPass({ home }: Settings): Promise<Pass | null> {
  const request = { credentials: "include", cache: "no-store" } as const;
  const response = await fetch(new URL("/guard/pass", home), request).catch(() => null);
  return response?.ok ? ((await response.json()) as Pass) : null;
}

export function answerProxy(settings: () => Promise<Settings>): void {
  chrome.webRequest.onAuthRequired.addListener(
    ({ isProxy, requestId }, answer) => {
      if (isProxy)
        void passFor(requestId, settings).then((pass) => answer?.(pass ? { authCredentials: pass } : { cancel: true })); // prettier-ignore
      else answer?.({ cancel: true });
    },
    { urls: ["<all_urls>"] },
    ["asyncBlocking"],
  );
}

async function passFor(request: string, settings: () => Promise<Settings>): Promise<Pass | null> {
  if (given.has(request)) {
    held = null;
    given.delete(request);
    return null;
  }
  held ??= settings().then(askPass);
  const pass = await held;
  if (pass === null) held = null;
  else given.add(request);
  if (given.size > 500) given.clear();
  return pass;
}
