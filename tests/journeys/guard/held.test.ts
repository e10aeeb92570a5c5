import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type GuardedKiosk, guardedKiosk } from "../../support/guard/guarded.ts";
import { publish } from "../../support/publish.ts";
import { website } from "../../support/websites.ts";

const PATIENCE = { timeout: 40_000 };
const AWAY = /^chrome-extension:\/\/[a-p]{32}\/away\.html\?trouble=/;

describe("a kiosk that is guarded", () => {
  let kiosk: GuardedKiosk;
  beforeAll(async () => {
    kiosk = await guardedKiosk();
  }, 120_000);
  beforeEach(() => kiosk.begin());
  afterAll(() => kiosk?.close());

  const heading = async (): Promise<string> =>
    (await kiosk.page()).ask<string>("document.querySelector('h1')?.textContent ?? ''").catch(() => "");
  const title = async (): Promise<string> =>
    (await kiosk.page()).ask<string>("document.title").catch(() => "");

  async function approve(id: string, address: string): Promise<void> {
    await publish(kiosk.hub, website(id, address, ["larkhill"], { helpers: [] }));
    await kiosk.takePolicy();
  }

  /** The friendly page says so, and leads back. */
  async function leaveAway(): Promise<string> {
    let said = "";
    await expect.poll(async () => (said = await heading())).toMatch(/./);
    // Answered before the page goes.
    await (await kiosk.page()).ask("void setTimeout(() => document.querySelector('button').click())");
    await kiosk.comesHome();
    return said;
  }

  /** Tried again: a list that was changed takes a moment, and where it is not yet in force, that is what is said. */
  async function saysInTheEnd(address: string, words: RegExp): Promise<void> {
    const said = async (): Promise<string> => {
      await kiosk.begin();
      await kiosk.visit(address, AWAY);
      return leaveAway();
    };
    await expect.poll(said, { timeout: 50_000 }).toMatch(words);
  }

  test("opens an approved site and comes back in a new tab, from which Back leads nowhere", async () => {
    await kiosk.visit(kiosk.at("jobs"));
    await kiosk.touchHome();
    expect(await (await kiosk.page()).ask("history.length")).toBe(1);
  });

  test("before a visitor leaves for the first time, it is shown how to come back", async () => {
    const press = async (what: string): Promise<void> => {
      const one = `(() => { const one = document.querySelector(${JSON.stringify(what)}); one?.click(); return one !== null; })()`;
      await expect.poll(async () => (await kiosk.page()).ask(one)).toBe(true);
    };
    for (const what of [".attract", ".door-websites", ".site .action"]) await press(what);
    const said = async (): Promise<string> =>
      (await kiosk.page()).ask("document.querySelector('dialog')?.innerText ?? ''");
    await expect.poll(said).toMatch(/Back to the centre/);
    await press("dialog .action");
    await kiosk.arrives(/^https:\/\/(jobs|www\.council)\.test/);
    await kiosk.touchHome();
  });

  test.each(["302", "307", "meta", "script", "form", "link", "blank", "open"])(
    "does not follow a page that leads elsewhere by %s, and no byte reaches that site",
    async (way) => {
      const leading = kiosk.at("jobs", `${way}?to=${encodeURIComponent(kiosk.at("stranger"))}`);
      if (way === "blank" || way === "open") {
        await kiosk.visit(leading);
        await kiosk.touch(300, 300, AWAY);
      } else await kiosk.visit(leading, AWAY);
      expect(await leaveAway()).toMatch(/does not open that page/);
      expect(kiosk.reached.filter((one) => one.startsWith("evil.test"))).toEqual([]);
    },
  );

  test("shows nothing of another site or of its own making in a frame", async () => {
    const page = await kiosk.visit(kiosk.at("jobs", `frame?to=${encodeURIComponent(kiosk.at("stranger"))}`));
    await expect.poll(title).toBe("framed");
    // What the browser refuses has an origin of its own, into which nobody sees.
    expect(await page.ask("[...document.querySelectorAll('iframe')].map((one) => one.contentDocument)")).toEqual([null, null]); // prettier-ignore
    expect(kiosk.reached.filter((one) => one.startsWith("evil.test"))).toEqual([]);
    await kiosk.touchHome();
  });

  test.each(["mailto:somebody@evil.test", "tel:01632960000", "steam://run/1"])(
    "starts no other program, and says so: %s",
    async (address) => {
      await kiosk.visit(kiosk.at("jobs"));
      // The browser refuses it a moment later: whoever went home in this tab meanwhile would be fetched back.
      await kiosk.visit(address, AWAY);
      expect(await leaveAway()).toMatch(/does not open that page/);
    },
  );

  test.each(["data:text/html,x", "file:///etc/passwd", "chrome://settings/", "view-source:https://jobs.test/"])(
    "opens no page of the browser's own, in silence: %s",
    async (address) => {
      await kiosk.visit(kiosk.at("jobs"));
      const page = await kiosk.page();
      await page.ask(`void (location.href = ${JSON.stringify(address)})`);
      expect(await page.ask(`fetch("/after").then(() => location.href)`)).toBe(kiosk.at("jobs"));
      await kiosk.touchHome();
    },
  ); // prettier-ignore

  test("puts a plain link to an approved site right, instead of blocking it", async () => {
    const before = kiosk.reached.length;
    await kiosk.visit(kiosk.at("jobs").replace("https:", "http:"), /^https:\/\/jobs\.test/);
    expect(kiosk.reached.slice(before)).toContain("jobs.test /");
    await kiosk.touchHome();
  });

  test("shows the friendly page where a site is not there, in the visitor's language", async () => {
    await approve("gone", kiosk.at("nowhere"));
    let language = "";
    const said = async (): Promise<string> => {
      await kiosk.begin();
      await (await kiosk.page()).ask("document.documentElement.lang = 'cy'");
      const away = await kiosk.visit(kiosk.at("nowhere"), AWAY);
      await expect.poll(heading).toMatch(/./);
      language = await away.ask("document.documentElement.lang");
      return leaveAway();
    };
    await expect.poll(said, { timeout: 50_000 }).toBe("Nid yw’r dudalen honno’n ateb");
    expect(language).toBe("cy");
  });

  test("does not open a site whose certificate nobody vouches for", async () => {
    await approve("unsafe", kiosk.at("unsafe"));
    await saysInTheEnd(kiosk.at("unsafe"), /not safe/);
    expect(kiosk.reached.filter((one) => one.startsWith("unsafe.test"))).toEqual([]);
  });

  test("shows a PDF of an approved site under the bar", async () => {
    await kiosk.visit(kiosk.at("jobs", "paper"));
    await kiosk.touchHome();
    expect(await kiosk.downloads()).toEqual([]);
  });

  test.each([
    "modal",
    "inert",
    "covered",
    "styled",
    "writing",
    "strict",
    "dialogs",
    "loop",
    "leave-not",
    "fullscreen",
  ])("keeps its bar on a page that is %s, and a touch on it leads home", async (name) => {
    await kiosk.visit(kiosk.at("jobs", name));
    expect(await kiosk.pages()).toHaveLength(1);
    await kiosk.touchHome();
  });

  test("leaves a page that takes the bar away again and again", async () => {
    const page = await kiosk.page();
    const [before] = await kiosk.pages();
    await page.ask(`void (location.href = ${JSON.stringify(kiosk.at("jobs", "removing"))})`);
    await expect.poll(() => kiosk.reached).toContain("jobs.test /removing");
    // Nobody touches it: the guard itself has had enough, and comes home, which is always a new tab.
    await expect.poll(async () => (await kiosk.pages())[0]?.targetId, PATIENCE).not.toBe(before?.targetId);
    await kiosk.comesHome();
  });

  test("goes on through alerts, print and questions as if nobody had asked", async () => {
    for (const name of ["dialogs", "loop"]) {
      await kiosk.visit(kiosk.at("jobs", name));
      await expect.poll(title).toBe("went on");
    }
    await kiosk.touchHome();
  });

  test("lets no page fill the screen or know where it is", async () => {
    await kiosk.visit(kiosk.at("jobs", "fullscreen"));
    await expect.poll(title).toBe("refused");
    await kiosk.visit(kiosk.at("jobs", "asks"));
    await expect.poll(title).toBe("not told");
    await kiosk.touchHome();
  });

  test("stays one tab, whatever opens windows", async () => {
    await kiosk.visit(kiosk.at("jobs", "windows"));
    const page = await kiosk.touch(300, 300, /window-\d$/);
    expect(await page.ask("document.visibilityState")).toBe("visible");
    await kiosk.touchHome();
  });

  test("shows no sign-in box of a site, and takes no file from it", async () => {
    await kiosk.visit(kiosk.at("jobs", "sign-in"));
    await kiosk.visit(kiosk.at("jobs"));
    const page = await kiosk.page();
    await page.ask("void (location.href = '/download')");
    await expect.poll(() => kiosk.reached).toContain("jobs.test /download");
    await kiosk.touchHome();
    expect(await kiosk.downloads()).toEqual([]);
  });

  test("a change of the list is in force within seconds, without a restart", async () => {
    const site = kiosk.at("stranger");
    await kiosk.visit(site, AWAY);
    await leaveAway();
    const refused = () => kiosk.hub.done("listRefusedHosts", {});
    await expect.poll(refused).toContainEqual(expect.objectContaining({ centre: "larkhill", host: "evil.test" })); // prettier-ignore
    await approve("friend", site);
    const open = async (): Promise<string | undefined> => {
      await kiosk.begin();
      await kiosk.visit(site, new RegExp(`${AWAY.source}|^${site}$`));
      return (await kiosk.pages())[0]?.url;
    };
    await expect.poll(open, PATIENCE).toBe(site);
    await kiosk.touchHome();
  });
});
