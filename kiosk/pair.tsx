/** `/pair`: shows a code until an adviser has entered it, and then becomes the screen that she chose. */
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { startCheckup } from "./live/health.ts";
import { mendOldBrowser } from "./live/old-browsers.ts";
import { startUpdates } from "./live/update.ts";
import { PairingFace } from "./screens/pairing/PairingFace.tsx";
import { minutesLeft, startPairing } from "./screens/pairing/pairing.ts";

const PAGES = { board: "/board", kiosk: "/kiosk" } as const;
const LOOK = 5_000;

mendOldBrowser();
// Keeps this page on the device too, so that a power cut before pairing ends on it again.
startUpdates(() => Promise.resolve());
const checkup = startCheckup();
const { view } = startPairing(() => checkup.health(0, null));
const minutes = signal(0);

function look(): void {
  minutes.value = minutesLeft(view.value);
}

setInterval(look, LOOK);
effect(() => {
  look();
  if (view.value.state === "paired") location.replace(PAGES[view.value.kind]);
});
render(<PairingFace view={view} minutes={minutes} origin={location.origin} />, document.body);
