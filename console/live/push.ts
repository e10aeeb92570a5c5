/** Being told on this browser: its service worker shows what the hub pushes, also while no page is open. */

/** Browsers push to pages at a safe address only. */
export function canBeTold(): boolean {
  return "serviceWorker" in navigator && "PushManager" in globalThis;
}

interface Subscribed {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Asks the person and the browser. `pushDenied` where either says no, `pushFailed` where it cannot be done. */
export async function subscribeHere(key: string): Promise<Subscribed | "pushDenied" | "pushFailed"> {
  if ((await Notification.requestPermission()) !== "granted") return "pushDenied";
  try {
    const registration = await navigator.serviceWorker.register("/console/told.js", { scope: "/console/" });
    await ready(registration);
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key,
    });
    const { endpoint, keys = {} } = subscription.toJSON();
    const { p256dh, auth } = keys;
    return endpoint && p256dh && auth ? { endpoint, keys: { p256dh, auth } } : "pushFailed";
  } catch {
    return "pushFailed";
  }
}

async function ready({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting;
  if (active || !coming) return;
  await new Promise<void>((resolve) => {
    coming.addEventListener("statechange", () => coming.state === "activated" && resolve());
  });
}
