import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type GuardedKiosk, guardedKiosk } from "../../support/guard/guarded.ts";
import { publish } from "../../support/publish.ts";
import { website } from "../../support/websites.ts";

const AWAY = /^chrome-extension:\/\/[a-p]{32}\/away\.html\?trouble=/;

describe("a kiosk that is guarded", () => {
  let kiosk: GuardedKiosk;
  beforeAll(async () => {
    kiosk = await guardedKiosk();
  });
  beforeEach(() => kiosk.begin());
  afterAll(() => kiosk?.close());

  const home = (): RegExp => new RegExp(`^${kiosk.hub.url}/kiosk`);

  const heading = async (): Promise<string> =>
    (await kiosk.page()).ask<string>("document.querySelector('h1')?.textContent ?? ''").catch(() => "");
  const title = async (): Promise<string> =>
    (await kiosk.page()).ask<string>("document.title").catch(() => "");

  async function approve(id: string, address: string): Promise<void> {
    await publish(kiosk.hub, website(id, address, ["larkhill"], { helpers: [] }));
    await kiosk.takePolicy();
  }

  async function leaveAway(): Promise<void> {
    await expect.poll(heading).toMatch(/./);
    await (await kiosk.page()).ask("document.querySelector('button').click()");
    await kiosk.arrives(home());
  }

  test("opens an approved site and comes back in a new tab, from which Back leads nowhere", async () => {
    await kiosk.visit(kiosk.at("jobs"));
    await kiosk.touchHome();
    expect(await (await kiosk.page()).ask("history.length")).toBe(1);
  });

  test("before a visitor leaves for the first time, it is shown how to come back", async () => {
    const press = async (what: string): Promise<void> => {
      const page = await kiosk.arrives(home());
      const there = `Boolean(document.querySelector(${JSON.stringify(what)}))`;
      await expect.poll(() => page.ask(there), { timeout: 20_000 }).toBe(true);
      await page.ask(`document.querySelector(${JSON.stringify(what)}).click()`);
    };
    for (const what of [".attract", ".door-websites", ".site .action"]) await press(what);
    const page = await kiosk.page();
    await expect.poll(() => page.ask("document.querySelector('dialog')?.innerText ?? ''")).toMatch(/Back to the centre/); // prettier-ignore
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
        await kiosk.touch(300, 300);
        await kiosk.arrives(AWAY);
      } else await kiosk.visit(leading, AWAY);
      await expect.poll(heading).toMatch(/does not open that page/);
      expect(kiosk.reached.filter((one) => one.startsWith("evil.test"))).toEqual([]);
      await leaveAway();
    },
  );

  test.each(["mailto:somebody@evil.test", "tel:01632960000", "steam://run/1"])(
    "starts no other program, and says so: %s",
    async (address) => {
      await kiosk.visit(kiosk.at("jobs"));
      // The browser refuses it a moment later: whoever went home in this tab meanwhile would be fetched back.
      await kiosk.visit(address, AWAY);
      await expect.poll(heading).toMatch(/does not open that page/);
      await leaveAway();
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
    const look = async (): Promise<string> => {
      const [now] = await kiosk.pages();
      if (now && AWAY.test(now.url)) await leaveAway();
      await (await kiosk.arrives(home())).ask("document.documentElement.lang = 'cy'");
      await kiosk.visit(kiosk.at("nowhere"), AWAY);
      await expect.poll(heading).toMatch(/./);
      return heading();
    };
    await expect.poll(look, { timeout: 20_000 }).toBe("Nid yw’r dudalen honno’n ateb");
    expect(await (await kiosk.page()).ask("document.documentElement.lang")).toBe("cy");
    await leaveAway();
  });

  test("does not open a site whose certificate nobody vouches for", async () => {
    await approve("unsafe", kiosk.at("unsafe"));
    const look = async (): Promise<string> => {
      const [now] = await kiosk.pages();
      if (now && AWAY.test(now.url)) await leaveAway();
      await kiosk.visit(kiosk.at("unsafe"), AWAY);
      await expect.poll(heading).toMatch(/./);
      return heading();
    };
    await expect.poll(look, { timeout: 30_000 }).toMatch(/not safe/);
    expect(kiosk.reached.filter((one) => one.startsWith("unsafe.test"))).toEqual([]);
    await leaveAway();
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
    await kiosk.visit(kiosk.at("jobs", "removing"));
    // Nobody touches it: the guard itself has had enough.
    expect(await kiosk.arrives(home())).toBeDefined();
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
    await kiosk.visit(kiosk.at("jobs", "many-windows"));
    await kiosk.touch(300, 300);
    const page = await kiosk.arrives(/window-\d$|many-windows$/);
    expect(await page.ask("document.visibilityState")).toBe("visible");
    await kiosk.touchHome();
  });

  test("shows no sign-in box of a site, and takes no file from it", async () => {
    await kiosk.visit(kiosk.at("jobs", "sign-in"));
    await kiosk.visit(kiosk.at("jobs"));
    const page = await kiosk.page();
    await page.ask("void (location.href = '/download')");
    await expect.poll(() => kiosk.reached).toContain("jobs.test /download");
    expect(await kiosk.downloads()).toEqual([]);
    await kiosk.touchHome();
  });

  test("a change of the list is in force within seconds, without a restart", async () => {
    const site = kiosk.at("stranger");
    await kiosk.visit(site, AWAY);
    await leaveAway();
    const refused = await kiosk.hub.done("listRefusedHosts", {});
    expect(refused).toContainEqual(expect.objectContaining({ centre: "larkhill", host: "evil.test" }));
    await approve("friend", site);
    await expect
      .poll(
        async () => {
          const page = await kiosk.page();
          await page.ask(`void (location.href = ${JSON.stringify(site)})`);
          await page.ask("new Promise((resolve) => setTimeout(resolve, 300))").catch(() => {});
          const [now] = await kiosk.pages();
          if (now && AWAY.test(now.url)) await leaveAway();
          return now?.url;
        },
        { timeout: 20_000 },
      )
      .toBe(site);
    await kiosk.touchHome();
  });
});
