import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

describe("a website that is looked at before it is approved", () => {
  let site: Server;
  let hub: RunningHub;
  let at: string;
  let asked = 0;
  let close: () => Promise<void>;
  beforeAll(async () => {
    site = createServer((request, response) => {
      asked += 1;
      if (request.url === "/moved") response.writeHead(302, { Location: "/new" }).end();
      else if (request.url === "/shut") response.writeHead(403).end("no programs here");
      else if (request.url === "/broken") response.writeHead(500).end();
      else response.end("a page");
    }).listen(0, "127.0.0.1");
    await once(site, "listening");
    const { port } = site.address() as AddressInfo;
    at = `http://127.0.0.1:${port}`;
    const database = await databases[0]!.fresh();
    hub = await startHub({ databaseUrl: database.url, env: { SIGNPOST_ALLOW_PRIVATE: `127.0.0.1:${port}` } });
    close = database.close;
  });
  afterAll(async () => {
    await hub?.stop();
    site?.close();
    await close?.();
  });

  const reach = (address: string) => hub.done("reachWebsite", { address });

  test("is asked once, and where it leads is said", async () => {
    asked = 0;
    expect(await reach(`${at}/`)).toEqual({ trouble: null, url: `${at}/` });
    expect(asked).toBe(1);
    expect(await reach(`${at}/moved`)).toEqual({ trouble: null, url: `${at}/new` });
  });

  test("that lets no program in is there all the same", async () => {
    expect(await reach(`${at}/shut`)).toEqual({ trouble: null, url: `${at}/shut` });
  });

  test.each([
    ["/broken", "site-in-trouble"],
    ["http://127.0.0.1:9/", "private-address"],
    ["https://nobody.invalid/", "no-such-host"],
  ])("that is down is a warning with its reason: %s", async (address, trouble) => {
    expect(await reach(new URL(address, at).href)).toMatchObject({ trouble });
  });
});
