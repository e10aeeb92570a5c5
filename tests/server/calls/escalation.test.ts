import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { QueuedCall, Telling } from "#shared/calls/call.ts";
import { byText } from "#server/messages/notify.ts";
import { openOutside } from "#server/outside/outside.ts";
import { STRAIGHT } from "#server/outside/settings.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { type Adviser, adviserAt, type Kiosk, kioskAt, MINUTE, saveCentre, settings, TELLS, TEN, valueOf } from "../../support/calls.ts"; // prettier-ignore
import { type NotifyServer, startNotify } from "../../support/messages/notify.ts";
import { type SmtpServer, startSmtp } from "../../support/messages/smtp.ts";
import { startWebhook, type WebhookServer } from "../../support/messages/webhook.ts";

/** Ofcom's numbers for trying out. */
const PHONES = { ada: "+447700900101", dan: "+447700900102" };

describe.each(databases)("a call that nobody answers, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let notify: NotifyServer;
  let smtp: SmtpServer;
  let hook: WebhookServer;
  let kiosk: Kiosk;
  let now = TEN;
  const people = new Map<string, Adviser>();
  let round = 0;

  beforeAll(async () => {
    database = await fresh();
    const clock = () => now;
    [notify, smtp, hook] = await Promise.all([startNotify(clock), startSmtp(), startWebhook(clock)]);
    running = await startHub({
      databaseUrl: database.url,
      now: clock,
      env: {
        SIGNPOST_SMTP_URL: smtp.url,
        SIGNPOST_SMTP_FROM: "Signpost <hub@example.org>",
        SIGNPOST_NOTIFY_KEY: notify.key,
        SIGNPOST_NOTIFY_URL: notify.url,
        SIGNPOST_NOTIFY_SMS_TEMPLATE: notify.smsTemplate,
        SIGNPOST_NOTIFY_EMAIL_TEMPLATE: notify.emailTemplate,
        SIGNPOST_WEBHOOK_URL: hook.url,
        SIGNPOST_WEBHOOK_SECRET: hook.secret,
        SIGNPOST_ALLOW_PRIVATE: `${notify.host},${hook.host}`,
        SIGNPOST_PUBLIC_URL: "https://hub.example",
      },
    });
    await saveCentre(running, "elsewhere");
    for (const name of ["ada", "dan", "gus"]) people.set(name, await adviserAt(running, `${name}@example.org`, ["elsewhere"])); // prettier-ignore
    people.set("leah", await adviserAt(running, "leah@example.org", [], "district"));
    for (const name of ["ada", "dan"] as const) valueOf(await people.get(name)!.browser.command("tellByText", { number: PHONES[name] })); // prettier-ignore
    await running.done("saveDutyGroup", { id: "duty", name: "Duty", people: [id("gus")] });
  });
  beforeEach(async () => {
    now = TEN + round * 7 * 24 * 60 * MINUTE;
    round += 1;
    notify.be(201);
    smtp.refuse(null);
    const db = running.hub.database.reading;
    for (const table of ["call", "delivery", "message"] as const) await db.deleteFrom(table).execute();
    const slug = `centre-${round}`;
    await saveCentre(running, slug, settings({ dutyGroup: "duty" }), {
      adviser: id("ada"),
      deputy: id("dan"),
    });
    kiosk = await kioskAt(running, slug);
    for (const sent of [notify.sent, smtp.mails, hook.heard]) (sent as unknown[]).length = 0;
  });
  afterAll(async () => {
    await running.stop();
    await Promise.all([notify.close(), smtp.close(), hook.close()]);
    await database.close();
  });

  const id = (name: string) => people.get(name)!.person;

  /** What the hub does every second and two, done now. */
  async function pass(minutes: number): Promise<void> {
    now += minutes * MINUTE;
    await running.hub.goRounds();
  }

  /** The one call of this test's centre, as the district lead sees it. */
  async function call(): Promise<QueuedCall> {
    const [own] = (await people.get("leah")!.queue()).filter(({ centre }) => centre === `centre-${round}`);
    return own!;
  }

  const of = (tellings: readonly Telling[], step: string, channel: string | null) =>
    tellings.find((one) => one.step === step && one.channel === channel);

  test("goes to the adviser at once, then to the deputy, the duty group and the district lead", async () => {
    valueOf(await kiosk.ask({ way: "handset", number: null }));
    await pass(0);
    expect(notify.sent.map(({ kind, to }) => [kind, to])).toEqual([["sms", PHONES.ada]]);
    expect(notify.sent[0]!.personalisation["text"]).not.toMatch(TELLS);
    expect(hook.heard).toMatchObject([{ type: "call-new" }]);
    const early = await call();
    expect(early.told).toBe("adviser");
    expect(valueOf(await kiosk.command("callProgress", { id: early.id }))).toMatchObject({ passedOn: false });
    await pass(7.5);
    expect(notify.sent.map(({ to }) => to)).toEqual([PHONES.ada, PHONES.dan]);
    await pass(3.75);
    // Who gave no number is told by e-mail.
    expect(notify.sent.at(-1)).toMatchObject({ kind: "email", to: "gus@example.org" });
    await pass(3.75);
    expect(notify.sent.at(-1)).toMatchObject({ kind: "email", to: "leah@example.org" });
    const late = await call();
    expect(late).toMatchObject({ told: "district", state: { state: "waiting" } });
    expect(of(late.tellings, "district", "notify-email")).toMatchObject({ state: "sent" });
    expect(of(late.tellings, "district", "email")).toMatchObject({ state: "spared" });
    expect(valueOf(await kiosk.command("callProgress", { id: late.id }))).toMatchObject({ passedOn: true });
    await pass(600);
    expect(notify.sent).toHaveLength(4);
  });

  test("is passed on from nobody where a centre has no adviser: the district lead is the first to be told", async () => {
    await saveCentre(running, `alone-${round}`);
    const alone = await kioskAt(running, `alone-${round}`);
    const { id: one } = valueOf(await alone.ask({ way: "handset", number: null }));
    await pass(0);
    expect((await people.get("leah")!.queue()).find((each) => each.id === one)!.told).toBe("district");
    expect(valueOf(await alone.command("callProgress", { id: one }))).toMatchObject({ passedOn: false });
  });

  test("is told to nobody more once it is taken", async () => {
    const { id: one } = valueOf(await kiosk.ask({ way: "handset", number: null }));
    await pass(0);
    valueOf(await people.get("leah")!.take(one));
    await pass(15);
    expect(notify.sent.map(({ to }) => to)).toEqual([PHONES.ada]);
  });

  test.each([
    ["403", 403, "notify-403"],
    ["429", 429, "notify-429"],
    ["500", 500, "notify-500"],
  ] as const)("finds its people by the next channel when Notify answers %s", async (_name, mood, because) => {
    notify.be(mood);
    valueOf(await kiosk.ask({ way: "handset", number: null }));
    await pass(0);
    expect(of((await call()).tellings, "adviser", "text")).toMatchObject({
      state: "waiting",
      because,
      tries: 1,
    });
    expect(of((await call()).tellings, "adviser", "email")).toMatchObject({ state: "held" });
    for (const rest of [0.25, 1, 0, 0.25, 1, 0]) await pass(rest);
    expect(smtp.mails.map(({ to }) => to)).toContain("ada@example.org");
    const { tellings, state } = await call();
    expect(of(tellings, "adviser", "email")).toMatchObject({ state: "sent" });
    expect(of(tellings, "adviser", "text")).toMatchObject({ because });
    expect(state.state).toBe("waiting");
  });

  test("is red in the queue where nothing got through, and still waits", async () => {
    notify.be("bad-number", "sms");
    notify.be(500, "email");
    smtp.refuse("550 5.1.1 No such user");
    hook.answer(410);
    valueOf(await kiosk.ask({ way: "handset", number: null }));
    for (const rest of [0, 0, 0.25, 1, 0, 0]) await pass(rest);
    const { tellings, state } = await call();
    expect(of(tellings, "adviser", "text")).toMatchObject({
      state: "failed",
      because: "notify-ValidationError",
    });
    expect(of(tellings, "adviser", "notify-email")).toMatchObject({
      state: "waiting",
      because: "notify-500",
      tries: 3,
    });
    expect(of(tellings, "adviser", "email")).toMatchObject({ state: "failed", because: "smtp-550" });
    expect(of(tellings, "webhook", "webhook")).toMatchObject({ state: "failed", because: "webhook-410" });
    expect(JSON.stringify(tellings)).not.toMatch(/7700\W?900/);
    expect(state.state).toBe("waiting");
    hook.answer(200);
  });

  test("that comes in at night rings when the team is there, and not before", async () => {
    now += 9 * 60 * MINUTE;
    const accepted = valueOf(await kiosk.ask({ way: "handset", number: null }));
    expect(accepted).toMatchObject({
      from: expect.stringContaining("T09:00"),
      due: expect.stringContaining("T09:15"),
    });
    await pass(60);
    expect(notify.sent).toEqual([]);
    await pass(13 * 60);
    expect(notify.sent.map(({ to }) => to)).toEqual([PHONES.ada]);
  });

  test("that was put off is up again for who agreed to it", async () => {
    const dan = people.get("leah")!;
    const { id: one } = valueOf(await kiosk.ask({ way: "handset", number: null }));
    valueOf(await dan.take(one));
    valueOf(
      await dan.browser.command("tryCallAgain", { id: one, at: new Date(now + 60 * MINUTE).toISOString() }),
    );
    await pass(59);
    expect((await call()).state.state).toBe("again");
    await pass(1);
    expect(await call()).toMatchObject({
      state: { state: "waiting" },
      tellings: expect.arrayContaining([expect.objectContaining({ step: "reminder", person: dan.person })]),
    });
  });

  test("that somebody took and forgot goes back into the queue after two working hours", async () => {
    const { id: one } = valueOf(await kiosk.ask({ way: "handset", number: null }));
    valueOf(await people.get("leah")!.take(one));
    await pass(119);
    expect((await call()).state.state).toBe("taken");
    await pass(1);
    expect((await call()).state.state).toBe("waiting");
    expect(await people.get("leah")!.browser.command("seeCall", { id: one })).toMatchObject({
      refusal: { code: "not-yours" },
    });
  });
});

test("a Notify that says nothing at all is not waited for", async () => {
  const notify = await startNotify(() => TEN);
  notify.be("silence");
  const outside = openOutside({ ...STRAIGHT, allowPrivate: [notify.host] }, () => TEN);
  const channel = byText({
    ...notify,
    template: notify.smsTemplate,
    outside,
    patience: 1_000,
    now: () => TEN,
    db: null as never,
    phoneOf: async () => PHONES.ada,
  });
  const message = {
    id: "m",
    about: "call-new",
    subject: "A call",
    text: "A call",
    url: null,
    path: null,
    until: TEN + MINUTE,
  };
  // On a busy machine it may be given up before the question got there: that shows nothing.
  do expect(await channel.send(message, "ada")).toEqual({ state: "later", because: "notify-took-too-long" });
  while (notify.asked() === 0);
  expect(notify.asked()).toBe(1);
  await outside.close();
  await notify.close();
});
