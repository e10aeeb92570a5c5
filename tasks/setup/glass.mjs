import { isThere } from "./chromium.mjs";
import { installPackages } from "./debian.mjs";
import { say, Unready } from "./root.mjs";

/** What a kiosk's tests need beside Chromium, and Debian's packages that have it: a screen, a desk, a hand, the launcher's Python. */
const programs = { Xvfb: "xvfb", xkbcomp: "x11-xkb-utils", openbox: "openbox", xdotool: "xdotool", python3: "python3-minimal" }; // prettier-ignore

/** Finds all of them, or installs Debian's; where that cannot be done it says what to do. */
export async function ensureGlass() {
  const missing = () => Object.entries(programs).flatMap(([program, of]) => (isThere(program) ? [] : [of]));
  if (missing().length === 0) return;
  say("Installing a screen and a keyboard for the tests of kiosks.");
  await installPackages(...missing());
  const still = missing().join(" ");
  if (still)
    throw new Unready(`The kiosk's tests need more. On Debian and Ubuntu: sudo apt install ${still}`);
}
