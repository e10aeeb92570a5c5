/** The board: a screen that is looked at. Puts together what the folders beside it do. */
import { faces } from "./kinds.tsx";
import { startLive } from "./live/live.ts";
import { mendOldBrowser } from "./live/old-browsers.ts";
import { whenever } from "./live/value.ts";
import { keepAwake, shiftPicture, startRecovery } from "./screens/care.ts";
import { runBoard } from "./screens/run.tsx";

function start(root: HTMLElement): void {
  mendOldBrowser();
  const waiting = new Set<() => void>();
  const turned = () => {
    for (const go of waiting) go();
    waiting.clear();
  };
  const live = startLive({
    centre: new URLSearchParams(location.search).get("centre"),
    kind: "board",
    calm: () => new Promise((resolve) => waiting.add(resolve)),
  });
  const { fault } = startRecovery(
    () => live.state.value === "online" || Boolean(navigator.serviceWorker?.controller),
  );
  runBoard({ live, root, faces, turned, fault });
  shiftPicture(root);
  keepAwake();
  whenever([live.state], () => {
    if (live.state.value === "unpaired") location.replace("/pair");
  });
}

start(document.getElementById("screen")!);
