/**
 * What one screen shows, for the console that frames this page: the board's own parts, on the slide that
 * the screen says it is on. It is looked at, and reports to nobody.
 */
import type { Own } from "#shared/screens/own.ts";
import { faces } from "./kinds.tsx";
import type { About } from "./live/about.ts";
import { startLive } from "./live/live.ts";
import { mendOldBrowser } from "./live/old-browsers.ts";
import { valued, whenever } from "./live/value.ts";
import { followScreen } from "./screens/follow.ts";
import { runBoard } from "./screens/run.tsx";

interface Said {
  readonly showing: string;
  readonly own: Own;
}

function start(root: HTMLElement): void {
  mendOldBrowser();
  const live = startLive({ centre: new URLSearchParams(location.search).get("centre"), kind: "board" });
  const about = valued<About | null>(null);
  let said: Said = { showing: "", own: {} };
  const tell = () => {
    about.value = live.about.value && { ...live.about.value, own: said.own };
  };
  addEventListener("message", ({ origin, source, data }: MessageEvent<Said>) => {
    if (origin !== location.origin || source !== parent) return;
    said = data;
    tell();
  });
  whenever([live.about], tell);
  runBoard({
    live: { ...live, about, painted: () => {}, shows: () => {} },
    root,
    faces,
    direct: followScreen(() => said.showing),
    turned: () => {},
    fault: (error) => console.error(error),
  });
  // Whoever frames this may speak from now on.
  parent.postMessage("ready", location.origin);
}

start(document.getElementById("screen")!);
