/**
 * The guard's worker: puts its parts together. Chromium lets it sleep and wakes it for an event, so every listener is
 * there at once, and what must be remembered lies in storage.
 */
import { beatLauncher } from "./launcher.ts";
import type { Message, Reply } from "./messages.ts";
import { noteRefused } from "./noting.ts";
import { answerProxy } from "./pass.ts";
import { awayPage, onRefusal } from "./refusals.ts";
import { isHub, settingsInForce, type Settings } from "./settings.ts";
import { keepOneTab } from "./tabs.ts";

/** A page that holds its own thread cannot count down: the worker does then, this much later (s). */
const LATER = 10;
/** Chromium allows no shorter time between alarms (min). */
const OFTEN = 0.5;

let read: Promise<Settings> | null = null;
const settings = (): Promise<Settings> => (read ??= settingsInForce());
// A changed policy holds from the next event on.
chrome.storage.onChanged.addListener((_changes, area) => {
  if (area === "managed") read = null;
});

const tabs = keepOneTab(settings);
onRefusal(settings, (refused) => {
  void settings().then((held) => noteRefused(held, refused));
  void language().then((spoken) =>
    chrome.tabs.update(refused.tab, { url: awayPage(refused, spoken) }).catch(() => {}),
  );
});
answerProxy(settings);
void chrome.downloads.setUiOptions({ enabled: false }).catch(() => {});

chrome.runtime.onInstalled.addListener(() => void begin());
chrome.runtime.onStartup.addListener(() => void begin());
chrome.alarms.onAlarm.addListener(() => void lookForNobody());
chrome.webNavigation.onCommitted.addListener(({ tabId, frameId, url }) => {
  if (frameId === 0 && /^https?:/.test(url)) void makeRoom(tabId, url);
});
chrome.runtime.onMessage.addListener((message: Message, sender, reply) => {
  void hear(message, sender).then(reply, () => reply());
  return true;
});

/** At every start: nothing of a former visitor, also after a power cut, and one tab with the hub's page. */
async function begin(): Promise<void> {
  const { home } = await settings();
  await chrome.scripting.unregisterContentScripts().catch(() => {});
  await chrome.scripting.registerContentScripts([
    {
      id: "plain",
      js: ["plain.js"],
      matches: ["<all_urls>"],
      // The hub's own page prints, and may ask.
      excludeMatches: [`${new URL(home).origin}/*`],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: "document_start",
      world: "MAIN",
      persistAcrossSessions: true,
    },
  ]);
  await chrome.alarms.create("idle", { periodInMinutes: OFTEN });
  await touched();
  await tabs.home();
}

async function lookForNobody(): Promise<void> {
  const held = await settings();
  const [tab] = await chrome.tabs.query({ active: true });
  if (!tab?.url || isHub(held, tab.url)) return;
  const { touched: at = 0 } = await chrome.storage.session.get<{ touched?: number }>("touched");
  const idle = (Date.now() - at) / 1000;
  if (idle > held.idle + held.countdown + LATER) await tabs.home();
}

/** As the user's own style it overrules every page's: room for the bar, and no page can blank itself away under it. */
async function makeRoom(tabId: number, url: string): Promise<void> {
  if (isHub(await settings(), url)) return;
  const css = "html{display:block!important;padding-block-end:88px!important}";
  await chrome.scripting.insertCSS({ target: { tabId }, origin: "USER", css }).catch(() => {});
}

async function hear(message: Message, sender: chrome.runtime.MessageSender): Promise<Reply | undefined> {
  if (message.say === "home" && (await isOpen(sender.tab?.id))) await tabs.home();
  if (message.say === "touched" || message.say === "hello") await touched();
  if (message.say === "wiped") await tabs.wiped();
  if (message.say === "beat") await beatLauncher(await settings(), message.lit);
  if (message.say === "menu" && sender.tab?.id !== undefined && isHub(await settings(), sender.url ?? ""))
    await chrome.tabs.update(sender.tab.id, { url: chrome.runtime.getURL("menu.html") });
  if (message.say === "touched" && sender.frameId !== 0 && sender.tab?.id !== undefined)
    await chrome.tabs.sendMessage(sender.tab.id, { say: "still-there" }, { frameId: 0 }).catch(() => {});
  if (message.say === "language" && isHub(await settings(), sender.url ?? ""))
    await chrome.storage.session.set({ language: message.language });
  return message.say === "hello" ? { language: await language() } : undefined;
}

/** A second touch on a page that was left meanwhile leads nobody home again. */
async function isOpen(tab: number | undefined): Promise<boolean> {
  return tab === undefined || (await chrome.tabs.get(tab).catch(() => null)) !== null;
}

async function touched(): Promise<void> {
  await chrome.storage.session.set({ touched: Date.now() });
}

/** What the hub's page last spoke. */
async function language(): Promise<string> {
  const { language: spoken = "en" } = await chrome.storage.session.get<{ language?: string }>("language");
  return spoken;
}
