import { access, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LaunchedKiosk, launchedKiosk, PIN } from "../../support/guard/launched.ts";

const PATIENCE = { timeout: 60_000 };

let kiosk: LaunchedKiosk;
beforeAll(async () => {
  kiosk = await launchedKiosk({ watched: true });
  await kiosk.pair();
  await kiosk.shows(/^Kiosk/);
}, 120_000);
afterAll(() => kiosk?.close());

async function ask<T>(expression: string): Promise<T> {
  return (await kiosk.look()).ask<T>(expression);
}

describe("a finger on a page of an approved website", { timeout: 120_000 }, () => {
  /** Opened again where it was opened before the policy allowed it, or the guard had begun. */
  async function atSite(page: string, title: RegExp): Promise<void> {
    const there = async (): Promise<boolean> => {
      await kiosk.open(kiosk.at("jobs", page));
      return kiosk.shows(title, 8_000).then(() => true, () => false); // prettier-ignore
    };
    await expect.poll(there, PATIENCE).toBe(true);
  }

  test("on a document's buttons saves and prints nothing, and finds no way into anybody's cloud", async () => {
    await atSite("paper", /^paper/);
    // Asked for each time: what opens beside the one tab loads once more in it.
    const buttons = async (): Promise<[string, number, number][]> =>
      (await kiosk.look(/^chrome-extension:.*\/index\.html/)).ask(`(() => {
        const within = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
        return within(document).flatMap((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          return /^(CR-ICON-BUTTON|BUTTON)$/.test(one.tagName) && width ? [[one.id, Math.round(x + width / 2), Math.round(y + height / 2)]] : [];
        });
      })()`);
    const names = async (): Promise<readonly string[]> => (await buttons()).map(([name]) => name);
    await expect.poll(names).toEqual(expect.arrayContaining(["save", "print", "more"]));
    expect(await names()).not.toContainEqual(expect.stringMatching(/drive/i));
    for (const wanted of ["save", "print", "more"]) {
      let place: [number, number] | undefined;
      const found = async () => (place = (await buttons()).find(([name]) => name === wanted)?.slice(1) as typeof place); // prettier-ignore
      await expect.poll(found).toBeDefined();
      await kiosk.glass.click(...place!);
    }
    // Home is one touch away still.
    const home = async (): Promise<readonly string[]> => {
      await kiosk.glass.click(200, 756);
      return kiosk.glass.windows();
    };
    await expect.poll(home, { ...PATIENCE, interval: 500 }).toEqual([expect.stringMatching(/^Kiosk/)]);
    // The folder may be made; nothing comes into it.
    const saved = await readdir(path.join(kiosk.root, "var/lib/signpost-kiosk/Downloads")).catch(() => []);
    expect(saved).toEqual([]);
  });
});

describe("an installer at the screen itself", { timeout: 120_000 }, () => {
  const status = (): Promise<string> => ask("document.querySelector('[role=status]')?.textContent ?? ''");

  /** Where the middle of what bears this name lies on the glass; `null` while it is not there. */
  async function placeOf(name: string): Promise<[number, number] | null> {
    return ask(`(() => {
      const named = (one) => (one.getAttribute("aria-label") ?? one.textContent) === ${JSON.stringify(name)};
      const { x, y, width, height } = [...document.querySelectorAll("button")].find(named)?.getBoundingClientRect() ?? {};
      return width ? [Math.round(x + width / 2), Math.round(y + height / 2)] : null;
    })()`);
  }

  async function press(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      let place: [number, number] | null = null;
      await expect.poll(async () => (place = await placeOf(name))).not.toBeNull();
      await kiosk.glass.click(...place!);
    }
  }

  async function openMenu(): Promise<void> {
    const opened = async (): Promise<boolean> => {
      for (let touch = 0; touch < 5; touch += 1) await kiosk.glass.click(20, 20);
      return (await ask<string>("document.title")).startsWith("Installer");
    };
    await expect.poll(opened, PATIENCE).toBe(true);
  }

  test("touches its PIN, and learns that a wrong one is wrong", async () => {
    await openMenu();
    await press(..."1111", "Enter");
    await expect.poll(status).toBe("That is not the PIN.");
    await press(..."99", "Delete", "Delete", ...PIN, "Enter");
    await kiosk.shows(/^Installer.*: open/);
    const told = await ask<string>("document.querySelector('table').innerText");
    expect(told).toContain(`${kiosk.hub.url} answers`);
  });

  test("sees every part of the glass that feels touches, and how many do where some are dead", async () => {
    /** Those that are not green yet. */
    const fields = (): Promise<[number, number][]> =>
      ask(`[...document.querySelectorAll(".touch button:not(.felt)")].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [Math.round(x + width / 2), Math.round(y + height / 2)];
      })`);
    await press("Test touch");
    await expect.poll(fields).toHaveLength(24);
    // A person slides over what is not green until nothing is left.
    const slid = async (): Promise<string> => {
      const left = await fields();
      if (left.length > 0) await kiosk.glass.slide(...left);
      return status();
    };
    await expect.poll(slid).toBe("Every part of the glass feels touches.");
    await press("Test touch");
    await expect.poll(fields).toHaveLength(24);
    // Nobody touches the rest, and so it ends by itself.
    const alive = (await fields()).slice(0, 3);
    const felt = async (): Promise<number> => {
      for (const place of alive) await kiosk.glass.click(...place);
      return (await fields()).length;
    };
    await expect.poll(felt).toBe(21);
    await expect.poll(status, PATIENCE).toBe("3 of 24 fields felt a touch.");
    expect(await fields()).toEqual([]);
  });

  test("hears a tone, or is told that none could be played", async () => {
    await press("Test sound");
    await expect.poll(status).toMatch(/^A tone was played/);
    expect(await kiosk.asked()).toMatch(/^speaker-test /m);
    await writeFile(path.join(kiosk.root, "bin/speaker-test"), "#!/bin/sh\nexit 1\n");
    await press("Test sound");
    await expect.poll(status).toBe("That could not be done.");
  });

  test("leaves the kiosk after a second yes: the browser ends, and the service is not to start it again", async () => {
    await press("Leave the kiosk");
    await press("Yes, leave it");
    expect(await kiosk.ended).toBe(7);
    await access(path.join(kiosk.root, "var/lib/signpost-kiosk/left"));
    await expect.poll(() => kiosk.glass.windows()).toEqual([]);
  });
});
