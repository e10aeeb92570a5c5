/**
 * Chromium under a managed policy of the test's own. It reads policies from a system folder only, so it is
 * started in a mount namespace in which that folder is the test's: nothing is left on the machine.
 */
import { execFileSync } from "node:child_process";
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { findChromium } from "../../../tasks/setup/chromium.mjs";

export interface Policed {
  /** A program that is that Chromium: for Playwright, or to be started by itself. */
  readonly executablePath: string;
  /** Puts another policy in place; a Chromium that runs takes it over by itself. */
  setPolicy(policy: unknown): Promise<void>;
}

/**
 * A Chromium that is held to `policy`, made in an empty folder.
 * @param managed where the policy lies; with one's own, somebody else may write it
 */
export async function policedChromium(
  folder: string,
  policy: unknown,
  managed = path.join(folder, "managed"),
): Promise<Policed> {
  const chromium = findChromium(process.env);
  if (!chromium) throw new Error("There is no Chromium here: run `npm test`, or name one in CHROMIUM.");
  await mkdir(managed, { recursive: true });
  const setPolicy = async (next: unknown): Promise<void> => {
    const aside = path.join(folder, "next.json");
    await writeFile(aside, JSON.stringify(next));
    await rename(aside, path.join(managed, "signpost.json"));
  };
  if (policy !== null) await setPolicy(policy);
  const executablePath = path.join(folder, "chromium");
  await writeFile(
    executablePath,
    `#!/bin/sh
exec unshare ${namespace()} sh -c '
  set -e
  mount -t tmpfs tmpfs /etc/chromium
  mkdir -p /etc/chromium/policies/managed
  mount --bind "${managed}" /etc/chromium/policies/managed
  exec "${chromium}" "$@"
' sh "$@"
`,
  );
  await chmod(executablePath, 0o755);
  return { executablePath, setPolicy };
}

/** Root may make a mount namespace; another user needs one of users around it. */
function namespace(): string {
  const may = (flags: string): boolean => {
    try {
      execFileSync("unshare", [flags, "mount", "-t", "tmpfs", "tmpfs", "/etc/chromium"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };
  return may("-m") ? "-m" : "-rm";
}
