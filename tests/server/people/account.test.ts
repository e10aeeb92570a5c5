import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, type Fresh } from "../../support/databases.ts";
import { centre } from "../../support/drafts.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { type SignOnService, startSignOnService } from "../../support/oidc.ts";
import { Browser, enterBy, signedIn } from "../../support/people.ts";
import { codeFor } from "../../support/totp.ts";

const PASSWORD = "correct horse battery staple";

describe.each(databases)("a person's own account, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let service: SignOnService;
  beforeAll(async () => {
    [database, service] = await Promise.all([fresh(), startSignOnService()]);
    running = await startHub({
      databaseUrl: database.url,
      env: {
        SIGNPOST_TRUST_PROXY: "1",
        SIGNPOST_SECOND_FACTOR: "district",
        SIGNPOST_OIDC_ISSUER: service.issuer,
        SIGNPOST_OIDC_CLIENT_ID: service.clientId,
        SIGNPOST_OIDC_CLIENT_SECRET: service.clientSecret,
        SIGNPOST_OIDC_NAME: "Northshire",
      },
    });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
  });
  afterAll(async () => {
    await running.stop();
    await service.stop();
    await database.close();
  });
  let addresses = 0;
  const from = () => `192.0.2.${(addresses += 1)}`;
  const newBrowser = () => new Browser(running.url, "", from());

  test("a password that is short, common or made of one's own name is refused", async () => {
    const invite = { email: "harriet.larkin@example.org", name: "Harriet Larkin", role: "staff" as const, centres: ["larkhill"], decides: [] }; // prettier-ignore
    const { link } = await running.done("addPerson", invite);
    for (const password of ["short", "password1234", "qwertyuiop12", "harrietlarkin1", "signpostsignpost"])
      expect(await enterBy(newBrowser(), { link, password }), password).toMatchObject({ refusal: { code: "weak-password" } }); // prettier-ignore
    expect(await enterBy(newBrowser(), { link, password: PASSWORD })).toMatchObject({ ok: true });
  });

  test("a district lead does nothing before there is a second factor, and signs in with both from then on", async () => {
    const who = { email: "leah@example.org", role: "district" } as const;
    const { browser } = await signedIn(running, who);
    expect(await browser.get("/session")).toMatchObject({ state: "must-secure" });
    expect(await browser.command("listPeople", {})).toMatchObject({ refusal: { code: "not-allowed" } });
    expect(await browser.post("/account/second-factor", { password: "wrong" })).toMatchObject({ refusal: { code: "wrong-password" } }); // prettier-ignore
    const { value } = await browser.post("/account/second-factor", { password: PASSWORD });
    expect(await browser.post("/account/second-factor/confirm", { code: "000000" })).toMatchObject({ refusal: { code: "wrong-code" } }); // prettier-ignore
    expect(await browser.post("/account/second-factor/confirm", { code: codeFor(value.uri) })).toMatchObject({ ok: true }); // prettier-ignore
    expect(await browser.get("/session")).toMatchObject({ state: "here", secondFactor: true });
    expect(await browser.command("listPeople", {})).toMatchObject({ ok: true });

    const again = newBrowser();
    const entered = await again.post("/session", { email: who.email, password: PASSWORD });
    expect(entered).toEqual({ ok: true, value: { state: "second-factor" } });
    expect(await again.get("/session")).toMatchObject({ state: "nobody" });
    expect(await again.post("/session/second", { code: "123456" })).toMatchObject({ ok: false });
    expect(await again.post("/session/second", { code: codeFor(value.uri) })).toMatchObject({ ok: true });
    expect(await again.get("/session")).toMatchObject({ state: "here" });

    const lost = newBrowser();
    await lost.post("/session", { email: who.email, password: PASSWORD });
    expect(await lost.post("/session/second", { code: value.backupCodes[0] })).toMatchObject({ ok: true });
    const twice = newBrowser();
    await twice.post("/session", { email: who.email, password: PASSWORD });
    expect(await twice.post("/session/second", { code: value.backupCodes[0] })).toMatchObject({ ok: false });
  });

  test("sessions are listed, one is ended from another, and a new password ends the others", async () => {
    const who = { email: "sid@example.org", role: "adviser", centres: ["larkhill"] } as const;
    const { browser } = await signedIn(running, who);
    const other = newBrowser();
    await other.post("/session", { email: who.email, password: PASSWORD });
    const { session } = await other.get("/session");
    const { value } = await browser.command("listSessions", {});
    expect(value.map(({ id }: { id: string }) => id)).toContain(session);
    await browser.command("endSession", { id: session });
    expect(await other.get("/session")).toMatchObject({ state: "nobody" });
    const third = newBrowser();
    await third.post("/session", { email: who.email, password: PASSWORD });
    const next = "a quite different long sentence";
    expect(await browser.post("/account/password", { current: "wrong", next })).toMatchObject({ ok: false });
    expect(await browser.post("/account/password", { current: PASSWORD, next })).toMatchObject({ ok: true });
    expect(await browser.get("/session")).toMatchObject({ state: "here" });
    expect(await third.get("/session")).toMatchObject({ state: "nobody" });
  });

  /** Follows the redirects as a browser does, through the service and back. */
  async function signOn(browser: Browser): Promise<string> {
    const { value } = await browser.post("/sign-on", {});
    const atService = await fetch(value, { redirect: "manual" });
    const back = new URL(atService.headers.get("location")!);
    const arrived = await fetch(back, { redirect: "manual", headers: { cookie: browser.cookie } });
    browser.takeFrom(arrived);
    return arrived.headers.get("location") ?? "";
  }

  test("whoever was invited signs in with what the district has already, and nobody else does", async () => {
    expect(await newBrowser().get("/session")).toMatchObject({ state: "nobody", signOn: "Northshire" });
    const invite = { email: "olu@example.org", role: "adviser" as const, centres: ["larkhill"], decides: [] };
    await running.done("addPerson", invite);
    service.setPerson("olu@example.org");
    const olu = new Browser(running.url);
    expect(await signOn(olu)).toMatch(/\/console$/);
    expect(await olu.get("/session")).toMatchObject({ state: "here", person: { email: "olu@example.org" } });
    service.setPerson("stranger@example.org");
    const stranger = new Browser(running.url);
    expect(await signOn(stranger)).toContain("/console/refused");
    expect(await stranger.get("/session")).toMatchObject({ state: "nobody" });
    await running.done("endPerson", { id: (await olu.get("/session")).person.id });
    service.setPerson("olu@example.org");
    const former = new Browser(running.url);
    await signOn(former);
    expect(await former.get("/session")).toMatchObject({ state: "nobody" });
  });
});
