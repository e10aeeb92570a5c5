import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { centre, noticeDraft } from "../support/drafts.ts";
import { databases, type Fresh } from "../support/databases.ts";
import { type RunningHub, startHub } from "../support/hub.ts";
import { type Line, openLine } from "../support/line.ts";
import { connectScreen } from "../support/screens.ts";

/** A file does not go away: this is about Postgres. */
const { fresh } = databases[1]!;

describe("a Postgres that goes away and comes back", () => {
  let database: Fresh;
  let line: Line;
  let running: RunningHub;

  beforeEach(async () => {
    database = await fresh();
    line = await openLine(database.url);
    running = await startHub({ databaseUrl: line.url, env: { SIGNPOST_LOG: "silent" } });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
  });
  afterEach(async () => {
    await running.stop();
    await line.close();
    await database.close();
  });

  const ready = async () => {
    const response = await fetch(`${running.url}/readyz`);
    return { http: response.status, ...((await response.json()) as object) };
  };
  const save = (id: string) =>
    running.order("saveItem", noticeDraft(id, id, ["larkhill"]), `save-${id}-0000`);

  test("the hub says that it is not ready, refuses commands in words, and goes on by itself", async () => {
    const screen = await connectScreen(running.url);
    await screen.hello({ centre: "larkhill" });
    expect(await ready()).toEqual({ http: 200, status: "ok" });
    await line.cut();
    expect(await ready()).toEqual({ http: 503, status: "not-ready", reasons: ["database"] });
    expect(await save("n1")).toMatchObject({ refusal: { code: "database-away" } });
    expect(await running.order("listItems", { limit: 10 })).toMatchObject({
      refusal: { code: "database-away" },
    });
    const programme = await fetch(`${running.url}/api/v1/centres/larkhill/programme`);
    expect(programme.status).toBe(503);
    expect(screen.socket.connected).toBe(true);

    await line.mend();
    await vi.waitFor(async () => expect(await ready()).toMatchObject({ status: "ok" }), { timeout: 30_000 });
    expect(await save("n1")).toMatchObject({ ok: true });
    const coming = screen.nextChanges();
    await running.done("publishItem", { id: "n1", over: 1 });
    expect(await coming).toMatchObject({ entries: [{ id: "n1" }] });
    screen.close();
  });

  test("cut in the midst of many commands, each of them is done once or not at all", async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `n${index}`);
    const first = Promise.all(ids.map((id) => save(id)));
    await Promise.race([save("now"), new Promise((resolve) => setImmediate(resolve))]);
    await line.cut();
    const results = await first;
    await line.mend();
    await vi.waitFor(async () => expect(await ready()).toMatchObject({ status: "ok" }), { timeout: 30_000 });
    const refusals = results.filter((result) => !result.ok);
    for (const refusal of refusals) expect(refusal).toMatchObject({ refusal: { code: "database-away" } });
    for (const id of ids) expect(await save(id)).toMatchObject({ ok: true });
    const items = await running.done("listItems", { limit: 1000 });
    for (const id of ids) expect(items.filter((item: { id: string }) => item.id === id)).toHaveLength(1);
    expect(items.every((item: { revision: number }) => item.revision === 1)).toBe(true);
  });
});
