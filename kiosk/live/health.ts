/** What a screen tells of itself with every heartbeat. */
import type { Health } from "#shared/screens/screen.ts";
import { APP } from "./app.ts";
import { guarded } from "./guarded.ts";

const MINUTE = 60_000;

export interface Checkup {
  health(painted: number, clockError: number | null): Health;
  stop(): void;
}

/** Looks at the storage now and then; everything else is read when it is asked for. */
export function startCheckup(): Checkup {
  let storageLeft: number | null = null;

  async function look(): Promise<void> {
    const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
    storageLeft = quota === undefined || usage === undefined ? null : Math.max(0, Math.floor(quota - usage));
  }
  const timer = setInterval(() => void look(), 10 * MINUTE);
  void look();

  return {
    health: (painted, clockError) => ({
      app: APP,
      painted,
      clockError: clockError === null ? null : Math.round(clockError),
      picture: { width: innerWidth, height: innerHeight },
      storageLeft,
      keepsCopy: Boolean(navigator.serviceWorker?.controller),
      guard: guarded(),
      secure: isSecureContext,
    }),
    stop: () => clearInterval(timer),
  };
}
