/**
 * Runs in every frame of every page, in a world of its own: draws the bar on an outside page, counts down when nobody
 * touches it, and tells the hub's own page that it is guarded.
 */
import { matcher } from "#shared/websites/matcher.ts";
import { say } from "#shared/languages.ts";
import { drawBar, takeTouches } from "./bar.ts";
import { onCorner } from "./corner.ts";
import { refuseTools } from "./keys.ts";
import { BEAT } from "./launcher.ts";
import { listen } from "./listen.ts";
import { tell, type Message, type Reply } from "./messages.ts";
import { isHub, readSettings, type Settings, settingsInForce } from "./settings.ts";
import { wordsIn } from "./words.ts";

/** How often it is said that somebody touched the page (ms). */
const SAYING = 2_000;

async function start(): Promise<void> {
  const top = window === window.top;
  // At once: whoever listens first can keep a touch from all others.
  const touches = top ? takeTouches() : null;
  refuseTools();
  const settings = await settingsInForce();
  if (top && settings.launcher) keepBeating(isHub(settings, location.href));
  if (isHub(settings, location.href)) return top ? onHub(settings) : undefined;
  if (touches === null) return onTouch(() => tell({ say: "touched" }));
  const hello: Promise<Reply | undefined> = chrome.runtime.sendMessage({ say: "hello" } satisfies Message);
  // Where the worker is just being replaced, a bar in English is better than none.
  const { language, words } = wordsIn((await hello.catch(() => undefined))?.language ?? "en");
  const bar = drawBar(touches, {
    language,
    words,
    site: nameOf(settings, language),
    idle: settings.idle,
    countdown: settings.countdown,
    home: () => tell({ say: "home" }),
  });
  onTouch(() => {
    bar.touched();
    tell({ say: "touched" });
  });
  chrome.runtime.onMessage.addListener((message: Message) => {
    if (message.say === "still-there") bar.touched();
  });
}

/**
 * The hub's page learns that it is guarded, and by what, once nothing of the last visitor is left: until then it opens
 * no website. The guard learns the visitor's language.
 */
function onHub(settings: Settings): void {
  const root = document.documentElement;
  const sayLanguage = (): void => tell({ say: "language", language: root.lang });
  // Where the worker is just being replaced, nobody is told, and nobody waits for ever.
  const wiped = chrome.runtime.sendMessage({ say: "wiped" } satisfies Message).catch(() => {});
  const sayGuarded = async ({ policy }: Settings): Promise<void> => {
    await wiped;
    root.dataset.signpostGuard = JSON.stringify({ extension: chrome.runtime.getManifest().version, policy });
  };
  void sayGuarded(settings);
  // The page stays for days: it says which policy is in force now, not which one was when it was opened.
  chrome.storage.onChanged.addListener(() => void readSettings().then((now) => now && sayGuarded(now)));
  new MutationObserver(sayLanguage).observe(root, { attributes: true, attributeFilter: ["lang"] });
  sayLanguage();
  onTouch(() => tell({ say: "touched" }));
  if (settings.launcher) onCorner(() => tell({ say: "menu" }));
}

/** A page that hangs is silent. Out of hours the hub's page draws its sleep and nothing else: then the screen may go dark. */
function keepBeating(hub: boolean): void {
  let lit = true;
  const beat = (): void => tell({ say: "beat", lit });
  const look = (): void => {
    const now = document.querySelector("#screen > .sleep") === null;
    if (now === lit) return;
    lit = now;
    beat();
  };
  beat();
  setInterval(beat, BEAT);
  if (hub) new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** Only a person's own acts count: a page that plays them would never be left. */
function onTouch(act: () => void): void {
  let last = -Infinity;
  const touched = (event: Event): void => {
    if (!event.isTrusted || performance.now() - last < SAYING) return;
    last = performance.now();
    act();
  };
  const kinds = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"];
  listen(window, kinds, touched, { capture: true, passive: true });
}

function nameOf({ sites }: Settings, language: Parameters<typeof say>[1]): string {
  const site = sites.find(({ allow }) => matcher({ block: ["*"], allow })(location.href).allowed);
  return (site && say(site.title, language)?.words) ?? location.hostname;
}

void start();
