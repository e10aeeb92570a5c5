import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Window } from "#shared/schema.ts";
import { centre } from "../../support/drafts.ts";
import { KEYS, keymapOf } from "../../support/guard/keyboard.ts";
import { type LaunchedKiosk, launchedKiosk, PIN } from "../../support/guard/launched.ts";
import { until } from "../../support/guard/until.ts";

/** What is no promise of time: a busy machine has its patience. */
const PATIENCE = { timeout: 60_000 };

describe("a kiosk that the launcher keeps on the glass, under the whole policy", { timeout: 120_000 }, () => {
  let kiosk: LaunchedKiosk;
  beforeAll(async () => {
    kiosk = await launchedKiosk();
  }, 120_000);
  afterAll(() => kiosk?.close());

  const HOME = /^(Kiosk|Set up this screen)/;
  const heard = (what: string): boolean => kiosk.reached.includes(`jobs.test /told-${what}`);

  /** Whether what is done leads to this alone on the glass, before anybody would do it again. */
  async function leadsTo(title: RegExp, act: () => Promise<void>): Promise<boolean> {
    await act();
    const only = async (): Promise<boolean> => {
      const [first = "", ...others] = await kiosk.glass.windows();
      return others.length === 0 && title.test(first);
    };
    const seen = until(only, { timeout: 8_000, interval: 100 });
    return seen.then(() => true, () => false); // prettier-ignore
  }

  /**
   * A page of an approved site is on the glass, and hears what is typed. A guard that has just started goes home, and
   * takes what was opened before that for a former visitor's: it is opened again.
   */
  async function atSite(page: string, title = new RegExp(`^jobs.test ${page}`)): Promise<void> {
    const open = (): Promise<void> => kiosk.open(kiosk.at("jobs", page));
    await expect.poll(() => leadsTo(title, open), PATIENCE).toBe(true);
  }

  /** Touches the page until it says so: what opens beside the one tab loads once more in it, and forgets a touch. */
  async function touched(title: RegExp): Promise<void> {
    const touch = (): Promise<void> => kiosk.glass.click(600, 300);
    await expect.poll(() => leadsTo(title, touch), PATIENCE).toBe(true);
  }

  /** Whatever is open over the page would keep this letter from it. */
  async function typedReaches(letter: string): Promise<void> {
    const typed = async (): Promise<boolean> => {
      await kiosk.glass.type(letter);
      return heard(`key-${letter}`);
    };
    await expect.poll(typed).toBe(true);
    await expect.poll(() => kiosk.glass.windows()).toHaveLength(1);
  }

  async function restarts(before: number): Promise<void> {
    const other = async (): Promise<boolean> => {
      const now = await kiosk.browser().catch(() => before);
      return Number.isFinite(now) && now !== before;
    };
    await expect.poll(other, PATIENCE).toBe(true);
    await kiosk.shows(HOME);
  }

  test("shows a code, and once it is paired it opens its centre's websites without a restart, full screen", async () => {
    await kiosk.shows(HOME);
    await kiosk.pair();
    const list = async (): Promise<readonly string[]> => (await kiosk.policy()).URLAllowlist;
    await expect.poll(list).toContain(kiosk.at("jobs"));
    // Chromium takes a changed file over by itself within seconds: until then the friendly page stands there.
    const opened = async (): Promise<boolean> => {
      await kiosk.open(kiosk.at("jobs", "felt"));
      return kiosk.reached.some((one) => one.startsWith("jobs.test /felt"));
    };
    await expect.poll(opened, { ...PATIENCE, interval: 1_000 }).toBe(true);
    await kiosk.shows(/^jobs.test felt/);
    await expect.poll(() => heard("size-true")).toBe(true);
  });

  test("keys of the browser open, close and leave nothing, save nothing and print nothing", async () => {
    const { glass } = kiosk;
    const before = await kiosk.browser();
    for (const [at, keys] of KEYS.browsers.entries()) {
      await glass.press(...keys);
      // Whatever opened would stay, and take the letters that follow.
      await glass.type("abcdefgh"[at % 8]!);
    }
    await typedReaches("i");
    for (const letter of "abcdefgh") await expect.poll(() => heard(`key-${letter}`)).toBe(true);
    expect(heard("beforeprint")).toBe(false);
    await expect(access(path.join(kiosk.root, "var/lib/signpost-kiosk/Downloads"))).rejects.toThrow();
    expect(await kiosk.browser()).toBe(before);
    // Nor does a debugger come in from beside it, though its flag is set.
    await expect(access(path.join(kiosk.root, "var/lib/signpost-kiosk/profile/DevToolsActivePort"))).rejects.toThrow(); // prettier-ignore
  });

  test("a menu at the right button, and a link that is dragged away, lead nowhere", async () => {
    await atSite("felt");
    await kiosk.glass.click(600, 300, "right");
    await typedReaches("j");
    await atSite(`blank?to=${encodeURIComponent(kiosk.at("stranger"))}`, /^leading/);
    await kiosk.glass.drag([300, 300], [900, 500]);
    await kiosk.shows(/^dragged/);
    await atSite("felt");
    await typedReaches("k");
    expect(kiosk.reached.filter((one) => one.startsWith("evil.test"))).toEqual([]);
  });

  test("no page opens a file dialog, a floating window or a colour picker that stays", async () => {
    for (const page of ["files", "picker"]) {
      await atSite(page);
      await touched(/^touched/);
    }
    await atSite("aside");
    await touched(/^refused/);
    await atSite("felt");
    await typedReaches("c");
    await expect.poll(() => kiosk.glass.windows()).toHaveLength(1);
  });

  test("no page gets at a device or at a visitor's own, and no box opens that asks for one", async () => {
    const answers = {
      usb: "NotFoundError",
      serial: "NotFoundError",
      hid: "gave \\[\\]",
      midi: "NotAllowedError",
      passkey: "NotAllowedError",
      keyboard: "NotAllowedError",
      screen: "NotAllowedError",
      fonts: "gave \\[\\]",
      clipboard: "NotAllowedError",
    };
    await atSite("device");
    for (const [what, answer] of Object.entries(answers)) {
      await touched(new RegExp(`^${what}`));
      // Nobody touches anything now, which would end a box and answer as well.
      await kiosk.shows(new RegExp(`^${what} ${answer}`));
    }
    await atSite("felt");
    await typedReaches("m");
    expect(kiosk.reached).toContain("jobs.test /device");
  });

  test("a page under a bad certificate stays shut, whatever is typed", async () => {
    await kiosk.hub.done("saveItem", kiosk.website("unsafe"));
    await kiosk.hub.done("publishItem", { id: "unsafe", over: null });
    const list = async (): Promise<readonly string[]> => (await kiosk.policy()).URLAllowlist;
    await expect.poll(list).toContain(kiosk.at("unsafe"));
    const unsafe = async (): Promise<readonly string[]> => {
      await kiosk.open(kiosk.at("unsafe"));
      return kiosk.glass.windows();
    };
    await expect.poll(unsafe, { ...PATIENCE, interval: 1_000 }).toEqual([expect.stringMatching(/^That page is not safe/)]); // prettier-ignore
    await kiosk.glass.type("thisisunsafe");
    await atSite("felt");
    expect(kiosk.reached.filter((one) => one.startsWith("unsafe.test"))).toEqual([]);
  });

  test("an installer turns the picture and unpairs it behind a PIN, and nobody else does", async () => {
    const { glass } = kiosk;
    const menu = async (): Promise<void> => {
      await kiosk.open(`${kiosk.hub.url}/kiosk`);
      await kiosk.shows(HOME);
      // A page that is just loading misses some of them.
      const corner = async (): Promise<void> => {
        for (let touch = 0; touch < 5; touch += 1) await glass.click(20, 20);
      };
      await expect.poll(() => leadsTo(/^Installer/, corner), PATIENCE).toBe(true);
    };
    const settings = async () =>
      JSON.parse(await readFile(path.join(kiosk.root, "etc/signpost-kiosk/settings.json"), "utf8")) as {
        rotation?: string;
      };
    await menu();
    await glass.type("1111\n");
    await glass.type("\t\t\n");
    expect((await settings()).rotation).toBeUndefined();
    await menu();
    await glass.type(`${PIN}\n`);
    await kiosk.shows(/^Installer.*: open/);
    await glass.type("\t\t\n");
    await expect.poll(async () => (await settings()).rotation).toBe("90");
    await expect.poll(() => kiosk.asked()).toContain("swaymsg output * transform 90");
    // Else a finger would touch where the picture was before.
    await expect
      .poll(() => kiosk.asked())
      .toMatch(/transform 90\n[^]*input type:touch map_to_output HDMI-A-1\n/);
    // Five further on is "unpair", which is asked twice.
    await glass.type("\t\t\t\t\t\n\n");
    const paired = async (): Promise<number> =>
      ((await kiosk.hub.done("listScreens", {})) as unknown[]).length;
    await expect.poll(paired).toBe(0);
    await expect.poll(async () => (await kiosk.policy()).URLAllowlist).toEqual([kiosk.hub.url]);
  });

  test("outside its centre's hours the television goes dark, and is lit again with them", async () => {
    await kiosk.pair();
    await kiosk.shows(/^Kiosk/);
    const day = async (opening: Window[]): Promise<void> => {
      const [{ revision }] = await kiosk.hub.done("listCentres", {});
      await kiosk.hub.done("saveCentre", { centre: centre("larkhill", { opening }), over: revision });
    };
    await day(kiosk.closedNow());
    await expect.poll(() => kiosk.asked()).toMatch(/output \* dpms off[^]*standby 0/);
    await day([]);
    await expect.poll(() => kiosk.asked()).toMatch(/dpms off[^]*dpms on[^]*on 0/);
  });

  test("a browser that dies or hangs is started again", async () => {
    for (const end of ["SIGKILL", "SIGSTOP"] as const) {
      const before = await kiosk.browser();
      process.kill(before, end);
      await restarts(before);
      expect(await kiosk.browser()).not.toBe(before);
    }
  });

  test("a window that the desktop closes is back at home", async () => {
    await atSite("felt");
    await kiosk.glass.press(...KEYS.desktops[0]);
    await expect.poll(() => kiosk.glass.windows(), PATIENCE).toEqual([expect.stringMatching(HOME)]);
  });

  test("under the launcher's keyboard nothing closes, switches or leaves it", async () => {
    const before = await kiosk.browser();
    await kiosk.glass.wearKeymap(...(await keymapOf(kiosk.root)));
    for (const keys of [...KEYS.desktops, ...KEYS.browsers]) await kiosk.glass.press(...keys);
    await atSite("felt");
    await typedReaches("d");
    expect(await kiosk.browser()).toBe(before);
  });
});
