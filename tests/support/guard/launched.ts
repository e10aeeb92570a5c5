/**
 * A kiosk as the launcher starts it: the real program below a folder that it takes for the root, under the hub's whole
 * policy, with nothing that looks into the browser. What happens is seen on the glass, by the sites and by the hub.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdir, readFile, readlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import type { Window } from "#shared/schema.ts";
import { centre } from "../drafts.ts";
import { temporaryFolder } from "../folder.ts";
import { type RunningHub, startHub } from "../hub.ts";
import { publish } from "../publish.ts";
import { website } from "../websites.ts";
import { type Session, type Talk, talkTo } from "./devtools.ts";
import { type Glass, openGlass } from "./glass.ts";
import { policedChromium } from "./policed.ts";
import { until } from "./until.ts";
import { serveSites, type Sites } from "./serving.ts";

export const LAUNCHER = path.join(import.meta.dirname, "../../../kiosk/guard/launch/signpost-kiosk");
const PATIENCE = 40_000;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export const PIN = "2468";

export interface LaunchedKiosk {
  readonly hub: RunningHub;
  readonly glass: Glass;
  readonly at: Sites["at"];
  readonly reached: readonly string[];
  /** The folder that is the device's root. */
  readonly root: string;
  /** What the programs of the device were asked to do: the television's, the compositor's, the loudspeaker's. */
  asked(): Promise<string>;
  policy(): Promise<{ readonly URLAllowlist: readonly string[] }>;
  /** Types the code on the glass into the console, and waits until the device has taken it. */
  pair(): Promise<void>;
  /** One of the sites, as it is approved. */
  website(site: "jobs" | "unsafe"): ReturnType<typeof website>;
  /** Opening hours that are not now. */
  closedNow(): Window[];
  /** Opens an address in the browser that runs, as a link on the hub's page would. */
  open(address: string): Promise<void>;
  /** Waits until just this is on the glass. */
  shows(title: RegExp, patience?: number): Promise<void>;
  /** The page on the glass from within, or a frame of such an address in it: only where a test was let look. */
  look(frame?: RegExp): Promise<Session>;
  /** The browser's process. */
  browser(): Promise<number>;
  /** The launcher's end: its exit status. */
  readonly ended: Promise<number | null>;
  close(): Promise<void>;
}

