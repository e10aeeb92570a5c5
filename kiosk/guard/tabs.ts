/** One tab: whatever would open another happens in the one that is there, and home is always a new one. */
import type { Settings } from "./settings.ts";
import { wipe } from "./wipe.ts";

export interface Tabs {
  /** Goes home in a new tab, closes all others and wipes: Back has nowhere to lead. */
  home(): Promise<void>;
  /** Resolves once the last visitor's traces are gone. */
  wiped(): Promise<void>;
}

/** How long a page may take to be closed (ms). */
const PATIENCE = 1_000;

/** Listens from now on: an event that wakes the worker must find its listener at once. */
export function keepOneTab(settings: () => Promise<Settings>): Tabs {
  const ours = new Set<number>();
  const folded = new Set<number>();
  /** Counts the visitors: what one has opened does not open for the next. */
  let visitor = 0;

  /** Touched twice, it goes home once. The next visitor may be home again while the last one's traces still go. */
  let going: Promise<void> | null = null;
  let wiping: Promise<void> = Promise.resolve();
  async function home(): Promise<void> {
    going ??= goHome().finally(() => (going = null));
    await wiped();
  }

  async function goHome(): Promise<void> {
    const { home: url } = await settings();
    const tab = await openTab(url);
    if (tab?.id === undefined) return;
    ours.add(tab.id);
    await closeOthers(tab.id);
    visitor += 1;
    wiping = wipe(url);
  }

  async function openTab(url: string): Promise<chrome.tabs.Tab | undefined> {
    const [window] = await chrome.windows.getAll({ windowTypes: ["normal"] });
    if (window?.id !== undefined) return chrome.tabs.create({ url, active: true, windowId: window.id });
    const made = await chrome.windows.create({ url, state: "fullscreen" });
    return made?.tabs?.[0];
  }

  async function closeOthers(kept: number): Promise<void> {
    const tabs = await chrome.tabs.query({});
    const others = tabs.flatMap(({ id }) => (id === undefined || id === kept ? [] : [id]));
    for (const id of others) ours.delete(id);
    await Promise.all(others.map(close));
  }

  /** A page that is busy for ever answers no question, and so cannot be closed: another page takes its place first. */
  async function close(id: number): Promise<void> {
    const closed = chrome.tabs.remove(id).catch(() => {});
    const late = new Promise<"late">((resolve) => setTimeout(resolve, PATIENCE, "late"));
    if ((await Promise.race([closed, late])) !== "late") return;
    await chrome.tabs.update(id, { url: chrome.runtime.getURL("left.html") }).catch(() => {});
    await chrome.tabs.remove(id).catch(() => {});
  }

  /** The one that was there first. */
  async function theTab(except?: number): Promise<number | null> {
    const tabs = await chrome.tabs.query({});
    const ids = tabs.flatMap(({ id }) => (id === undefined || id === except ? [] : [id]));
    return ids.find((id) => ours.has(id)) ?? ids[0] ?? null;
  }

  /** What a page or a key opened beside the one tab goes on in it. */
  async function fold(id: number | undefined, wanted: string): Promise<void> {
    const whose = visitor;
    await going?.catch(() => {});
    if (id === undefined || ours.has(id) || folded.has(id)) return;
    const first = await theTab(id);
    if (first === null) return void ours.add(id);
    // Chromium tells of a window twice: that it is there, and where it wants to go.
    const leads = /^https?:/.test(wanted);
    if (leads) folded.add(id);
    await chrome.tabs.remove(id).catch(() => {});
    if (leads && whose === visitor) await chrome.tabs.update(first, { url: wanted, active: true });
  }

  chrome.tabs.onCreated.addListener((tab) => void fold(tab.id, tab.pendingUrl || tab.url || ""));
  chrome.webNavigation.onCreatedNavigationTarget.addListener(({ tabId, url }) => void fold(tabId, url));
  chrome.tabs.onRemoved.addListener((id) => {
    ours.delete(id);
    if (folded.size > 200) folded.clear();
    void theTab().then((left) => (left === null ? home() : undefined));
  });
  async function wiped(): Promise<void> {
    await going;
    await wiping;
  }
  return { home, wiped };
}
