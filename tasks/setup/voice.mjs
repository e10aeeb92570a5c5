import { spawnSync } from "node:child_process";
import { installPackages } from "./debian.mjs";
import { say } from "./root.mjs";

/** What speaks in the tests, from Debian's packages. Where it cannot be had, the tests that need it say so. */
export async function ensureVoice() {
  if (["espeak-ng", "opusenc"].every((name) => spawnSync(name, ["--version"]).status === 0)) return;
  say("Installing espeak-ng for the tests of reading aloud.");
  if (!(await installPackages("espeak-ng", "opus-tools"))) {
    say("It could not be installed (on Debian and Ubuntu: sudo apt install espeak-ng opus-tools).");
  }
}
