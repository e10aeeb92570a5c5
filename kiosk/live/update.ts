/** Keeps the page's own build current: a new one is fetched quietly and taken over by one reload. */
import { Workbox } from "workbox-window";
import { APP } from "./app.ts";
import { between } from "./path.ts";

/** After a hub's upgrade all its screens notice at once: they fetch the build at random within this. */
const SPREAD = [0, 30_000] as const;
/** How long a new build may take to be fetched before the page reloads without it. */
const PATIENCE = 120_000;

export interface Updates {
  /** The hub serves this build; a page of another fetches it at leisure and reloads when it is there. */
  noticed(app: string): void;
  /** The hub cannot talk to this page: it needs this build, and reloads even if that cannot be kept. */
  needed(app: string): void;
  stop(): void;
}

/** `calm` resolves when a reload disturbs nobody. */
export function startUpdates(calm: () => Promise<void>): Updates {
  const workbox = "serviceWorker" in navigator ? new Workbox("/sw.js") : null;
  const registered = workbox ? workbox.register().catch(() => undefined) : Promise.resolve(undefined);
  let target = APP;
  let fetching: ReturnType<typeof setTimeout> | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  function reload(): void {
    void calm().then(() => reloadOnce(target));
  }

  /** Fetches a newer service worker, which brings its build; where there is none, a reload does. */
  async function fetchBuild(): Promise<void> {
    fetching = undefined;
    const registration = await registered;
    if (registration) await registration.update().catch(() => undefined);
    else reload();
  }

  workbox?.addEventListener("controlling", ({ isUpdate, isExternal }) => {
    if (isUpdate || isExternal) reload();
  });

  return {
    noticed(app) {
      if (app === APP) return;
      target = app;
      fetching ??= setTimeout(() => void fetchBuild(), between(SPREAD));
    },
    needed(app) {
      target = app;
      void fetchBuild();
      deadline ??= setTimeout(() => reloadOnce(target), PATIENCE);
    },
    stop() {
      clearTimeout(fetching);
      clearTimeout(deadline);
    },
  };
}

/** At most once from this build to that one, so that a build which cannot be had makes no loop. */
function reloadOnce(target: string): void {
  const step = `reloaded ${APP} > ${target}`;
  try {
    if (sessionStorage.getItem(step)) return;
    sessionStorage.setItem(step, new Date().toISOString());
  } catch {
    return;
  }
  location.reload();
}
