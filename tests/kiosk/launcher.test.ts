import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

const LAUNCHER = path.join(import.meta.dirname, "../../kiosk/guard/launch/signpost-kiosk");
/** What would change the machine: each writes down what it was asked. */
const MACHINE = ["apt-get", "systemctl", "useradd", "chown", "id"];

describe("the launcher puts itself on a device", () => {
  let root: string;
  beforeAll(async () => {
    const folder = await temporaryFolder("device");
    root = folder.path;
    await mkdir(path.join(root, "bin"));
    for (const name of MACHINE) {
      const file = path.join(root, "bin", name);
      await writeFile(file, `#!/bin/sh\necho "${name} $*" >> "${root}/asked"\n[ ${name} != id ]\n`);
      await chmod(file, 0o755);
    }
    return folder.remove;
  });

  const env = (): NodeJS.ProcessEnv => ({
    ...process.env,
    SIGNPOST_KIOSK_ROOT: root,
    PATH: `${root}/bin:${process.env.PATH}`,
  });
  async function install(args: readonly string[], typed = ""): Promise<string> {
    const running = promisify(execFile)("python3", ["-B", LAUNCHER, "install", ...args], { env: env() });
    running.child.stdin?.end(typed);
    return (await running).stdout;
  }
  const read = (file: string): Promise<string> => readFile(path.join(root, file), "utf8");
  const settings = async () => JSON.parse(await read("etc/signpost-kiosk/settings.json")) as Settings;

  interface Settings {
    readonly hub: string;
    readonly rotation: string;
    readonly printer: boolean;
    readonly pin: { readonly salt: string; readonly hash: string };
  }

  test("it asks for nothing but the hub's address, and says the PIN once", async () => {
    const said = await install([], "hub.example:8080\n");
    const [, pin = ""] = /PIN is (\d{6})/.exec(said) ?? [];
    expect(pin).toMatch(/^\d{6}$/);
    expect(await settings()).toMatchObject({ hub: "http://hub.example:8080", rotation: "normal" });
    expect(JSON.stringify(await settings())).not.toContain(pin);
    // Only the kiosk's own user reads it.
    expect((await stat(path.join(root, "etc/signpost-kiosk/settings.json"))).mode & 0o777).toBe(0o600);
  });

  test("it brings Chromium, the compositor and the service, and the terminal gives way to it", async () => {
    const asked = await read("asked");
    expect(asked).toMatch(/^apt-get install .*\bchromium chromium-sandbox sway libpam-systemd cec-utils\b/m);
    expect(asked).toMatch(/^systemctl enable signpost-kiosk\.service signpost-kiosk-update\.timer$/m);
    expect(asked).toMatch(/^systemctl disable --now getty@tty1\.service$/m);
    expect(asked).toMatch(/^chown -R signpost-kiosk: /m);
    expect(await read("usr/local/bin/signpost-kiosk")).toBe(await readFile(LAUNCHER, "utf8"));
    expect(await read("etc/systemd/system/signpost-kiosk-update.service")).toMatch(/--only-upgrade chromium/);
    const unit = await read("etc/systemd/system/signpost-kiosk.service");
    expect(unit).toContain("ExecStart=/usr/local/bin/signpost-kiosk session");
    // Either would hide the session's own folder, or forbid to write there: the compositor would not start.
    expect(unit).not.toMatch(/^Protect(Home|System=strict)/m);
    const keys = (await read("usr/local/share/signpost-kiosk/sway.conf")).match(
      /^(bindsym|bindcode|mode) /gm,
    );
    expect(keys).toBeNull();
    expect(unit).toContain("XKB_CONFIG_EXTRA_PATH=/usr/local/share/signpost-kiosk/xkb");
    expect(await read("usr/local/share/signpost-kiosk/xkb/symbols/signpost")).toContain("<LCTL>");
  });

  test("installed again it moves to another hub and keeps its PIN", async () => {
    const { pin } = await settings();
    const said = await install(["--hub", "https://signpost.example", "--rotate", "90", "--printer"]);
    expect(said).not.toMatch(/PIN/);
    expect(await settings()).toMatchObject({
      hub: "https://signpost.example",
      rotation: "90",
      printer: true,
      pin,
    });
  });

  test("only a kiosk with a printer prints without a dialog", async () => {
    const start = "import json,runpy,sys; print(json.dumps(runpy.run_path(sys.argv[1])['chromium_command'](json.loads(sys.argv[2]))))"; // prettier-ignore
    const flags = async (printer: boolean) => {
      const given = JSON.stringify({ hub: "http://hub.example", printer });
      const { stdout } = await promisify(execFile)("python3", ["-B", "-c", start, LAUNCHER, given], { env: env() }); // prettier-ignore
      return JSON.parse(stdout) as readonly string[];
    };
    expect(await flags(true)).toContain("--kiosk-printing");
    expect(await flags(false)).not.toContain("--kiosk-printing");
  });

  test.each(["", "ftp://hub.example", "http://", "http://user:pass@hub.example", "http://hub.example:x"])(
    "what is no hub's address is refused before anything is changed: %s",
    async (address) => {
      const before = await read("asked");
      await expect(install([], `${address}\n`)).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining("must look like"),
      });
      expect(await read("asked")).toBe(before);
    },
  );
});
