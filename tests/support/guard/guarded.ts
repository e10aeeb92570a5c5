/**
 * A kiosk as it stands in a centre: a hub, a paired Chromium under the hub's own policy with the guard that the policy
 * puts in, and the sites that it may and may not open, all of them real servers of this computer.
 */
import path from "node:path";

import { centre } from "../drafts.ts";
import { temporaryFolder } from "../folder.ts";
import type { HubOptions, RunningHub } from "../hub.ts";
import { publish } from "../publish.ts";
import { pairScreen } from "../screens.ts";
import { website } from "../websites.ts";
import { drive, type Driven, type Session, type Target } from "./devtools.ts";
import { policedChromium } from "./policed.ts";
import { until } from "./until.ts";
import { openCouncil, serveSites } from "./serving.ts";
import { SITES } from "./sites.ts";
import { type Traces, tracesOf } from "./traces.ts";

export interface GuardedKiosk extends Traces {
  readonly hub: RunningHub;
  readonly browser: Driven;
  /** Requests that reached the servers, as `host path`. */
  readonly reached: readonly string[];
  /** By which another Chromium finds the same sites. */
  readonly flags: readonly string[];
  /** Where a site is found: its address from the visitor's side. */
  at(site: keyof typeof SITES, page?: string): string;
  /** The one page that is open. */
  page(): Promise<Session>;
  pages(): Promise<readonly Target[]>;
  /** Leads the one page to an address, as a link on the hub's page does, and waits until the page is there. */
  visit(address: string, there?: RegExp): Promise<Session>;
  /** Waits until the only page is at an address like this. */
  arrives(address: RegExp): Promise<Session>;
  /** Touches the page there, as a finger does, until that has led to such an address. */
  touch(x: number, y: number, there: RegExp): Promise<Session>;
  /** Lays a finger on the page, which leads nowhere: whoever is there touches it now and then. */
  stroke(): Promise<void>;
  /** Touches *back* in the bar until the kiosk is home: the bar needs a moment to be drawn. */
  touchHome(): Promise<void>;
  /** Waits until it is at home under the guard, and nothing of the last visitor is left. */
  comesHome(): Promise<void>;
  /** From any state there. */
  begin(): Promise<void>;
  /** Puts the policy in force anew, as a launcher does, and waits until the hub's page says that it is. */
  takePolicy(changes?: object): Promise<void>;
  restart(how: "kill" | "close"): Promise<void>;
  /** The hub goes away for good. */
  stopHub(): Promise<void>;
  close(): Promise<void>;
}

export interface GuardedOptions {
  readonly idle?: number;
  readonly countdown?: number;
  readonly proxy?: boolean;
  readonly args?: readonly string[];
  /** By default a hub in this very process. */
  readonly startHub?: (options: HubOptions) => Promise<RunningHub>;
}

interface Policy {
  readonly [setting: string]: unknown;
  readonly "3rdparty": {
    readonly extensions: Readonly<Record<string, { idle: number; countdown: number; policy: string }>>;
  };
}

interface History {
  readonly currentIndex: number;
  readonly entries: readonly { readonly url: string }[];
}

const PATIENCE = 40_000;

