import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { lookForStale } from "#server/centres/stale.ts";
import { change } from "#server/db/change.ts";
import { openLog } from "#server/log.ts";
import { deliveriesOf } from "#server/messages/message.ts";
import { lookForMissing } from "#server/screens/missing.ts";
import { sampled } from "#server/screens/sampled.ts";
import { sample } from "#server/uses/sample.ts";
import { done } from "#shared/result.ts";
import type { Welcome } from "#shared/screens/protocol.ts";
import type { UseReport } from "#shared/uses/report.ts";
import { centre, vacancyDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { type SmtpServer, startSmtp } from "../../support/messages/smtp.ts";
import { connectScreen, pairScreen } from "../../support/screens.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const weekdays = { days: ["mon" as const, "tue" as const, "wed" as const, "thu" as const, "fri" as const], start: "09:00", end: "17:00" }; // prettier-ignore
const tuesday = Date.parse("2026-11-24T09:30:00Z");

describe.each(databases)("what a district is watched for, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let smtp: SmtpServer;
  let now = tuesday;
  const needs = () => ({
    database: running.hub.database,
    log: openLog("silent"),
    now: () => now,
    told: () => {},
  });
  const people = async (...rows: readonly (readonly [id: string, role: string])[]) => {
    const at = new Date(now).toISOString();
    await change(running.hub.database, async (tx) => {
      for (const [id, role] of rows)
        await tx.insertInto("person").values({ id, role, name: id, email: `${id}@example.org`, email_verified: 1, image: null, created: at, changed: at, second_factor: 0, ended: null }).execute(); // prettier-ignore
      return done(null);
    });
  };

  beforeAll(async () => {
    [database, smtp] = await Promise.all([fresh(), startSmtp()]);
    running = await startHub({
      databaseUrl: database.url,
      env: { SIGNPOST_SMTP_URL: smtp.url },
      now: () => now,
    });
    await people(["amy", "adviser"], ["dan", "adviser"], ["lee", "district"]);
    await running.done("saveCentre", { centre: centre("larkhill", { opening: [weekdays], adviser: "amy", deputy: "dan" }), over: null }); // prettier-ignore
  });
  afterAll(async () => {
    await running.stop();
    await Promise.all([smtp.close(), database.close()]);
  });

  test("a screen that goes quiet in opening hours is written to the adviser, then the deputy, and that it is back to both", async () => {
    const { cookie, id } = await pairScreen(running, "larkhill", "board", "Reception");
    const screen = await connectScreen(running.url, cookie);
    await screen.hello();
    await running.hub.writeDown();
    screen.close();
    const told = async () => (await deliveriesOf(running.hub.database.reading, `screen/${id}`)).map(({ person, about }) => `${about} ${person}`); // prettier-ignore
    now = tuesday + 14 * MINUTE;
    await lookForMissing(needs());
    expect(await told()).toEqual([]);
    now = tuesday + 16 * MINUTE;
    await lookForMissing(needs());
    await lookForMissing(needs());
    expect(await told()).toEqual(["screen-missing amy"]);
    now = tuesday + 3 * HOUR;
    await lookForMissing(needs());
    expect((await told()).toSorted()).toEqual(["screen-missing amy", "screen-missing dan"]);
    const back = await connectScreen(running.url, cookie);
    await back.hello();
    await running.hub.writeDown();
    await lookForMissing(needs());
    now += 5 * MINUTE;
    await back.beat("", 0);
    await running.hub.writeDown();
    await lookForMissing(needs());
    back.close();
    expect((await told()).filter((one) => one.startsWith("screen-back")).toSorted()).toEqual(["screen-back amy", "screen-back dan"]); // prettier-ignore
    await vi.waitFor(() => expect(smtp.mails.filter(({ raw }) => raw.includes("connected again")).map(({ to }) => to).toSorted()).toEqual(["amy@example.org", "dan@example.org"]), 30_000); // prettier-ignore
  });

  test("a board on which nothing is decided is told to the adviser, the deputy, then the district lead, in opening hours", async () => {
    now = tuesday;
    const told = async () => (await deliveriesOf(running.hub.database.reading, "board/larkhill")).map(({ person, about }) => `${about} ${person}`).toSorted(); // prettier-ignore
    for (let count = 0; count < 6; count += 1) {
      await running.done("saveItem", vacancyDraft(`v${count}`, `Job ${count}`));
      await running.done("placeVacancy", { vacancy: `v${count}`, centre: "larkhill", on: "board" });
    }
    await lookForStale(needs());
    expect(await told()).toEqual([]);
    await running.done("withdrawItem", { id: "v5", over: null });
    await lookForStale(needs());
    await lookForStale(needs());
    expect(await told()).toEqual(["board-few amy"]);
    await running.done("saveItem", vacancyDraft("v6", "Another"));
    await running.done("placeVacancy", { vacancy: "v6", centre: "larkhill", on: "board" });
    await lookForStale(needs());
    now = tuesday + 7 * DAY - 10 * HOUR;
    await lookForStale(needs());
    expect(await told()).toEqual(["board-few amy"]);
    now = tuesday + 7 * DAY;
    await lookForStale(needs());
    expect(await told()).toEqual(["board-few amy", "board-stale amy"]);
    now += 2 * DAY;
    await lookForStale(needs());
    now += 6 * DAY;
    await lookForStale(needs());
    expect(await told()).toEqual(["board-few amy", "board-stale amy", "board-stale dan", "board-stale lee"]);
    expect(JSON.stringify(await (await fetch(`${running.url}/api/v1/centres/larkhill/programme`)).json())).not.toMatch(/stale|"amy"/); // prettier-ignore
  });

  test("minutes in which screens were right are counted once, however many hubs look, and what was on the boards", async () => {
    now = Date.parse("2026-12-01T10:00:00Z");
    const { cookie } = await pairScreen(running, "larkhill", "board", "Hall");
    const screen = await connectScreen(running.url, cookie);
    const { changes } = (await screen.hello()) as Extract<Welcome, { state: "welcome" }>;
    await running.hub.writeDown();
    const look = () => sample({ ...needs(), screens: (at) => sampled(running.hub.database.reading, at) });
    await look();
    const [before] = (await report()).months;
    now += MINUTE;
    await Promise.all([look(), look()]);
    await look();
    const [after] = (await report()).months;
    expect(after!.screens.open - before!.screens.open).toBe(2);
    // Nothing has been painted by it, and of the two screens the other is away.
    expect(after!.screens.right).toBe(before!.screens.right);
    screen.socket.emit("painted", 10_000);
    const painted = async () => {
      await running.hub.writeDown();
      return (await sampled(running.hub.database.reading, now)).map((one) => one.painted);
    };
    await expect.poll(painted).toContain(10_000);
    now += 20 * MINUTE;
    await screen.beat(changes.epoch, 0, { painted: 10_000 });
    await running.hub.writeDown();
    await look();
    screen.close();
    const { months, vacancies } = await report();
    expect(months[0]!.screens.right - after!.screens.right).toBe(2);
    expect(vacancies.map(({ title }) => title)).toContain("Another");
    expect(vacancies[0]).toMatchObject({
      centre: "larkhill",
      first: "2026-12-01",
      hours: expect.any(Number),
    });
  });

  test("pages that people read are counted, what a code led to as well, and machines are not", async () => {
    const read = (path: string, agent = "Mozilla/5.0 (Linux; Android 14)") => fetch(`${running.url}${path}`, { headers: { "User-Agent": agent } }); // prettier-ignore
    for (let count = 0; count < 5; count += 1) await read("/c/larkhill?via=code");
    for (let count = 0; count < 5; count += 1) await read("/j/v6?centre=larkhill");
    await read("/c/larkhill", "Googlebot/2.1");
    await vi.waitFor(async () => {
      const [month] = (await report()).months;
      expect(month!.acts).toMatchObject({ code: 5, "page-centre": 5, "page-vacancy": 5, "page-event": 0 });
    }, 30_000);
  });

  const report = (): Promise<UseReport> =>
    running.done("reportUse", { centres: ["larkhill"], from: "2026-12", to: "2026-12" });
});
