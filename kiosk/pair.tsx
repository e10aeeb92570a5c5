/** `/pair`: shows a code until an adviser has entered it, and then becomes the screen that she chose. */
import { render } from "preact";
import { startCheckup } from "./live/health.ts";
import { mendOldBrowser } from "./live/old-browsers.ts";
import { startUpdates } from "./live/update.ts";
import { whenever } from "./live/value.ts";
import { PairingFace } from "./screens/pairing/PairingFace.tsx";
import { minutesLeft, startPairing } from "./screens/pairing/pairing.ts";

const PAGES = { board: "/board", kiosk: "/kiosk" } as const;
const LOOK = 5_000;

mendOldBrowser();
// Keeps this page on the device too, so that a power cut before pairing ends on it again.
startUpdates(() => Promise.resolve());
const checkup = startCheckup();
const { view } = startPairing(() => checkup.health(0, null));

function look(): void {
  const { value } = view;
  if (value.state === "paired") location.replace(PAGES[value.kind]);
  render(<PairingFace view={value} minutes={minutesLeft(value)} origin={location.origin} />, document.body);
}

setInterval(look, LOOK);
whenever([view], look);
