import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { done, refused } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import { type Database, openDatabase } from "#server/db/open.ts";
import { openLog } from "#server/log.ts";
import { byEmail } from "#server/messages/email.ts";
import { type Addressee, deliveriesOf, post } from "#server/messages/message.ts";
import { openPost, type Post } from "#server/messages/post.ts";
import { byPush, keysFrom } from "#server/messages/push.ts";
import { devicesOf, subscribe } from "#server/messages/subscriptions.ts";
import { openOutside } from "#server/outside/outside.ts";
import { STRAIGHT } from "#server/outside/settings.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type PushService, startPushService } from "../../support/messages/push-service.ts";
import { type SmtpServer, startSmtp } from "../../support/messages/smtp.ts";

const SECRET = "a secret of thirty-two characters, or more";
const HOUR = 3_600_000;
const began = Date.parse("2026-12-01T09:00:00Z");

describe.each(databases)("telling people, on $name", ({ fresh, name }) => {
  let made: Fresh;
  let database: Database;
  let smtp: SmtpServer;
  let pushes: PushService;
  let office: Post;
  let now = began;
  const closing: (() => Promise<unknown>)[] = [];

  function openOffice(on: Database): Post {
    const outside = openOutside({ ...STRAIGHT, allowPrivate: [pushes.host] }, () => now);
    const email = byEmail({ smtpUrl: smtp.url, from: "Signpost <hub@example.org>", emailOf: async (_db, person) => (person === "amy" ? "amy@example.org" : null) }); // prettier-ignore
    const push = byPush({ db: on.reading, secret: SECRET, contact: "mailto:hub@example.org", outside, now: () => now, gone: async (id) => void (await on.reading.deleteFrom("push_subscription").where("id", "=", id).execute()) }); // prettier-ignore
    const opened = openPost({ database: on, channels: [email, push], log: openLog("silent"), publicUrl: "https://hub.example", now: () => now }); // prettier-ignore
    closing.push(opened.stop, outside.close);
    return opened;
  }

  beforeEach(async () => {
    now = began;
    made = await fresh();
    database = await openDatabase(made.url);
    [smtp, pushes] = await Promise.all([startSmtp(), startPushService(keysFrom(SECRET).publicKey)]);
    office = openOffice(database);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    await Promise.all([smtp.close(), pushes.close(), database.close()]);
    await made.close();
  });

  const tell = (to: Addressee, cause = "screen/s1") =>
    change(
      database,
      async (tx) =>
      done(await post(tx, { to, about: "screen-back", facts: { screen: "Reception", centre: "Larkhill – Leeds" }, path: "/console/screens", cause, until: now + HOUR }, new Date(now).toISOString())), // prettier-ignore
    );
  const reports = () => deliveriesOf(database.reading, "screen/s1");
  const subscribed = async (person: string) => {
    await change(database, (tx) => subscribe(tx, person, { device: "Phone", subscription: pushes.subscribe() }, new Date(now).toISOString())); // prettier-ignore
  };

  test("what was undone was never said, and what stands arrives with its words and the way there", async () => {
    await change(database, async (tx) => {
      await post(tx, { to: { email: "ben@example.org" }, about: "try-out", facts: {}, path: null, cause: "x", until: now + HOUR }, new Date(now).toISOString()); // prettier-ignore
      return refused("broken");
    });
    await tell({ person: "amy" });
    await office.soon();
    expect(smtp.mails.map(({ to }) => to)).toEqual(["amy@example.org"]);
    const [{ raw, from }] = smtp.mails as [(typeof smtp.mails)[number]];
    expect(from).toBe("hub@example.org");
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(raw.replaceAll("=\r\n", "")).toContain("https://hub.example/console/screens");
    expect(await reports()).toMatchObject([{ channel: "email", state: "sent", tries: 1 }]);
    expect(await database.reading.selectFrom("message").select("facts").execute()).toEqual([{ facts: "{}" }]);
  });

  test("a mail server that is away is tried again with longer and longer rests, until it takes it once", async () => {
    smtp.beAway(true);
    await tell({ person: "amy" });
    await office.soon();
    expect(await reports()).toMatchObject([{ state: "waiting", because: "smtp-away", tries: 1 }]);
    await office.soon();
    expect(await reports()).toMatchObject([{ tries: 1 }]);
    now += 15_000;
    await office.soon();
    now += 15_000;
    await office.soon();
    expect(await reports()).toMatchObject([{ tries: 2 }]);
    smtp.beAway(false);
    now += 45_000;
    await office.soon();
    await office.soon();
    expect(smtp.mails).toHaveLength(1);
    expect(await reports()).toMatchObject([{ state: "sent", because: null, tries: 3 }]);
  });

  test.each([
    [
      "an address that is none any more is given up",
      "550 5.1.1 No such user",
      { state: "failed", because: "smtp-550" },
    ],
    [
      "a server that wants it later gets it later",
      "451 4.7.1 Greylisted",
      { state: "waiting", because: "smtp-451" },
    ],
  ])("%s", async (_what, answer, becomes) => {
    smtp.refuse(answer);
    await tell({ person: "amy" });
    await office.soon();
    expect(await reports()).toMatchObject([becomes]);
    expect(smtp.mails).toEqual([]);
  });

  test("what nobody needs to know any more is not said late", async () => {
    smtp.refuse("421 4.3.2 Not now");
    await tell({ person: "amy" });
    await office.soon();
    smtp.refuse(null);
    now += 2 * HOUR;
    await office.soon();
    expect(smtp.mails).toEqual([]);
    expect(await reports()).toMatchObject([{ state: "expired" }]);
  });

  test("somebody whom nothing reaches is named as such", async () => {
    await tell({ person: "nobody" });
    await office.soon();
    expect(await reports()).toMatchObject([{ person: "nobody", state: "nobody", channel: null }]);
  });

  test("a browser that asked for it gets it sealed, from this hub and no other", async () => {
    await subscribed("cai");
    await tell({ person: "cai" });
    await office.soon();
    expect(pushes.pushed).toEqual([
      {
        ttl: 3600,
        urgency: "high",
        sender: "mailto:hub@example.org",
        payload: {
          id: expect.any(String),
          title: "Reception at Larkhill – Leeds is back",
          body: expect.stringContaining("connected again"),
          url: "/console/screens",
        },
      },
    ]);
    expect(await reports()).toMatchObject([{ channel: "push", state: "sent" }]);
  });

  test("a browser that has gone is forgotten; a service that is busy says when to come again", async () => {
    await subscribed("cai");
    pushes.answer(429, { "Retry-After": "600" });
    await tell({ person: "cai" });
    await office.soon();
    expect(await reports()).toMatchObject([{ state: "waiting", because: "push-429" }]);
    now += 599_000;
    await office.soon();
    expect(await reports()).toMatchObject([{ tries: 1 }]);
    pushes.answer(410);
    now += 2_000;
    await office.soon();
    expect(await reports()).toMatchObject([{ state: "failed", because: "push-gone" }]);
    expect(await devicesOf(database.reading, "cai")).toEqual([]);
  });

  test("a browser whose key is none is given up at once, and forgotten", async () => {
    const subscription = { ...pushes.subscribe(), keys: { p256dh: "B".repeat(87), auth: "a".repeat(22) } };
    await change(database, (tx) => subscribe(tx, "dee", { device: "x", subscription }, new Date(now).toISOString())); // prettier-ignore
    await tell({ person: "dee" });
    await office.soon();
    expect(await reports()).toMatchObject([{ state: "failed", because: "push-bad-key", tries: 1 }]);
    expect(await devicesOf(database.reading, "dee")).toEqual([]);
  });

  test("a subscription that leads into the hub's own house is not followed", async () => {
    const subscription = { ...pushes.subscribe(), endpoint: "http://127.0.0.1:1/inside" };
    await change(database, (tx) => subscribe(tx, "cai", { device: "x", subscription }, new Date(now).toISOString())); // prettier-ignore
    await tell({ person: "cai" });
    await office.soon();
    expect(await reports()).toMatchObject([{ state: "waiting", because: "private-address" }]);
  });

  test("however many hubs there are, each message is sent once", async () => {
    const other = name === "postgres" ? await openDatabase(made.url) : database;
    const second = openOffice(other);
    for (let count = 0; count < 12; count += 1) await tell({ person: "amy" }, `screen/${count}`);
    await Promise.all([office.soon(), second.soon(), office.soon(), second.soon()]);
    await Promise.all([office.soon(), second.soon()]);
    expect(smtp.mails).toHaveLength(12);
    if (other !== database) closing.push(() => other.close());
  });
});
