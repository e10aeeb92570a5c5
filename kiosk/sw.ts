/**
 * The service worker: pages open without a network, from the build that was kept when it came, and
 * show the files that the programme named (kiosk/live/files.ts). All else is the network's.
 *
 * A new build's worker keeps its files, then takes over at once; the page notices and reloads once
 * (kiosk/live/update.ts). Until that reload the old page works on: what it needs is loaded.
 */
import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  precacheAndRoute,
  PrecacheController,
  type PrecacheEntry,
  PrecacheRoute,
} from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { MEDIA_CACHE } from "./live/files.ts";
import { KIOSK_CACHE } from "./live/kiosk-files.ts";
import { mendOldBrowser } from "./live/old-browsers.ts";
import { partOf } from "./live/range.ts";

declare const self: {
  /** The build's files, put in by tasks/build/service-worker.ts. */
  readonly __WB_MANIFEST: PrecacheEntry[];
  /** Those that a kiosk has beyond a board. */
  readonly __KIOSK_MANIFEST: PrecacheEntry[];
  skipWaiting(): Promise<void>;
};

const FONTS = "fonts";

mendOldBrowser();
void self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();

// `/board?centre=…` is answered with board.html whatever is asked, `/kiosk` with its page.
const whatever = { ignoreURLParametersMatching: [/./] };
// oxlint-disable-next-line no-underscore-dangle -- Workbox's own name for it
precacheAndRoute(self.__WB_MANIFEST, whatever);

// What only a kiosk needs would be half of what a board fetches: it is kept where a kiosk's page has asked for it.
const kiosk = new PrecacheController({ cacheName: KIOSK_CACHE });
// oxlint-disable-next-line no-underscore-dangle -- likewise
kiosk.addToCacheList(self.__KIOSK_MANIFEST);
registerRoute(
  new PrecacheRoute(kiosk, {
    ...whatever,
    urlManipulation: ({ url }) => (url.pathname === "/kiosk" ? [new URL("/touch.html", url)] : []),
  }),
);
/** An event of the worker's own, which goes on until its work is done. */
type Lasting = Event & { readonly data?: unknown; waitUntil(work: Promise<unknown>): void };
const on = (name: string, act: (event: Lasting) => unknown) => addEventListener(name, act as EventListener);

/** Workbox fetches only what is missing, and looks at the name of the event whether to keep it. */
function keepKiosk(event: Lasting): Promise<unknown> {
  return kiosk.install({
    type: "install",
    waitUntil: (work: Promise<unknown>) => event.waitUntil(work),
  } as Lasting);
}
async function whereKiosk(act: () => Promise<unknown>): Promise<void> {
  if (await caches.has(KIOSK_CACHE)) await act();
}

on("message", (event) => event.data === KIOSK_CACHE && event.waitUntil(keepKiosk(event)));
on("install", (event) => event.waitUntil(whereKiosk(() => keepKiosk(event))));
on("activate", (event) => event.waitUntil(whereKiosk(() => kiosk.activate(event))));

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/media/"),
  async ({ request }) => {
    const kept = await caches.match(request.url, { cacheName: MEDIA_CACHE });
    return kept ? partOf(kept, request.headers.get("range")) : fetch(request);
  },
);

// Fonts of single scripts are too heavy for every screen, and are kept when a screen first needs one.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/assets\/.*\.woff2$/.test(url.pathname),
  async ({ request }) => {
    const fonts = await caches.open(FONTS);
    const kept = await fonts.match(request.url);
    if (kept) return kept;
    const fetched = await fetch(request);
    if (fetched.ok) await fonts.put(request.url, fetched.clone());
    return fetched;
  },
);
