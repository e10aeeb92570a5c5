/**
 * A board as it will be at another time, for whoever looks after it: the board itself, by the one
 * rule of what shows, with what is known today and a clock that stands. It is no screen: it keeps
 * nothing, tells the hub nothing, and asks once.
 */
import type { Changes } from "#shared/programme.ts";
import { faces } from "./kinds.tsx";
import { createClock } from "./live/clock.ts";
import { NOTHING, replaced } from "./live/items.ts";
import type { Live } from "./live/live.ts";
import { mendOldBrowser } from "./live/old-browsers.ts";
import { valued } from "./live/value.ts";
import { runBoard } from "./screens/run.tsx";

async function start(root: HTMLElement): Promise<void> {
  mendOldBrowser();
  const asked = new URLSearchParams(location.search);
  const at = Date.parse(asked.get("at") ?? "");
  const holdings = valued(NOTHING);
  const state = valued<Live["state"]["value"]>("starting");
  // Device and monotonic clock stand still together, so that the hub's word stays as it was given.
  const clock = createClock({ device: () => at, monotonic: () => 0, kept: null });
  clock.hear(at);
  const live: Live = { holdings, state, about: valued<Live["about"]["value"]>(null), clock, attuned: valued(0), called: valued(null), painted() {}, shows() {}, stop() {} }; // prettier-ignore
  runBoard({ live, root, faces, turned() {}, fault: console.error });
  const slug = encodeURIComponent(asked.get("centre") ?? "");
  const answer = await fetch(`/api/v1/centres/${slug}/programme?for=board`);
  if (!answer.ok || Number.isNaN(at)) {
    state.value = "no-such-centre";
    return;
  }
  holdings.value = replaced((await answer.json()) as Changes);
  state.value = "online";
}

void start(document.getElementById("screen")!);
