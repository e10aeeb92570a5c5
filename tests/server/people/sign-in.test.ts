import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { centre } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { Browser, enterBy, signedIn } from "../../support/people.ts";

const PASSWORD = "correct horse battery staple";

describe.each(databases)("coming in, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, env: { SIGNPOST_TRUST_PROXY: "1" } });
    for (const slug of ["larkhill", "mill-lane"])
      await running.done("saveCentre", { centre: centre(slug), over: null });
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  test("the first link makes the district lead, once, and signs them in", async () => {
    const link = await running.hub.setUpLink();
    const first = new Browser(running.url);
    const opened = await first.post("/links/open", { link: link!.split("#")[1] });
    expect(opened).toMatchObject({ ok: true, value: { purpose: "setup", email: null } });
    const entering = { link, name: "Leah Lead", email: "Leah@Example.org", password: PASSWORD };
    expect(await enterBy(first, entering)).toEqual({ ok: true, value: { state: "here" } });
    expect(await first.get("/session")).toMatchObject({
      state: "here",
      person: { email: "leah@example.org", role: "district", centres: "all" },
    });
    expect(await first.command("listCentres", {})).toMatchObject({ ok: true });
    expect(await enterBy(new Browser(running.url), entering)).toMatchObject({
      refusal: { code: "link-spent" },
    });
    expect(await running.hub.setUpLink()).toBeNull();
  });

  test("whoever is invited comes in to their centres, and goes by signing out", async () => {
    const { browser, person } = await signedIn(running, {
      email: "ada@example.org",
      role: "adviser",
      centres: ["larkhill"],
    });
    expect(await browser.get("/session")).toMatchObject({ person: { id: person, centres: ["larkhill"] } });
    const centres = await browser.command("listCentres", {});
    expect(centres).toMatchObject({ ok: true, value: [{ centre: { slug: "larkhill" } }] });
    const cookie = browser.cookie;
    await browser.send("DELETE", "/session");
    expect(await browser.get("/session")).toMatchObject({ state: "nobody" });
    const thief = new Browser(running.url, cookie);
    expect(await thief.get("/session")).toMatchObject({ state: "nobody" });
    expect(await thief.command("listCentres", {})).toMatchObject({ refusal: { code: "not-allowed" } });
  });

  test("a wrong password, an unknown address and a person who was ended get the same words", async () => {
    const { person } = await signedIn(running, { email: "eve@example.org", role: "staff", centres: ["larkhill"] }); // prettier-ignore
    await running.done("endPerson", { id: person });
    const say = (email: string, password: string) =>
      new Browser(running.url, "", `192.0.2.${email.length}`).post("/session", { email, password });
    const wrong = await say("leah@example.org", "not the password");
    expect(wrong).toEqual({ ok: false, refusal: { code: "wrong-sign-in" } });
    expect(await say("nobody@example.org", PASSWORD)).toEqual(wrong);
    expect(await say("no address at all", PASSWORD)).toEqual(wrong);
    expect(await say("eve@example.org", PASSWORD)).toEqual(wrong);
  });

  test("whoever guesses is locked out, and the person they guess at is not", async () => {
    await signedIn(running, { email: "gil@example.org", role: "staff", centres: ["larkhill"] });
    const guesser = new Browser(running.url, "", "198.51.100.66");
    const codes = [];
    for (let tried = 0; tried < 9; tried += 1)
      codes.push((await guesser.post("/session", { email: "gil@example.org", password: "guess" })).refusal.code); // prettier-ignore
    expect(codes).toEqual([...Array(8).fill("wrong-sign-in"), "too-many-tries"]);
    const right = { email: "gil@example.org", password: PASSWORD };
    expect(await guesser.post("/session", right)).toMatchObject({ refusal: { code: "too-many-tries" } });
    const gil = new Browser(running.url, "", "198.51.100.7");
    expect(await gil.post("/session", right)).toMatchObject({ ok: true });
  });

  test("another website's page can neither sign in nor act with the cookie of who is here", async () => {
    const { browser } = await signedIn(running, { email: "cara@example.org", role: "adviser", centres: ["larkhill"] }); // prettier-ignore
    const answer = await fetch(`${running.url}/api/v1/commands/listCentres`, {
      method: "POST",
      headers: { cookie: browser.cookie, origin: "https://evil.example", "content-type": "application/json" },
      body: "{}",
    });
    expect(await answer.json()).toMatchObject({ refusal: { code: "wrong-origin" } });
    expect(browser.setCookies.join()).toMatch(/HttpOnly; SameSite=Lax/i);
  });

  test("the last district lead stays one", async () => {
    const people: { id: string; role: string }[] = await running.done("listPeople", {});
    const lead = people.find(({ role }) => role === "district")!;
    expect(await running.order("endPerson", { id: lead.id })).toMatchObject({
      refusal: { code: "last-lead" },
    });
    const demoted = { id: lead.id, name: "Leah", role: "adviser" as const, centres: [], decides: [] };
    expect(await running.order("changePerson", demoted)).toMatchObject({ refusal: { code: "last-lead" } });
  });
});

// Only there can several hubs stand on one database.
describe.each(databases.filter(({ name }) => name === "postgres"))("several hubs, on $name", ({ fresh }) => {
  test("whoever has been locked out by one hub is locked out by the others, and their address is not written down", async () => {
    const database = await fresh();
    const open = () => startHub({ databaseUrl: database.url, env: { SIGNPOST_TRUST_PROXY: "1" } });
    const [one, other] = [await open(), await open()];
    const guess = { email: "gil@example.org", password: "guess" };
    const guesser = new Browser(one.url, "", "198.51.100.66");
    for (let tried = 0; tried < 8; tried += 1) await guesser.post("/session", guess);
    const elsewhere = new Browser(other.url, "", "198.51.100.66");
    expect(await elsewhere.post("/session", guess)).toMatchObject({ refusal: { code: "too-many-tries" } });
    const tries = await other.hub.database.reading.selectFrom("tries").selectAll().execute();
    expect(JSON.stringify(tries)).not.toMatch(/198\.51|gil@example/);
    await Promise.all([one.stop(), other.stop()]);
    await database.close();
  });
});