export async function guardedKiosk(options: GuardedOptions = {}): Promise<GuardedKiosk> {
  const folder = await temporaryFolder("guarded");
  const reached: string[] = [];
  const sites = await serveSites(folder.path, reached);
  const { at } = sites;
  const council = options.proxy ? await openCouncil(sites.port) : null;
  const startHub = options.startHub ?? (await import("../hub.ts")).startHub;
  const hub = await startHub({
    databaseUrl: `file:${path.join(folder.path, "hub.db")}`,
    data: path.join(folder.path, "data"),
    pages: true,
    env: {
      ...(council ? { SIGNPOST_PROXY_PORT: "0", HTTPS_PROXY: council.url } : {}),
      SIGNPOST_ALLOW_PRIVATE: sites.allowPrivate,
    },
  });
  await hub.done("saveCentre", { centre: centre("larkhill", { offer: "enhanced" }), over: null });
  for (const site of ["jobs", "council"] as const)
    await publish(hub, website(site, at(site), ["larkhill"], { helpers: [at("helper").slice(0, -1)] }));
  const { cookie } = await pairScreen(hub, "larkhill", "kiosk", "Hall");

  const policyNow = async (changes: object): Promise<Policy> => {
    const policy = (await (await fetch(`${hub.url}/guard/policy`, { headers: { cookie } })).json()) as Policy;
    const { extensions } = policy["3rdparty"];
    for (const settings of Object.values(extensions)) {
      settings.idle = options.idle ?? 600;
      settings.countdown = options.countdown ?? 15;
    }
    // To look into the browser from outside, and nothing else, a test opens what a kiosk keeps shut.
    return { ...policy, RemoteDebuggingAllowed: true, DeveloperToolsAvailability: 1, ...changes };
  };
  const policed = await policedChromium(folder.path, await policyNow({}));
  const start = {
    executablePath: policed.executablePath,
    profile: path.join(folder.path, "profile"),
    env: { HOME: folder.path },
    args: [
      ...(options.args ?? ["--headless", "--window-size=1080,1920"]),
      "--enable-remote-extensions",
      "--disable-features=PdfSaveToDrive",
      ...sites.flags,
      // Not the hub's page: when that is there, the guard has opened it.
      "about:blank",
    ],
  };
  let browser = await drive(start);
  let stopped: Promise<void> | null = null;
  const stopHub = (): Promise<void> => (stopped ??= hub.stop());
  const pages = (): Promise<readonly Target[]> => browser.pages();

  /**
   * The one page, if it is at such an address with a document that is there: a tab that has just opened already bears
   * the address that it is fetching, and one that goes home is closed in a moment.
   */
  async function onlyAt(address: RegExp, all: readonly Target[]): Promise<Session | null> {
    const [page, ...others] = all;
    if (!page || others.length > 0 || !address.test(page.url)) return null;
    const session = await browser.attach(page.targetId).catch(() => null);
    const history = await session?.send<History>("Page.getNavigationHistory").catch(() => null);
    return session && history?.entries[history.currentIndex]?.url === page.url ? session : null;
  }

  async function arrives(address: RegExp): Promise<Session> {
    let seen: readonly Target[] = [];
    const only = async (): Promise<Session | null> => onlyAt(address, (seen = await pages()));
    return until(only, { timeout: PATIENCE, interval: 50 }).catch(() => {
      throw new Error(`Expected only ${address}, but there is ${JSON.stringify(seen.map(({ url }) => url))}`);
    });
  }
  const home = new RegExp(`^${hub.url}/(kiosk|pair)`);

  /** At home in its one tab; and the guard says that it is guarded, as it does when it has wiped. */
  async function isHome(all: readonly Target[]): Promise<boolean> {
    return (await onlyAt(home, all)) !== null && (await policyOn(all[0]!)) !== null;
  }

  /** The guard wipes and comes home in a tab of its own at every start: only then is it a visitor's turn. */
  async function comesHome(): Promise<void> {
    let all: readonly Target[] = [];
    const there = async (): Promise<boolean> => isHome((all = await pages()));
    await until(there, { timeout: PATIENCE, interval: 100 }).catch(() => {
      throw new Error(`Expected to be home under the guard, but there is ${JSON.stringify(all)}`);
    });
  }

  /** The policy under which a page of the hub is guarded, by its name. */
  async function policyOn({ targetId }: Target): Promise<string | null> {
    const page = await browser.attach(targetId).catch(() => null);
    const said = "JSON.parse(document.documentElement.dataset.signpostGuard ?? '{}').policy ?? null";
    return (await page?.ask<string | null>(said).catch(() => null)) ?? null;
  }

  /** Where the last visitor left it elsewhere, it is led home: each begins there. */
  async function begin(): Promise<void> {
    const [first, ...others] = await pages();
    for (const { targetId } of others) await browser.send("Target.closeTarget", { targetId }).catch(() => {});
    if (first && !home.test(first.url)) {
      // One that has just gone is on its way home already.
      const page = await browser.attach(first.targetId).catch(() => null);
      await page?.send("Page.navigate", { url: `${hub.url}/kiosk` }).catch(() => {});
    }
    await comesHome();
  }

  /** The cookie that pairing gave this device. */
  async function pairBrowser(): Promise<void> {
    const [name = "", value = ""] = cookie.split("=");
    await browser.send("Storage.setCookies", {
      cookies: [{ name, value, url: hub.url, httpOnly: true, expires: Date.now() / 1000 + 86_400 }],
    });
    const page = await arrives(home);
    await page.send("Page.navigate", { url: `${hub.url}/kiosk` });
    await arrives(new RegExp(`^${hub.url}/kiosk`));
    await comesHome();
  }
  // The guard is put in, comes home in a tab of its own, and then all is as it stays.
  await comesHome();
  await pairBrowser();

  async function touch(x: number, y: number, there: RegExp): Promise<Session> {
    const page = await arrives(/./);
    // Chromium passes no touch on to a page of which nothing is drawn yet.
    const drawn = "document.readyState === 'complete' && performance.getEntriesByType('paint').length > 0";
    await until(() => page.ask<boolean>(drawn).catch(() => false), { timeout: PATIENCE, interval: 50 });
    const arrived = async (): Promise<Session | null> => onlyAt(there, await pages());
    // A touch that a busy page has missed is touched again, as a visitor does it.
    const led = async (): Promise<Session | null> => {
      await touchOn(page, x, y).catch(() => {});
      return until(arrived, { timeout: 5_000, interval: 50 }).catch(() => null);
    };
    return until(led, { timeout: PATIENCE, interval: 50 }).catch(async () => {
      throw new Error(`A touch led to ${JSON.stringify(await pages())} instead of ${there}`);
    });
  }

  async function touchOn(page: Session, x: number, y: number): Promise<void> {
    for (const type of ["mousePressed", "mouseReleased"])
      await page.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
  }

  async function touchHome(): Promise<void> {
    const led = async (): Promise<boolean> => {
      const all = await pages();
      if (await isHome(all)) return true;
      // This very page: one that has come meanwhile is home, and not to be touched.
      const page =
        all[0] && !home.test(all[0].url) && (await browser.attach(all[0].targetId).catch(() => null));
      const height = page && (await page.ask<number>("innerHeight").catch(() => null));
      if (page && height) await touchOn(page, 120, height - 44).catch(() => {});
      return false;
    };
    await until(led, { timeout: PATIENCE, interval: 300 }).catch(async () => {
      throw new Error(`Expected to be home, but there is ${JSON.stringify(await pages())}`);
    });
  }

  let strokes = 0;
  async function stroke(): Promise<void> {
    const page = await arrives(/./);
    const x = 200 + ((strokes += 1) % 50);
    await page.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y: 200 });
  }

  return {
    hub,
    stopHub,
    comesHome,
    begin,
    stroke,
    touch,
    touchHome,
    get browser() {
      return browser;
    },
    reached,
    at,
    flags: sites.flags,
    ...tracesOf(() => browser, folder.path, hub.url),
    pages,
    arrives,
    page: () => arrives(/./),
    async visit(address, there) {
      const page = await arrives(/./);
      // As the visitor does it: a link on the page.
      await page.ask(`void (location.href = ${JSON.stringify(address)})`);
      return arrives(there ?? new RegExp(`^${address.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
    },
    async takePolicy(changes = {}) {
      const next = await policyNow(changes);
      await policed.setPolicy(next);
      const [{ policy } = { policy: "" }] = Object.values(next["3rdparty"].extensions);
      const inForce = async (): Promise<boolean> => {
        const [page] = await pages();
        return page !== undefined && (await policyOn(page)) === policy;
      };
      await until(inForce, { timeout: PATIENCE, interval: 100 });
    },
    async restart(how) {
      await browser[how]();
      browser = await drive(start);
      await comesHome();
    },
    async close() {
      await browser.kill().catch(() => {});
      await stopHub();
      council?.close();
      sites.close();
      await folder.remove();
    },
  };
}
