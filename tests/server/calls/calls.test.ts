import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { CallOffer } from "#shared/calls/offer.ts";
import type { CallProgress, HandedIn } from "#shared/calls/call.ts";
import { seal } from "#shared/calls/seal.ts";
import { purgeCalls } from "#server/calls/purge.ts";
import { openLog } from "#server/log.ts";
import { openVault } from "#server/vault.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { type Adviser, adviserAt, type Kiosk, kioskAt, MINUTE, saveCentre, settings, TELLS, TEN, valueOf, wish } from "../../support/calls.ts"; // prettier-ignore

/** `wish({ about: "money", language: "pl" })`, sealed to the key of "a former key of thirty-two characters". */
const FORMER = {
  id: "0b6f6f1c-5a54-4bb0-9a0e-2f3c1d7a9e10",
  sealed: {
    key: "QD-sqwDE",
    from: "BBdqxntpgD-AmZqoMZFCH4VGeP6qmojvnoaL5ylvEgPM5LgxamQjXUJKQ6kKlOSDWjjlvCDfC5g7E8MoFmmGdQI",
    iv: "N_YMX-YKVA5Fk-66",
    text: "PdW3KAab6uSoWg4gsZYnSYrRZrT3pwUBf1ozPFHpIMeejXXTOKEF764i2C4fwSCw969NKZqwCGkbOu30V_eO_BsRSitRCdDodf-fugyeR-vdyHNVcLlcZdUWQpUyQmyHF38vf9UXSHvYcPPfNMy4kBquu4Od7knf4xzoO-WnpJav5Hk",
  },
};

