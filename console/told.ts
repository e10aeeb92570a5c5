/** The console's service worker: shows what the hub pushes, and leads to where it is about. Nothing else. */

import type { Told } from "#shared/messages/told.ts";

/** As much of a service worker's surroundings as is used; the page's own types are loaded here. */
declare const self: {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(how: { readonly type: "window" }): Promise<readonly Client[]>;
    openWindow(path: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", act: (event: Lasting) => void): void;
  addEventListener(type: "push", act: (event: Lasting & { readonly data: { json(): unknown } | null }) => void): void; // prettier-ignore
  addEventListener(type: "notificationclick", act: (event: Lasting & { readonly notification: Notification }) => void): void; // prettier-ignore
};

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Client {
  focus(): Promise<unknown>;
  navigate(path: string): Promise<unknown>;
}

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  if (!event.data) return;
  const { id, title, body, url } = event.data.json() as Told;
  event.waitUntil(
    self.registration.showNotification(title, { body, tag: id, icon: "/icon-192.png", data: url }),
  );
});

self.addEventListener("notificationclick", (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(lead(typeof notification.data === "string" ? notification.data : "/console"));
});

/** To a console that is open already, else to a new one; never anywhere but on this hub. */
async function lead(address: string): Promise<void> {
  const { pathname, search } = new URL(address, self.location.origin);
  const [first] = await self.clients.matchAll({ type: "window" });
  if (!first) return void (await self.clients.openWindow(pathname + search));
  // Where the browser does not let it come to the front, it is still led there.
  await first.focus().catch(() => undefined);
  await first.navigate(pathname + search);
}
