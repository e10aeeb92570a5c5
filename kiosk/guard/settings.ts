/// <reference types="chrome" />
/** What the hub's policy tells the guard, under `3rdparty.extensions`. Only the policy can write it. */
import type { Text } from "#shared/languages.ts";

export interface Settings {
  /** The page that the kiosk belongs to; everything of its origin is the hub's. */
  readonly home: string;
  /** Seconds without a touch until it asks, and seconds that it then counts down. */
  readonly idle: number;
  readonly countdown: number;
  /** What may be opened, as in the policy's URLAllowlist. */
  readonly allow: readonly string[];
  readonly sites: readonly { readonly title: Text; readonly allow: readonly string[] }[];
  /** Whether a proxy asks who the kiosk is. */
  readonly proxy: boolean;
  /** Names this policy, so that the hub can see which one is in force. */
  readonly policy: string;
  /** The launcher on this very device, where there is one. */
  readonly launcher?: { readonly url: string; readonly key: string };
}

/** The settings, or `null` in the first moments after the guard was put in. */
export async function readSettings(): Promise<Settings | null> {
  const settings = (await chrome.storage.managed.get()) as Partial<Settings>;
  return typeof settings.home === "string" ? (settings as Settings) : null;
}

/** Resolves with the settings as soon as there are any. */
export async function settingsInForce(): Promise<Settings> {
  return (
    (await readSettings()) ??
    new Promise((resolve) => {
      const look = async (): Promise<void> => {
        const settings = await readSettings();
        if (settings === null) return;
        chrome.storage.onChanged.removeListener(look);
        resolve(settings);
      };
      chrome.storage.onChanged.addListener(look);
      void look();
    })
  );
}

export function isHub({ home }: Settings, address: string): boolean {
  return URL.parse(address)?.origin === new URL(home).origin;
}