describe.each(databases)("a request for a call, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let kiosk: Kiosk;
  let ada: Adviser;
  let ben: Adviser;
  let centres = 0;

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, now: () => TEN });
    await saveCentre(running, "larkhill");
    await saveCentre(running, "moor-top", settings({ handset: false }), { offer: "minimum" });
    ada = await adviserAt(running, "ada@example.org", ["larkhill"]);
    ben = await adviserAt(running, "ben@example.org", ["larkhill"]);
  });
  beforeEach(async () => {
    centres += 1;
    kiosk = await kioskAt(running, "larkhill", `Kiosk ${centres}`);
    await running.hub.database.reading.deleteFrom("call").execute();
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  test("is accepted with a reference and a time, and the same request again is the same", async () => {
    const id = randomUUID();
    const accepted = valueOf(await kiosk.ask({}, id));
    expect(accepted.reference).toMatch(/^[A-Z]\d \d\d$/);
    expect(accepted).toMatchObject({ asked: "2026-12-01T10:00:00.000Z", due: "2026-12-02T12:00:00.000Z", keptDays: 14 }); // prettier-ignore
    expect(valueOf(await kiosk.ask({}, id))).toEqual(accepted);
    expect(await ada.queue()).toMatchObject([
      { id, reference: accepted.reference, state: { state: "waiting" } },
    ]);
  });

  test("shows its number to the one adviser who takes it, and to nobody else", async () => {
    const { id } = valueOf(await kiosk.ask());
    expect(JSON.stringify(await ada.queue())).not.toMatch(TELLS);
    const [first, second] = await Promise.all([ada.take(id), ben.take(id)]);
    expect([first.ok, second.ok].toSorted()).toEqual([false, true]);
    const [winner, loser] = first.ok ? [ada, ben] : [ben, ada];
    expect(valueOf(await winner.take(id))).toMatchObject({ name: "Kim Bowen", number: "+447700900123", readable: "07700 900123" }); // prettier-ignore
    expect(await loser.browser.command("seeCall", { id })).toMatchObject({ refusal: { code: "not-yours" } });
    expect(await winner.browser.command("endCall", { id, outcome: "spoke", notes: "Rang." })).toMatchObject({ ok: true }); // prettier-ignore
    expect(await winner.browser.command("seeCall", { id })).toMatchObject({ refusal: { code: "not-yours" } });
    expect(await ada.queue()).toMatchObject([
      { state: { state: "ended", outcome: "spoke", by: winner.person } },
    ]);
  });

  test("that was sealed while the hub was away comes in once, at the centre where it was asked, and only under its own id", async () => {
    const offer = valueOf(await kiosk.command<CallOffer>("callOffer", {}));
    const id = randomUUID();
    const sealed = await seal(offer, id, wish());
    expect(JSON.stringify(sealed)).not.toMatch(TELLS);
    const held = { id, sealed, heldFor: 90 * MINUTE };
    const accepted = valueOf(await kiosk.command("handInCall", held));
    expect(accepted).toMatchObject({ asked: "2026-12-01T08:30:00.000Z", readable: true });
    expect(valueOf(await kiosk.command("handInCall", held))).toEqual(accepted);
    expect(valueOf(await ada.take(id))).toMatchObject({ number: "+447700900123" });
    expect(await ada.queue()).toHaveLength(1);
    // Paired anew meanwhile, the same device is another screen, and what it hands in is still the same request.
    const anew = await kioskAt(running, "larkhill", "Paired anew");
    expect(valueOf(await anew.command("handInCall", held))).toEqual(accepted);
    // And so it is from another centre: it belongs where she asked, and that centre's queue names no foreign place.
    const moved = await kioskAt(running, "moor-top", "Moved");
    const other = { id: randomUUID(), heldFor: null };
    const first = { ...other, sealed: await seal(offer, other.id, wish()) };
    expect(valueOf(await moved.command<HandedIn>("handInCall", first)).readable).toBe(true);
    expect((await ada.queue()).find((one) => one.id === other.id)).toMatchObject({
      centre: "larkhill",
      screen: null,
    });
    expect(valueOf(await moved.command<HandedIn>("handInCall", first)).id).toBe(other.id);
    // Turned to another centre by whoever holds the disk, nobody can read it.
    const turned = { ...sealed, centre: "moor-top" };
    const cut = valueOf(await moved.command<HandedIn>("handInCall", { id: randomUUID(), sealed: turned, heldFor: null })); // prettier-ignore
    expect(cut.readable).toBe(false);
    // Under another id nobody can read it, and nobody is told what it says.
    const foreign = valueOf(await kiosk.command<HandedIn>("handInCall", { ...held, id: randomUUID() }));
    expect(foreign.readable).toBe(false);
    expect(valueOf(await ada.take(foreign.id))).toMatchObject({ number: null, name: null, unreadable: true });
  });

  test("that was sealed to a key which the hub has lost is not lost: advisers see that somebody asked, and read it once the key is back", async () => {
    // Sealed by a kiosk of former times, which named no centre: it is the kiosk's own.
    const { id, sealed } = FORMER;
    const held = { id, sealed, heldFor: 30 * MINUTE };
    const came = valueOf(await kiosk.command<HandedIn>("handInCall", held));
    expect(came).toMatchObject({ readable: false, asked: "2026-12-01T09:30:00.000Z" });
    expect(valueOf(await kiosk.command("handInCall", held))).toEqual(came);
    expect(await ada.queue()).toMatchObject([{ id, unread: true, state: { state: "waiting" } }]);
    const { hub } = running;
    const purge = (keys: readonly string[]) => purgeCalls({ database: hub.database, vault: openVault(keys), log: openLog("silent"), now: () => TEN }); // prettier-ignore
    await purge([hub.secret]);
    expect(await ada.queue()).toMatchObject([{ id, unread: true }]);
    // Whoever runs the hub puts it back beside the present one.
    await purge([hub.secret, "a former key of thirty-two characters"]);
    expect(await ada.queue()).toMatchObject([{ id, unread: false, about: "money", language: "pl" }]);
    expect(valueOf(await ada.take(id))).toMatchObject({ number: "+447700900123", name: "Kim Bowen", unreadable: false }); // prettier-ignore
    expect(valueOf(await kiosk.command("handInCall", held))).toEqual({ ...came, readable: true });
  });

  test("that was promised is taken though its centre offers calls no more and its number is barred, and the adviser is warned", async () => {
    const { id: prank } = valueOf(await kiosk.ask());
    valueOf(await ada.take(prank));
    valueOf(await ada.browser.command("endCall", { id: prank, outcome: "prank" }));
    const offer = valueOf(await kiosk.command<CallOffer>("callOffer", {}));
    onTestFinished(async () => {
      await running.done("arrangeCalls", { centre: "larkhill", calls: settings() as never });
      await running.hub.database.reading.deleteFrom("known_prank").execute();
    });
    await running.done("arrangeCalls", { centre: "larkhill", calls: settings({ offered: false }) as never });
    expect(await kiosk.ask()).toMatchObject({ refusal: { code: "calls-not-offered" } });
    const id = randomUUID();
    valueOf(await kiosk.command("handInCall", { id, sealed: await seal(offer, id, wish()), heldFor: null }));
    expect(valueOf(await ada.take(id))).toMatchObject({ number: "+447700900123", barred: true });
  });

  test("is cancelled by its reference, and by nobody who guesses", async () => {
    const { id, reference } = valueOf(await kiosk.ask());
    const typed = reference.toLowerCase().replace(" ", "");
    expect(await kiosk.command("cancelCall", { reference: typed })).toMatchObject({
      ok: true,
      value: { id },
    });
    expect(valueOf(await kiosk.command<CallProgress>("callProgress", { id }))).toMatchObject({
      state: "cancelled",
    });
    for (let wrong = 0; wrong < 5; wrong += 1) await kiosk.command("cancelCall", { reference });
    expect(await kiosk.command("cancelCall", { reference })).toMatchObject({ refusal: { code: "too-many-tries" } }); // prettier-ignore
  });

  test("to ring the handset shows its number to whoever takes it, where the centre has said it", async () => {
    const calls = { ...settings(), hours: [...settings().hours] };
    const arrange = (handsetNumber: string) => running.order("arrangeCalls", { centre: "larkhill", calls: { ...calls, handsetNumber } }); // prettier-ignore
    expect(await arrange("999")).toMatchObject({ refusal: { code: "number-emergency" } });
    valueOf(await arrange("0113 496 0123"));
    const { id } = valueOf(await kiosk.ask({ way: "handset", number: null, name: null }));
    expect(valueOf(await ada.take(id))).toMatchObject({ number: null, readable: "0113 496 0123" });
  });

  test("is given back, and taken by somebody else with the notes that were made", async () => {
    const { id } = valueOf(await kiosk.ask());
    valueOf(await ada.take(id));
    valueOf(await ada.browser.command("noteCall", { id, notes: "Speaks Polish." }));
    valueOf(await ada.browser.command("giveBackCall", { id }));
    expect(await ada.browser.command("endCall", { id, outcome: "spoke" })).toMatchObject({ refusal: { code: "not-yours" } }); // prettier-ignore
    expect(valueOf(await ben.take(id))).toMatchObject({ notes: "Speaks Polish.", number: "+447700900123" });
    const late = { id, at: "2027-01-01T10:00:00.000Z" };
    expect(await ben.browser.command("tryCallAgain", late)).toMatchObject({
      refusal: { code: "not-to-come" },
    });
  });
});
