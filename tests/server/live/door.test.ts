import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operatorToken } from "#server/live/identity.ts";
import { centre, noticeDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

describe.each(databases)("what comes to the door, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url, env: { SIGNPOST_LOG: "silent" } });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
  });

  interface Answer {
    readonly status: number;
    readonly result: { readonly refusal?: { readonly code: string; readonly details?: unknown } };
  }
  async function knock(
    name: string,
    body: NonNullable<RequestInit["body"]>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${running.url}/api/v1/commands/${name}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${operatorToken(running.hub.secret)}`,
        ...headers,
      },
      body,
    });
    return { status: response.status, result: (await response.json()) as Answer["result"] };
  }
  const refusal = (status: number, code: string) => ({ status, result: { refusal: { code } } });
  const items = () => running.done("listItems", { limit: 1000 });
  const draft = noticeDraft("n1", "Snow day", ["larkhill"]);

  test.each<[string, string | Uint8Array<ArrayBuffer>, number, string]>([
    ["no JSON", "{", 400, "bad-input"],
    ["a bare word", '"saveItem"', 400, "bad-input"],
    ["a list for an object", "[]", 400, "bad-input"],
    ["a hundred thousand brackets", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400, "bad-input"],
    [
      "a hundred thousand objects in one another",
      `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
      400,
      "bad-input",
    ],
    ["thirteen megabytes", JSON.stringify({ ...draft, id: "x".repeat(13_000_000) }), 413, "too-large"],
    [
      "bytes that are no UTF-8, in an id",
      Buffer.from(JSON.stringify(draft).replace('"n1"', '"n\xff"'), "latin1"),
      400,
      "bad-input",
    ],
  ])("%s is refused and nothing is kept", async (_what, body, status, code) => {
    expect(await knock("saveItem", body)).toMatchObject(refusal(status, code));
    expect(await items()).toEqual([]);
  });

  test("keys that would change every object change none", async () => {
    const forged = JSON.stringify(draft).replace(
      "{",
      '{"__proto__":{"role":"operator"},"constructor":{"prototype":{"isEvil":true}},',
    );
    expect(await knock("saveItem", forged)).toMatchObject({ status: 200 });
    expect(({} as { isEvil?: boolean }).isEvil).toBeUndefined();
    expect(JSON.stringify(await items())).not.toMatch(/__proto__|isEvil/);
    expect(await knock("__proto__", "{}")).toMatchObject(refusal(404, "no-such-command"));
    expect(await knock("constructor", "{}")).toMatchObject(refusal(404, "no-such-command"));
  });

  test("a body that does not say that it is JSON is not read as such", async () => {
    const answer = await knock("saveItem", JSON.stringify(noticeDraft("n2", "x", [])), {
      "Content-Type": "text/plain",
    });
    expect(answer).toMatchObject(refusal(415, "not-json"));
    const zipped = await knock("saveItem", "nothing zipped", { "Content-Encoding": "gzip" });
    expect(zipped.status).toBe(400);
  });

  test("each mistake is named by its place", async () => {
    const { result } = await knock(
      "saveItem",
      JSON.stringify({ ...draft, until: "tomorrow", audience: ["No Slug"] }),
    );
    expect(result.refusal?.details).toEqual([
      { path: "until", code: "invalid_format" },
      { path: "audience.0", code: "invalid_format" },
    ]);
  });

  test("what only one of the databases could keep is refused on both, at its place", async () => {
    const { result } = await knock("forgetRefusedHost", JSON.stringify({ centre: "larkhill", host: "a\0b" }));
    expect(result.refusal).toEqual({
      code: "bad-input",
      details: [{ path: "host", code: "invalid_format" }],
    });
  });

  test("nothing is published for a centre that there is not", async () => {
    const stray = JSON.stringify(noticeDraft("n5", "x", ["larkhill", "nowhere"]));
    expect(await knock("saveItem", stray)).toMatchObject({
      status: 404,
      result: { refusal: { code: "no-such-centre", details: { centre: "nowhere" } } },
    });
    const list = JSON.stringify({ vacancies: [], decide: "inbox", centres: ["nowhere"] });
    expect(await knock("importVacancies", list)).toMatchObject(refusal(404, "no-such-centre"));
  });

  test("a retry gets the first reply again, and another wish under its name is refused", async () => {
    const again = { "Idempotency-Key": "first-try-1" };
    const first = await knock("saveItem", JSON.stringify(noticeDraft("n4", "x", [])), again);
    expect(await knock("saveItem", JSON.stringify(noticeDraft("n4", "x", [])), again)).toEqual(first);
    const other = await knock("saveItem", JSON.stringify(noticeDraft("n4", "y", [])), again);
    expect(other).toMatchObject(refusal(422, "other-request"));
  });

  test.each([
    ["/api/v1/commands/saveItem", "GET", "POST"],
    ["/api/v1/centres/larkhill/programme", "DELETE", "GET, HEAD"],
    ["/board", "POST", "GET, HEAD"],
    ["/healthz", "PUT", "GET, HEAD"],
  ])("%s is not for %s, and says what it is for", async (address, method, allowed) => {
    const response = await fetch(`${running.url}${address}`, { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, allowed]);
    expect(await response.json()).toEqual({ ok: false, refusal: { code: "wrong-method" } });
  });

  test("a request id that is none is refused before anything happens", async () => {
    const saved = noticeDraft("n3", "x", []);
    expect(await knock("saveItem", JSON.stringify(saved), { "Idempotency-Key": "a b" })).toMatchObject(
      refusal(400, "bad-request-id"),
    );
    expect((await items()).map(({ id }: { id: string }) => id)).not.toContain("n3");
  });

  test("the operator's token counts only from this computer itself, whatever a proxy says", async () => {
    for (const header of ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
      expect(await knock("listCentres", "{}", { [header]: "127.0.0.1" })).toMatchObject(
        refusal(403, "not-allowed"),
      );
    expect(await knock("listCentres", "{}", { Authorization: "Bearer nonsense" })).toMatchObject(
      refusal(403, "not-allowed"),
    );
    expect(await knock("listCentres", "{}")).toMatchObject({ status: 200 });
  });

  test("the metrics are for this computer, and count what was turned away", async () => {
    const local = await fetch(`${running.url}/metrics`);
    expect(local.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await local.text()).toMatch(/signpost_refused_total\{reason="too-large"\} 1/);
    const through = await fetch(`${running.url}/metrics`, { headers: { "X-Forwarded-For": "203.0.113.9" } });
    expect(through.status).toBe(403);
  });

  test("an address that leads nowhere in the API says so as JSON", async () => {
    const response = await fetch(`${running.url}/api/v1/nothing`);
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 404,
      body: { ok: false, refusal: { code: "no-such-address" } },
    });
  });

  test("a sender that dawdles or talks gibberish is cut off, and nobody else is", async () => {
    const { port } = new URL(running.url);
    const gibberish = connect(Number(port), "127.0.0.1");
    gibberish.on("error", () => {}).end("\x16\x03\x01 this is no HTTP\r\n\r\n");
    const [answer] = (await once(gibberish, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 400/);
    const long = request(`${running.url}/healthz`, { headers: { "X-Long": "x".repeat(70_000) } });
    long.on("error", () => {}).end();
    const [tooLong] = await once(long, "response");
    expect(tooLong.statusCode).toBe(431);
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
  });
});

