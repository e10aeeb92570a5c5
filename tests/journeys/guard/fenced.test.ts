import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GuardedKiosk, guardedKiosk } from "../../support/guard/guarded.ts";

describe("a kiosk behind the hub's own proxy", () => {
  let kiosk: GuardedKiosk;
  beforeAll(async () => {
    kiosk = await guardedKiosk({ proxy: true });
  }, 120_000);
  afterAll(() => kiosk?.close());

  /** Whether a page's own script gets something from there. */
  async function gets(address: string): Promise<boolean> {
    const page = await kiosk.page();
    return page.ask<boolean>(
      `fetch(${JSON.stringify(address)}, { mode: "no-cors" }).then(() => true, () => false)`,
    );
  }

  test("proves itself without anybody seeing it, and opens an approved site and its helper", async () => {
    await kiosk.visit(kiosk.at("jobs"));
    expect(await gets(kiosk.at("helper"))).toBe(true);
    expect(kiosk.reached).toContain("cdn.helper.test /");
    await kiosk.visit(kiosk.at("jobs", "sign-in"));
    await kiosk.touchHome();
  });

  test("lets no script of an approved page reach a stranger", async () => {
    await kiosk.visit(kiosk.at("jobs"));
    expect(await gets(kiosk.at("stranger"))).toBe(false);
    const page = await kiosk.page();
    const socket = `new Promise((resolve) => {
      const line = new WebSocket(${JSON.stringify(kiosk.at("stranger").replace("https", "wss"))});
      line.onopen = () => resolve("open");
      line.onerror = () => resolve("shut");
    })`;
    expect(await page.ask(socket)).toBe("shut");
    expect(kiosk.reached.filter((one) => one.startsWith("evil.test"))).toEqual([]);
    await kiosk.touchHome();
  });
});