/** @param watched opens to the test what the policy keeps shut: a look into the browser, and nothing else */
export async function launchedKiosk({ watched = false } = {}): Promise<LaunchedKiosk> {
  const folder = await temporaryFolder("launched");
  const root = path.join(folder.path, "root");
  const state = path.join(root, "var/lib/signpost-kiosk");
  const managed = path.join(root, "etc/chromium/policies/managed");
  const reached: string[] = [];
  const [sites, glass] = await Promise.all([serveSites(folder.path, reached), openGlass()]);
  const hub = await startHub({
    databaseUrl: `file:${path.join(folder.path, "hub.db")}`,
    data: path.join(folder.path, "data"),
    pages: true,
  });
  await hub.done("saveCentre", { centre: centre("larkhill"), over: null });
  await publish(hub, website("jobs", sites.at("jobs"), ["larkhill"], { helpers: [] }));
  const policed = await policedChromium(folder.path, null, managed);
  await writeDevice(root, { hub: hub.url, browser: policed.executablePath, silentAfter: 25, flags: flagsFor(sites), pin: await hashedPin() }); // prettier-ignore
  // Of two files Chromium believes the one that comes later by its name.
  if (watched)
    await writeFile(path.join(managed, "watched.json"), JSON.stringify({ RemoteDebuggingAllowed: true, DeveloperToolsAvailability: 1 })); // prettier-ignore
  const env = {
    ...process.env,
    PATH: `${root}/bin:${process.env.PATH}`,
    HOME: state,
    DISPLAY: glass.display,
    WAYLAND_DISPLAY: "",
    SIGNPOST_KIOSK_ROOT: root,
    SIGNPOST_KIOSK_PORT: "0",
  };
  const child = spawn("python3", ["-B", LAUNCHER, "run"], { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (part: Buffer) => (said = (said + part.toString()).slice(-2_000)));
  const ended = statusOf(child);
  let talk: Talk | null = null;
  const shows = async (title: RegExp, patience = PATIENCE): Promise<void> => {
    let seen: readonly string[] = [];
    const only = async (): Promise<boolean> => {
      seen = await glass.windows();
      return seen.length === 1 && title.test(seen[0]!);
    };
    await until(only, { timeout: patience, interval: 100 }).catch(() => {
      throw new Error(`Expected only ${title} on the glass, but there is ${JSON.stringify(seen)}\n${said}`);
    });
  };
  return {
    hub,
    glass,
    at: sites.at,
    reached,
    root,
    asked: () => readFile(path.join(root, "asked"), "utf8").catch(() => ""),
    policy: async () => JSON.parse(await readFile(path.join(managed, "signpost.json"), "utf8")),
    async pair() {
      const codes = hub.hub.database.reading
        .selectFrom("pairing")
        .select("code")
        .where("claimed", "is", null);
      // While the guard is being put in, a page that has just been closed may have asked for a code of its own.
      const paired = async (): Promise<boolean> => {
        for (const { code } of await codes.execute())
          await hub
            .done("pairScreen", { code, centre: "larkhill", kind: "kiosk", name: "Hall" })
            .catch(() => {});
        return ((await hub.done("listScreens", {})) as unknown[]).length > 0;
      };
      await until(paired, { timeout: PATIENCE, interval: 100 });
    },
    website: (site) => website(site, sites.at(site), ["larkhill"], { helpers: [] }),
    closedNow() {
      const day = new Date(Date.now() + 3 * 86_400_000).getUTCDay();
      return [{ days: [WEEKDAYS[day]!], start: "09:00", end: "10:00" }];
    },
    async open(address) {
      const args = [`--user-data-dir=${state}/profile`, "--no-sandbox", address];
      await promisify(execFile)(policed.executablePath, args, { env });
    },
    shows,
    async look(frame) {
      talk ??= await talkTo(await debuggerOf(state));
      const only = async () => {
        const all = frame ? await talk!.targets() : await talk!.pages();
        const [page, ...others] = frame ? all.filter(({ type, url }) => type === "iframe" && frame.test(url)) : all; // prettier-ignore
        return page && others.length === 0 && page;
      };
      const { targetId } = await until(only, { timeout: PATIENCE, interval: 50 });
      return talk.attach(targetId);
    },
    async browser() {
      // Chromium's own lock is named after the host and its process.
      const lock = await readlink(path.join(state, "profile/SingletonLock"));
      return Number(/-(\d+)$/.exec(lock)?.[1]);
    },
    ended,
    async close() {
      child.kill();
      await ended;
      await hub.stop();
      sites.close();
      await glass.close();
      await folder.remove();
    },
  };
}

async function debuggerOf(state: string): Promise<string> {
  const file = (): Promise<string> => readFile(path.join(state, "profile/DevToolsActivePort"), "utf8").catch(() => ""); // prettier-ignore
  const [port, where] = (await until(file, { timeout: PATIENCE, interval: 100 })).split("\n");
  return `ws://127.0.0.1:${port}${where}`;
}

function flagsFor(sites: Sites): readonly string[] {
  // What the last flag asks for, the policy refuses.
  return ["--remote-debugging-port=0", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-component-update", "--disable-sync", ...sites.flags]; // prettier-ignore
}

/** As the installation leaves it, with the programs that this computer has no device for. */
async function writeDevice(root: string, settings: object): Promise<void> {
  await mkdir(path.join(root, "etc/signpost-kiosk"), { recursive: true });
  await writeFile(path.join(root, "etc/signpost-kiosk/settings.json"), JSON.stringify(settings));
  await mkdir(path.join(root, "bin"));
  const programs = {
    swaymsg: `case "$*" in *get_outputs*) echo '[{ "name": "HDMI-A-1", "active": true }]';; esac`,
    "cec-client": "sed 's/^/television: /' >> \"$ASKED\"",
    "speaker-test": ":",
  };
  for (const [name, does] of Object.entries(programs)) {
    const file = path.join(root, "bin", name);
    await writeFile(file, `#!/bin/sh\nASKED="${root}/asked"\necho "${name} $*" >> "$ASKED"\n${does}\n`);
    await chmod(file, 0o755);
  }
}

/** By the launcher's own function. */
async function hashedPin(): Promise<{ salt: string; hash: string }> {
  await access(LAUNCHER);
  const salt = "00112233445566778899aabbccddeeff";
  const script = `import hashlib; print(hashlib.scrypt(b"${PIN}", salt=bytes.fromhex("${salt}"), n=16384, r=8, p=1).hex())`;
  const { stdout } = await promisify(execFile)("python3", ["-c", script]);
  return { salt, hash: stdout.trim() };
}

function statusOf(child: ChildProcess): Promise<number | null> {
  return once(child, "exit").then(([status]) => status as number | null);
}
