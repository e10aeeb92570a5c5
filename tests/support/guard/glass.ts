/**
 * A screen and a keyboard that are real to the browser: an X server without a monitor, a window manager, and a hand
 * (xdotool). For what a debugging port would change, or a policy forbids one.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

const run = promisify(execFile);
const [WIDTH, HEIGHT] = [1280, 800];

export interface Glass {
  /** `:n`, as programs want it in DISPLAY. */
  readonly display: string;
  readonly width: number;
  readonly height: number;
  /** Presses keys together by their place on the keyboard, whatever the layout makes of them: `37+25` is Ctrl+W. */
  press(...codes: readonly number[]): Promise<void>;
  type(text: string): Promise<void>;
  click(x: number, y: number, button?: "left" | "right"): Promise<void>;
  /** Lays a finger down at the first place and slides over the others. */
  slide(...places: readonly (readonly [number, number])[]): Promise<void>;
  /** Holds what lies at the first place, and lets it go at the second. */
  drag(from: readonly [number, number], to: readonly [number, number]): Promise<void>;
  /** The titles of all windows to be seen. */
  windows(): Promise<readonly string[]>;
  /** From now on the keyboard is what this description makes of it. */
  wearKeymap(description: string, folder: string): Promise<void>;
  close(): Promise<void>;
}

export async function openGlass(): Promise<Glass> {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${WIDTH}x${HEIGHT}x24`, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  }); // prettier-ignore
  await once(server, "spawn");
  const [said] = (await once(server.stdio[3] as NodeJS.ReadableStream, "data")) as [Buffer];
  const display = `:${said.toString().trim()}`;
  const env = { ...process.env, DISPLAY: display };
  const manager = spawn("openbox", [], { env, stdio: "ignore" });
  await once(manager, "spawn");
  const hand = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run("xdotool", args, { env, encoding: "utf8" });
    return stdout;
  };
  return {
    display,
    width: WIDTH,
    height: HEIGHT,
    async press(...codes) {
      const down = codes.flatMap((code) => ["keydown", String(code)]);
      const up = codes.toReversed().flatMap((code) => ["keyup", String(code)]);
      await hand(...down, ...up);
    },
    async type(text) {
      await hand("type", "--delay", "30", text);
    },
    async click(x, y, button = "left") {
      await hand("mousemove", String(x), String(y), "click", button === "left" ? "1" : "3");
    },
    async slide(first, ...others) {
      const move = ([x, y]: readonly [number, number]) => [
        "mousemove",
        String(x),
        String(y),
        "sleep",
        "0.05",
      ];
      await hand(...move(first!), "mousedown", "1", ...others.flatMap(move), "mouseup", "1");
    },
    async drag(from, to) {
      const [start, end] = [from, to].map((place) => ["mousemove", ...place.map(String)]);
      await hand(...start!, "mousedown", "1", "sleep", "0.3", ...end!, "sleep", "0.3", "mouseup", "1");
    },
    async windows() {
      const found = await hand("search", "--onlyvisible", "--name", ".").catch(() => "");
      const titles = found
        .split("\n")
        .flatMap((id) => (id ? [hand("getwindowname", id).catch(() => "")] : []));
      return (await Promise.all(titles)).map((title) => title.trim()).filter(Boolean);
    },
    async wearKeymap(description, folder) {
      const child = run("xkbcomp", ["-w0", `-I${folder}`, "-", display]);
      child.child.stdin?.end(description);
      await child;
    },
    async close() {
      await ended(manager);
      await ended(server);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}