test("headers and bodies must come within a time", async () => {
  const { openListener } = await import("#server/live/tls.ts");
  const { openLog } = await import("#server/log.ts");
  const { server } = openListener(null, () => {}, openLog("silent"));
  expect(server.headersTimeout).toBeGreaterThan(0);
  expect(server.requestTimeout).toBeGreaterThan(0);
});

describe("behind a proxy", () => {
  const databaseOf = (env: Record<string, string>) => async () => {
    const fresh = await databases[0]!.fresh();
    const running = await startHub({ databaseUrl: fresh.url, env });
    return { running, close: () => running.stop().then(fresh.close) };
  };
  /** How many of these requests for a code were refused as too many. */
  async function refused(running: RunningHub, addresses: readonly string[]): Promise<number> {
    const answers = await Promise.all(
      addresses.map((address) =>
        fetch(`${running.url}/api/v1/pairings`, { method: "POST", headers: { "X-Forwarded-For": address } }),
      ),
    );
    return answers.filter(({ status }) => status === 429).length;
  }
  const sixty = Array.from({ length: 60 }, (_, index) => `203.0.113.${index}`);

  test("devices are told apart by the address that a trusted proxy names", async () => {
    const { running, close } = await databaseOf({ SIGNPOST_TRUST_PROXY: "1" })();
    expect(await refused(running, sixty)).toBe(0);
    expect(
      await refused(
        running,
        sixty.map(() => "198.51.100.7"),
      ),
    ).toBe(30);
    await close();
  });

  test("nobody gets more tries by naming other addresses where no proxy is trusted", async () => {
    const { running, close } = await databaseOf({})();
    expect(await refused(running, sixty)).toBe(30);
    await close();
  });

  test("cookies are for TLS only where the trusted proxy speaks TLS", async () => {
    const { running, close } = await databaseOf({ SIGNPOST_TRUST_PROXY: "loopback" })();
    const begin = async (headers: Record<string, string>) =>
      (await fetch(`${running.url}/api/v1/pairings`, { method: "POST", headers })).headers.getSetCookie()[0];
    expect(await begin({ "X-Forwarded-Proto": "https" })).toMatch(/; HttpOnly; Secure; SameSite=Lax/);
    expect(await begin({})).not.toMatch(/Secure/);
    await close();
  });
});
