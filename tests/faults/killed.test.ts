import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AnyItem } from "#shared/item.ts";
import { centre, noticeDraft } from "../support/drafts.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type HubProcess, startProcess } from "../support/process.ts";

/** How often the hub is killed: on Postgres the disk is another program's affair, the retries are ours. */
const kills = { sqlite: 50, postgres: 10 };

describe.each(databases)("a hub that is killed while publishing, on $name", ({ name, fresh }) => {
  let database: Fresh;
  let folder: { path: string; remove: () => Promise<void> };

  beforeEach(async () => {
    database = await fresh();
    folder = await temporaryFolder("killed");
  });
  afterEach(async () => {
    await folder.remove();
    await database.close();
  });

  test(`has every acknowledged change, once, after ${kills[name]} kills`, { timeout: 400_000 }, async () => {
    const start = () => startProcess(folder.path, database.url);
    let hub = await start();
    await hub.order("saveCentre", { centre: centre("larkhill"), over: null }, "the-centre-0");
    const acknowledged = new Map<string, number>();
    let unsure: string | null = null;
    let count = 0;
    for (let kill = 0; kill < kills[name]; kill += 1) {
      // The interval is counted in changes, so that the kill meets another moment of a change each time.
      const target = count + 3 + (kill % 7);
      const killed = killWhen(
        () => count >= target,
        () => hub,
      );
      while (!killed.done()) {
        const id: string = unsure ?? `n${count}`;
        unsure = id;
        const made = await publish(hub, id).catch(() => null);
        if (made === null) continue;
        acknowledged.set(id, made);
        unsure = null;
        count += 1;
      }
      await killed.finished;
      hub = await start();
    }
    const listed = await hub.order("listItems", { kind: "notice", limit: 1000 }, "the-listing-0");
    const items = (listed as { value: readonly AnyItem[] }).value;
    const kept = new Map(items.map((item) => [item.id, item]));
    expect(items.length).toBe(kept.size);
    for (const [id, revision] of acknowledged)
      expect(kept.get(id)).toMatchObject({ state: "published", revision });
    expect(acknowledged.size).toBeGreaterThan(kills[name]);
    const programme = (await (await fetch(`${hub.url}/api/v1/centres/larkhill/programme`)).json()) as {
      entries: { id: string; version: number }[];
    };
    const shown = programme.entries.map((entry) => entry.id);
    expect(new Set(shown).size).toBe(shown.length);
    for (const id of acknowledged.keys()) expect(shown).toContain(id);
    const versions = programme.entries.map((entry) => entry.version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(await hub.stop()).toBe(0);
  });
});

/** Saves and publishes under names of their own, as a console does that tries again after a lost reply. */
async function publish(hub: HubProcess, id: string): Promise<number> {
  const saved = await hub.order("saveItem", noticeDraft(id, id, ["larkhill"]), `save-${id}-0000`);
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  const published = await hub.order("publishItem", { id, over: 1 }, `publish-${id}-0000`);
  if (!published.ok) throw new Error(JSON.stringify(published));
  return (published as { value: AnyItem }).value.revision;
}

/** Kills the hub from outside the loop that publishes, in the midst of whatever it does then. */
function killWhen(
  reached: () => boolean,
  hub: () => HubProcess,
): { done: () => boolean; finished: Promise<void> } {
  let killed = false;
  const finished = (async () => {
    while (!reached()) await new Promise((resolve) => setImmediate(resolve));
    await hub().kill();
    killed = true;
  })();
  return { done: () => killed, finished };
}
