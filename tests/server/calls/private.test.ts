import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { QueuedCall } from "#shared/calls/call.ts";
import { backUp } from "#server/db/backup.ts";
import { openVault } from "#server/vault.ts";
import { purgeCalls } from "#server/calls/purge.ts";
import { openLog } from "#server/log.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { type Adviser, adviserAt, type Kiosk, kioskAt, MINUTE, saveCentre, settings, TELLS, TEN, valueOf, wish } from "../../support/calls.ts"; // prettier-ignore
import { pairScreen } from "../../support/screens.ts";

const DAY = 24 * 60 * MINUTE;
const KEYS = [
  "a first key of thirty-two characters, say".replaceAll(" ", "-").replaceAll(",", ""),
  "b".repeat(40),
];

describe.each(databases)("what a parent tells, on $name", ({ fresh, name }) => {
  let database: Fresh;
  let running: RunningHub;
  let kiosk: Kiosk;
  let ada: Adviser;
  let sam: Adviser;
  let now = TEN;

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({
      databaseUrl: database.url,
      now: () => now,
      env: { SIGNPOST_CALL_KEYS: KEYS[0]! },
    });
    await saveCentre(running, "larkhill", settings({ handset: false }));
    await saveCentre(running, "small", settings(), { offer: "minimum" });
    ada = await adviserAt(running, "ada@example.org", ["larkhill", "small"]);
    sam = await adviserAt(running, "sam@example.org", ["small"], "staff");
  });
  beforeEach(async () => {
    now = TEN;
    kiosk = await kioskAt(running, "larkhill", randomUUID().slice(0, 8));
    const db = running.hub.database.reading;
    for (const table of ["call", "known_prank"] as const) await db.deleteFrom(table).execute();
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  /** Everything that lies on the hub's disk, and all that it would give out. */
  async function everything(): Promise<string> {
    const file = path.join(running.data, `${randomUUID()}.backup`);
    await backUp({ database: running.hub.database, media: path.join(running.data, "media") }, file, now);
    const { gunzipSync } = await import("node:zlib");
    const rows = gunzipSync(await readFile(file)).toString("utf8");
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    const csv = valueOf<{ csv: string }>(await ada.browser.command("callsAsCsv", { centres: null, from: "2026-12", to: "2027-01" })).csv; // prettier-ignore
    const folder = name === "sqlite" ? path.dirname(database.url.replace("file:", "")) : running.data;
    const files = (await readdir(folder)).filter((one) => /signpost\.db/.test(one));
    const raw = await Promise.all(files.map((one) => readFile(path.join(folder, one), "latin1")));
    return [rows, metrics, csv, ...raw].join("\n");
  }
  const TOLD = /7700\s?900\s?123|Kimberley|rang twice/;

  test("lies encrypted on the disk, and is gone two weeks after the end; that she asked is counted", async () => {
    const { id } = valueOf(await kiosk.ask({ name: "Kimberley" }));
    valueOf(await ada.take(id));
    valueOf(await ada.browser.command("noteCall", { id, notes: "I rang twice." }));
    expect(await everything()).not.toMatch(TOLD);
    valueOf(await ada.browser.command("endCall", { id, outcome: "spoke" }));
    const purge = () => purgeCalls({ database: running.hub.database, vault: openVault([KEYS[0]!]), log: openLog("silent"), now: () => now }); // prettier-ignore
    now = TEN + 14 * DAY - MINUTE;
    await purge();
    const db = running.hub.database.reading;
    expect(await db.selectFrom("call").select(["purged", "secret"]).executeTakeFirst()).toMatchObject({ purged: 0, secret: expect.any(String) }); // prettier-ignore
    now = TEN + 14 * DAY;
    await purge();
    expect(await db.selectFrom("call").selectAll().executeTakeFirst()).toMatchObject({
      purged: 1,
      secret: null,
      notes: null,
      number_hash: null,
      reference: null,
      screen: null,
      holder: null,
      item: null,
      asked: "2026-12-01T10:00:00.000Z",
      centre: "larkhill",
      about: "job",
      outcome: "spoke",
    });
    expect(await everything()).not.toMatch(TOLD);
    const history = JSON.stringify(valueOf(await ada.browser.command("listHistory", { limit: 500 })));
    for (const did of ["takeCall", "noteCall", "endCall", "callForgotten"]) expect(history).toContain(did);
    expect(history).not.toMatch(TOLD);
  });

  test("is gone in time also where another centre keeps more calls, and for longer, than a round forgets", async () => {
    await saveCentre(running, "keeper", settings({ keptDays: 90 }));
    const { id } = valueOf(await kiosk.ask());
    valueOf(await ada.take(id));
    valueOf(await ada.browser.command("endCall", { id, outcome: "spoke" }));
    const db = running.hub.database.reading;
    const row = await db.selectFrom("call").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const since = new Date(TEN - DAY).toISOString();
    for (let number = 0; number < 510; number += 1)
      await db
        .insertInto("call")
        .values({ ...row, id: `kept-${number}`, centre: "keeper", since })
        .execute();
    const at = TEN + 14 * DAY;
    await purgeCalls({ database: running.hub.database, vault: openVault([KEYS[0]!]), log: openLog("silent"), now: () => at }); // prettier-ignore
    const purged = await db.selectFrom("call").select("id").where("purged", "=", 1).execute();
    expect(purged).toEqual([{ id }]);
  });

  test("opens under a former key until it lies under the new one, and under no other", async () => {
    const { id } = valueOf(await kiosk.ask());
    const both = openVault([KEYS[1]!, KEYS[0]!]);
    await purgeCalls({ database: running.hub.database, vault: both, log: openLog("silent"), now: () => now });
    const { secret } = await running.hub.database.reading.selectFrom("call").select("secret").executeTakeFirstOrThrow(); // prettier-ignore
    const only = openVault([KEYS[1]!]);
    expect(JSON.parse(only.unlock(`${id}/secret`, secret!)!)).toEqual({
      name: "Kim Bowen",
      number: "+447700900123",
    });
    expect(only.unlock("another/secret", secret!)).toBeNull();
    expect(openVault(["c".repeat(40)]).unlock(`${id}/secret`, secret!)).toBeNull();
    // This hub still has the old key alone: it says so, and the call can be ended.
    expect(valueOf(await ada.take(id))).toMatchObject({ unreadable: true, number: null });
    expect(await ada.browser.command("endCall", { id, outcome: "no-answer" })).toMatchObject({ ok: true });
  });

  test("is not asked for where nobody would ring: on the minimum offer, a board, an unpaired device", async () => {
    const small = await kioskAt(running, "small");
    expect(await small.ask()).toMatchObject({ refusal: { code: "calls-not-offered" } });
    expect(await small.command("callOffer", {})).toMatchObject({ refusal: { code: "calls-not-offered" } });
    const board = await pairScreen(running, "larkhill", "board", "Wall");
    const asBoard = { ...kiosk, cookie: board.cookie };
    const answer = await fetch(`${running.url}/api/v1/commands/callOffer`, { method: "POST", headers: { "content-type": "application/json", cookie: asBoard.cookie }, body: "{}" }); // prettier-ignore
    expect(await answer.json()).toMatchObject({ refusal: { code: "calls-not-offered" } });
    const nobody = await fetch(`${running.url}/api/v1/commands/askForCall`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ id: randomUUID(), ...wish() }) }); // prettier-ignore
    expect(await nobody.json()).toMatchObject({ refusal: { code: "not-allowed" } });
  });

  test("may be told by staff for her, who has agreed, also at a centre on the minimum offer", async () => {
    const asked = { id: randomUUID(), ...wish(), centre: "small" };
    expect(await sam.browser.command("askCallFor", { ...asked, agreed: false })).toMatchObject({ refusal: { code: "bad-input" } }); // prettier-ignore
    const { reference } = valueOf<{ reference: string }>(await sam.browser.command("askCallFor", { ...asked, agreed: true })); // prettier-ignore
    const [queued] = await sam.queue();
    expect(queued).toMatchObject({ reference, askedBy: sam.person, screen: null, mayTake: false });
    expect(await sam.take(asked.id)).toMatchObject({ refusal: { code: "not-allowed" } });
    expect(await sam.browser.command("cancelCall", { reference })).toMatchObject({ ok: true });
    const row = await running.hub.database.reading
      .selectFrom("call")
      .select(["state", "secret"])
      .executeTakeFirst();
    expect(row).toEqual({ state: "cancelled", secret: null });
  });

  test.each([
    [{ number: null }, "number-needed"],
    [{ number: "999" }, "number-emergency"],
    [{ number: "07900 12" }, "number-too-short"],
    [{ way: "text", number: "0113 496 0123" }, "number-takes-no-text"],
    [{ way: "handset", number: null }, "handset-not-here"],
    [{ number: "'; DROP TABLE call; --" }, "number-needed"],
    [{ name: "a\u0000b" }, "bad-input"],
    [{ name: "x".repeat(41) }, "bad-input"],
    [{ about: "love" }, "bad-input"],
  ])("is refused with its reason where it cannot be: %j", async (request, code) => {
    expect(await kiosk.ask(request as never)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("is asked for one number three times a day, and by one kiosk so often an hour", async () => {
    for (let turn = 0; turn < 3; turn += 1) valueOf(await kiosk.ask());
    expect(await kiosk.ask()).toMatchObject({ refusal: { code: "too-many-for-number" } });
    for (let turn = 3; turn < 12; turn += 1) valueOf(await kiosk.ask({ number: `07700 9002${10 + turn}` }));
    expect(await kiosk.ask({ number: "07700 900300" })).toMatchObject({
      refusal: { code: "too-many-calls" },
    });
    now += 61 * MINUTE;
    valueOf(await kiosk.ask({ number: "07700 900300" }));
  });

  test("was a prank: the number is not rung again until somebody takes it off the list", async () => {
    const { id } = valueOf(await kiosk.ask());
    valueOf(await ada.take(id));
    valueOf(await ada.browser.command("endCall", { id, outcome: "prank" }));
    expect(await kiosk.ask()).toMatchObject({ refusal: { code: "number-refused" } });
    const [known] = valueOf<{ id: string }[]>(await ada.browser.command("listKnownPranks", {}));
    expect(JSON.stringify(known)).not.toMatch(TELLS);
    valueOf(await ada.browser.command("forgetPrank", { id: known!.id }));
    valueOf(await kiosk.ask());
  });

  test("is nobody's at another centre, whatever they try", async () => {
    const { id } = valueOf(await kiosk.ask());
    const other = await kioskAt(running, "larkhill", "Other");
    expect(await other.command("callProgress", { id })).toMatchObject({ refusal: { code: "no-such-call" } });
    expect(await other.ask({}, id)).toMatchObject({ refusal: { code: "id-taken" } });
    for (const command of ["takeCall", "seeCall", "giveBackCall", "hangUpVoice"]) {
      expect(await sam.browser.command(command, { id })).toMatchObject({ refusal: { code: "no-such-call" } });
    }
    expect((await sam.queue()).map((one: QueuedCall) => one.id)).not.toContain(id);
  });
});
