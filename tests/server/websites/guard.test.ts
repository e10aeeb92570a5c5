import { createHash, createPublicKey, createVerify } from "node:crypto";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CALLS_BY_DEFAULT } from "#shared/centres/calls.ts";
import { matcher } from "#shared/websites/matcher.ts";
import { databases } from "../../support/databases.ts";
import { centre } from "../../support/drafts.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { pairScreen } from "../../support/screens.ts";
import { website } from "../../support/websites.ts";

describe.each(databases)("what holds a kiosk to its websites, on $name", ({ fresh }) => {
  let hub: RunningHub;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const database = await fresh();
    hub = await startHub({ databaseUrl: database.url, pages: true });
    close = async () => {
      await hub.stop();
      await database.close();
    };
    for (const slug of ["larkhill", "northbrook"])
      await hub.done("saveCentre", { centre: centre(slug), over: null });
    await hub.done("saveItem", website("jobs", "https://findajob.example/", ["larkhill"]));
    await hub.done("saveItem", website("hidden", "https://draft.example/", ["larkhill"]));
    await hub.done("publishItem", { id: "jobs", over: null });
  });
  afterAll(() => close?.());

  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${hub.url}/guard/${path}`, { headers });

  test("a policy opens the hub, the published websites of the centre and their helpers, and nothing else", async () => {
    const policy = await hub.done("browserPolicy", {
      centre: "larkhill",
      hub: "http://hub.example:8080/",
      printer: false,
    });
    const judge = matcher({ block: policy.URLBlocklist, allow: policy.URLAllowlist });
    const open = [
      "http://hub.example:8080/kiosk",
      "https://findajob.example/a",
      "https://cdn.findajob.example/x.js",
    ];
    const shut = ["http://a.hub.example:8080/", "https://hub.example:8080/", "http://findajob.example/", "https://draft.example/", "chrome://settings/"]; // prettier-ignore
    expect(open.map((url) => judge(url).allowed)).toEqual([true, true, true]);
    expect(shut.map((url) => judge(url).allowed)).toEqual(shut.map(() => false));
    const other = await hub.done("browserPolicy", { centre: "northbrook", printer: false });
    expect(other.URLAllowlist).toHaveLength(1);
    expect(await hub.order("browserPolicy", { centre: "nowhere", printer: false })).toMatchObject({
      refusal: { code: "no-such-centre" },
    });
  });

  test("the microphone opens for the hub alone, and only while the centre talks through it", async () => {
    const policy = () => hub.done("browserPolicy", { centre: "talkative", hub: "https://hub.example", printer: false }); // prettier-ignore
    const quiet = { ...CALLS_BY_DEFAULT, hours: [] };
    await hub.done("saveCentre", { centre: { ...centre("talkative", { offer: "enhanced" }), calls: quiet }, over: null }); // prettier-ignore
    expect(await policy()).toMatchObject({ AudioCaptureAllowed: false, WebRtcIPHandling: "disable_non_proxied_udp" }); // prettier-ignore
    expect(Object.keys(await policy())).not.toContain("AudioCaptureAllowedUrls");
    await hub.done("arrangeCalls", { centre: "talkative", calls: { ...quiet, voice: true } });
    expect(await policy()).toMatchObject({
      AudioCaptureAllowed: false,
      AudioCaptureAllowedUrls: ["https://hub.example"],
      WebRtcIPHandlingUrl: [{ url: "https://hub.example", handling: "default" }],
    });
  });

  test("a kiosk with a printer may print the hub's page; one without cannot print to a file", async () => {
    const policy = (printer: boolean) => hub.done("browserPolicy", { centre: "larkhill", printer });
    expect(await policy(true)).toMatchObject({
      PrintingEnabled: true,
      URLAllowlist: expect.arrayContaining(["chrome://print"]),
    });
    expect(await policy(false)).toMatchObject({ PrintingEnabled: false, PrinterTypeDenyList: ["pdf"] });
  });

  test("the guard is signed by the hub's own key, and its id follows from it", async () => {
    const crx = Buffer.from(await (await ask("guard.crx")).arrayBuffer());
    const { key, signature, crxId, zip } = readCrx(crx);
    const signed = Buffer.concat([
      Buffer.from("CRX3 SignedData\0"),
      uint32(18),
      Buffer.from([0x0a, 16]),
      crxId,
      zip,
    ]);
    expect(createHash("sha256").update(key).digest().subarray(0, 16)).toEqual(crxId);
    const publicKey = createPublicKey({ key, format: "der", type: "spki" });
    expect(createVerify("sha256").update(signed).verify(publicKey, signature)).toBe(true);
    const manifest = JSON.parse(Buffer.from(unzipSync(zip)["manifest.json"]!).toString());
    const updates = await (await ask("updates.xml")).text();
    const id = crxId
      .toString("hex")
      .replaceAll(/./g, (digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]!);
    expect(updates).toContain(
      `<app appid="${id}"><updatecheck codebase="${hub.url}/guard/guard.crx" version="${manifest.version}"/>`,
    );
  });

  test("a restart gives out the very same guard", async () => {
    const before = await (await ask("guard.crx")).arrayBuffer();
    const again = await startHub({ databaseUrl: hub.config.databaseUrl, pages: true });
    const after = await (await fetch(`${again.url}/guard/guard.crx`)).arrayBuffer();
    await again.stop();
    expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
  });

  test("a device that is not paired is held to the hub alone, and gets no pass", async () => {
    const policy = (await (await ask("policy")).json()) as { URLAllowlist: string[] };
    expect(policy.URLAllowlist).toEqual([hub.url]);
    expect((await ask("pass")).status).toBe(401);
  });

  test("a paired kiosk's launcher hears of a new website at once, and of its end when it is unpaired", async () => {
    const { cookie, id } = await pairScreen(hub, "larkhill", "kiosk", "Play room");
    const pass = (await (await ask("pass", { cookie })).json()) as { username: string; password: string };
    const authorization = `Basic ${Buffer.from(`${pass.username}:${pass.password}`).toString("base64")}`;
    const first = await ask("policy?wait", { authorization });
    const held = first.headers.get("etag")!;
    expect((await ask("policy", { authorization, "if-none-match": held })).status).toBe(304);
    const waiting = ask("policy?wait", { authorization, "if-none-match": held });
    await hub.done("saveItem", website("council", "https://council.example/families/", "all"));
    await hub.done("publishItem", { id: "council", over: null });
    const { URLAllowlist } = (await (await waiting).json()) as { URLAllowlist: string[] };
    expect(URLAllowlist).toContain("https://council.example/families/");
    const wrong = `Basic ${Buffer.from(`${pass.username}:wrong`).toString("base64")}`;
    expect(await (await ask("policy", { authorization: wrong })).json()).toMatchObject({
      URLAllowlist: [hub.url],
    });
    await hub.done("unpairScreen", { id });
    expect(await (await ask("policy", { authorization })).json()).toMatchObject({ URLAllowlist: [hub.url] });
  });

  test("a board's launcher holds it to the hub, and its home is the board", async () => {
    const { cookie } = await pairScreen(hub, "larkhill", "board", "Wall");
    const pass = (await (await ask("pass", { cookie })).json()) as { username: string; password: string };
    const authorization = `Basic ${Buffer.from(`${pass.username}:${pass.password}`).toString("base64")}`;
    expect(await (await ask("policy", { authorization })).json()).toMatchObject({
      URLAllowlist: [hub.url],
      HomepageLocation: `${hub.url}/board`,
    });
  });

  test("its own guard unpairs a screen, and no page on it", async () => {
    const { cookie, id } = await pairScreen(hub, "larkhill", "kiosk", "Entrance");
    const unpair = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${hub.url}/guard/unpair`, { method: "POST", headers });
    const statuses = [
      await unpair({}),
      await unpair({ cookie, origin: hub.url }),
      await unpair({ cookie, origin: "null" }),
      await unpair({ cookie }),
      await unpair({ cookie }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 403, 403, 204, 401]);
    const screens = (await hub.done("listScreens", {})) as { id: string }[];
    expect(screens.map((screen) => screen.id)).not.toContain(id);
  });

  test("gives the launcher to the device that is to be a kiosk", async () => {
    expect(await (await ask("signpost-kiosk")).text()).toMatch(/^#!\/usr\/bin\/env python3\n/);
  });

  test("refused hosts are counted for the centre, as hosts and nothing else", async () => {
    const { cookie } = await pairScreen(hub, "larkhill", "kiosk", "Hall");
    const note = (body: unknown, more: Record<string, string> = {}): Promise<Response> =>
      fetch(`${hub.url}/guard/refused`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json", ...more },
        body: JSON.stringify(body),
      });
    const statuses = [
      await note({ host: "wanted.example" }),
      await note({ host: "wanted.example" }),
      await note({ host: "https://wanted.example/secret?name=me" }),
      await note({ host: "wanted.example" }, { origin: "https://evil.example" }),
      await note({ host: "wanted.example" }, { cookie: "" }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([204, 204, 400, 403, 401]);
    expect(await hub.done("listRefusedHosts", {})).toMatchObject([
      { centre: "larkhill", host: "wanted.example", times: 2 },
    ]);
    await hub.done("forgetRefusedHost", { centre: "larkhill", host: "wanted.example" });
    expect(await hub.done("listRefusedHosts", {})).toEqual([]);
  });

  test("a website that Chromium would misread is not saved", async () => {
    const wrong = website("wrong", "https://site.example/", ["larkhill"], {
      allow: ["https://site.example/*"],
    });
    expect(await hub.order("saveItem", wrong)).toMatchObject({
      refusal: { code: "pattern-refused", details: { faults: [{ write: "https://site.example/" }] } },
    });
    const tried = await hub.done("tryWebsite", {
      address: "https://www.gov.uk/find-a-job",
      allow: ["https://www.gov.uk"],
      helpers: [],
    });
    expect(tried).toMatchObject({ faults: [], refusal: null, opens: expect.arrayContaining([expect.objectContaining({ opens: "every-page", host: "www.gov.uk" })]) }); // prettier-ignore
  });
});

interface Crx {
  readonly key: Buffer;
  readonly signature: Buffer;
  readonly crxId: Buffer;
  readonly zip: Buffer;
}

/** By the format's description, and not by our own code. */
function readCrx(crx: Buffer): Crx {
  expect(crx.toString("latin1", 0, 4)).toBe("Cr24");
  expect(crx.readUInt32LE(4)).toBe(3);
  const length = crx.readUInt32LE(8);
  const head = fieldsOf(crx.subarray(12, 12 + length));
  const proof = fieldsOf(head.get(2)!);
  const crxId = fieldsOf(head.get(10_000)!).get(1)!;
  return { key: proof.get(1)!, signature: proof.get(2)!, crxId, zip: crx.subarray(12 + length) };
}

function fieldsOf(bytes: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = number();
    const length = number();
    fields.set(tag >> 3, bytes.subarray(at, at + length));
    at += length;
  }
  return fields;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
