import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AnyItem } from "#shared/item.ts";
import { centre, noticeDraft } from "../support/drafts.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type HubProcess, startProcess } from "../support/process.ts";
import { connectScreen, cookieFrom } from "../support/screens.ts";

describe.each(databases)("a hub that is told to stop while it is busy, on $name", ({ fresh }) => {
  let database: Fresh;
  let folder: { path: string; remove: () => Promise<void> };
  let hub: HubProcess;

  beforeEach(async () => {
    database = await fresh();
    folder = await temporaryFolder("stopping");
    hub = await startProcess(folder.path, database.url);
    await hub.order("saveCentre", { centre: centre("larkhill"), over: null }, "the-centre-0");
  });
  afterEach(async () => {
    await hub.stop();
    await folder.remove();
    await database.close();
  });

  test("finishes what was begun, says that it is stopping, lets go of everybody and ends with 0", async () => {
    const screens = await Promise.all([1, 2, 3].map(() => connectScreen(hub.url)));
    for (const screen of screens) await screen.hello({ centre: "larkhill" });
    const dropped = screens.map(({ socket }) => new Promise((resolve) => socket.once("disconnect", resolve)));
    const begun = await fetch(`${hub.url}/api/v1/pairings`, { method: "POST" });
    const waiting = fetch(`${hub.url}/api/v1/pairings/mine?wait`, { headers: { cookie: cookieFrom(begun) } });

    const done: string[] = [];
    const refusals: string[] = [];
    const ready: unknown[] = [];
    /** One adviser after the other saves on and on until the hub is gone. */
    const busy = Array.from({ length: 8 }, async (_, adviser) => {
      for (let count = 0; ; count += 1) {
        const id = `n${adviser}-${count}`;
        const result = await hub
          .order("saveItem", noticeDraft(id, id, ["larkhill"]), `save-${id}-0000`)
          .catch(() => null);
        if (result === null) return;
        if (result.ok) done.push(id);
        else refusals.push((result as { refusal: { code: string } }).refusal.code);
      }
    });
    const asking = (async () => {
      for (;;) {
        const answer = await fetch(`${hub.url}/readyz`).then((response) => response.json()).catch(() => null); // prettier-ignore
        if (answer === null) return;
        ready.push((answer as { reasons?: unknown }).reasons);
      }
    })();
    await reached(() => done.length >= 40);
    const began = performance.now();
    expect(await hub.stop()).toBe(0);
    // It does not wait until the device that asks would have had its answer, which takes 25 s.
    expect(performance.now() - began).toBeLessThan(20_000);
    await Promise.all([...busy, asking, ...dropped]);
    expect(await (await waiting).json()).toMatchObject({ state: "waiting" });
    expect(new Set(refusals)).toEqual(new Set(refusals.length > 0 ? ["stopping"] : []));
    for (const reasons of ready)
      expect([undefined, "stopping"]).toContain((reasons as string[] | undefined)?.[0]);

    hub = await startProcess(folder.path, database.url);
    const listed = await hub.order("listItems", { kind: "notice", limit: 1000 }, "the-listing-0");
    const kept = (listed as { value: readonly AnyItem[] }).value.map(({ id }) => id);
    expect(kept).toEqual(expect.arrayContaining(done.slice(0, 1000)));
    expect(kept.length - done.length).toBeLessThanOrEqual(busy.length);
  });
});

async function reached(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}
