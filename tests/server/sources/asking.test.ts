import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { keysUnder, sealOld } from "#server/sources/keys.ts";
import { databases } from "../../support/databases.ts";
import type { JobSite } from "../../support/job-site.ts";
import { HOUR, openReadingHub, type ReadingHub, SOURCE } from "../../support/reading-hub.ts";

describe.each(databases)("a source is asked, on $name", ({ fresh }) => {
  let opened: ReadingHub;
  const hub = () => opened;
  const add = (...more: Parameters<ReadingHub["add"]>) => hub().add(...more);
  const read = (id: string) => hub().read(id);
  const pass = (milliseconds: number) => hub().pass(milliseconds);
  const offers = (...all: Parameters<ReadingHub["offers"]>) => hub().offers(...all);
  const titles = (...of: Parameters<ReadingHub["titles"]>) => hub().titles(...of);
  beforeAll(async () => {
    opened = await openReadingHub(fresh);
  });
  afterAll(() => opened.close());
  beforeEach(() => opened.again());

  describe("bad answers mark the reading, and what was known stays", () => {
    test.each<[string, Parameters<JobSite["answers"]>[0], string]>([
      ["broken JSON", () => `{"openapi": 1, "data": [{{`, "unreadable-record"],
      ["a web page", () => "<!doctype html><html><body>Sign in</body></html>", "web-page"],
      ["nothing", () => "", "empty"],
      ["a page that is gone", (_, response) => void response.writeHead(404).end(), "page-not-found"],
      ["a gzip bomb", (_, response) => void response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(Buffer.alloc(64 * 1024 * 1024))), "answer-too-large"],
      ["an answer that breaks off", (_, response) => void response.writeHead(200, { "Content-Length": "1000" }).write("{", () => response.destroy()), "connection-lost"],
      ["a way into the hub's own network", (_, response) => void response.writeHead(302, { Location: "http://169.254.169.254/latest/meta-data" }).end(), "private-address"],
    ])("%s", async (_, answer, code) => {
      offers([{ slug: "stays", title: "Cook", employer: "Stays" }]);
      const id = await add({ format: "teaching-vacancies", url: `${hub().site.url}/api/v1/jobs.json?stays` });
      await read(id);
      hub().site.answers(answer);
      pass(25 * HOUR);
      expect(await read(id)).toMatchObject({ outcome: "failed", code });
      expect(await titles("Stays")).toEqual(["Cook"]);
    });

    test("a site that asks for patience gets it", async () => {
      hub().site.answers((_, response) => void response.writeHead(429, { "Retry-After": "7200" }).end());
      const id = await add({ paused: false });
      await hub().running.done("readSource", { id });
      const seen = await hub().seen(id);
      expect(seen.last).toMatchObject({ outcome: "failed", code: "slow-down" });
      expect(Date.parse(seen.next!) - hub().now()).toBeGreaterThanOrEqual(2 * HOUR);
      await hub().running.done("removeSource", { id });
    });

    test("a source that fails is asked less and less often", async () => {
      hub().site.answers((_, response) => void response.writeHead(503).end());
      const id = await add({ everyMinutes: 60 });
      const pauses: number[] = [];
      for (let time = 0; time < 3; time += 1) {
        await read(id);
        const stored = await hub().running.hub.database.reading.selectFrom("source").select("due").where("id", "=", id).executeTakeFirstOrThrow(); // prettier-ignore
        pauses.push((Date.parse(stored.due!) - hub().now()) / HOUR);
      }
      expect(pauses).toEqual([1, 2, 4]);
    });

    test("a row that cannot be read is named, and the others are kept", async () => {
      hub().site.answers(() => `Job,Employer,Closing date,Town\nCook,Rows,1/12/2026,Leeds\n,Rows,1/12/2026,Leeds\n"Dri`);
      const run = await read(await add({ url: `${hub().site.url}/jobs.csv` }));
      expect(run).toMatchObject({ outcome: "read", added: 1, rejected: 2 });
      expect(run.remarks.map(({ where, code }) => [where, code])).toEqual([["line 4", "unclosed-quote"], ["line 3", "no-title"]]);
    });
  }); // prettier-ignore

  describe("each API is asked as it wants to be asked", () => {
    const nothing = JSON.stringify({ vacancies: [], results: [], count: 0, totalResults: 0, totalPages: 1 });

    test("the Display advert API by version and key", async () => {
      hub().site.answers(() => nothing);
      await read(await add({ url: `${hub().site.url}/vacancies/vacancy?Lat=53.8&Lon=-1.5`, format: "display-advert" }, "secret-1")); // prettier-ignore
      expect(hub().site.asked[0]).toMatchObject({ headers: { "x-version": "2", "ocp-apim-subscription-key": "secret-1" } }); // prettier-ignore
      expect(Object.fromEntries(hub().site.asked[0]!.search)).toMatchObject({ PageNumber: "1", Lat: "53.8" });
    });

    test("NHS Jobs page by page", async () => {
      const page = (number: string) => `<nhsJobs><vacancyDetails><id>${number}</id><title>Porter ${number}</title><employer>NHS</employer><closeDate>2030-01-01</closeDate></vacancyDetails><totalPages>2</totalPages><totalResults>2</totalResults></nhsJobs>`; // prettier-ignore
      hub().site.answers(({ search }) => page(search.get("page") ?? "1"));
      const run = await read(
        await add({ url: `${hub().site.url}/api/v1/search_xml?location=Leeds`, format: "nhs-jobs" }),
      );
      expect(hub().site.asked.map(({ search }) => [search.get("page"), search.get("limit")])).toEqual([["1", "100"], ["2", "100"]]); // prettier-ignore
      expect(run).toMatchObject({ found: 2, code: null });
    });

    test("Adzuna and Reed with their keys, and a further page while there are more", async () => {
      hub().site.answers(() => nothing);
      await read(await add({ url: `${hub().site.url}/v1/api/jobs/gb/search/1?what=cook`, format: "adzuna" }, "id:key")); // prettier-ignore
      expect(hub().site.asked[0]!.path).toBe("/v1/api/jobs/gb/search/1");
      expect(Object.fromEntries(hub().site.asked[0]!.search)).toMatchObject({ app_id: "id", app_key: "key" });
      await read(await add({ url: `${hub().site.url}/api/1.0/search?keywords=cook`, format: "reed" }, "k"));
      expect(hub().site.asked[1]).toMatchObject({ headers: { authorization: `Basic ${Buffer.from("k:").toString("base64")}` } }); // prettier-ignore
    });

    test("nobody gets the key back, and another site's page is not followed", async () => {
      hub().site.answers(() => JSON.stringify({ jobs: [{ jobTitle: "Cook", company: "Follow", salary: "£13" }], next: "https://elsewhere.example/2" })); // prettier-ignore
      const id = await add({ url: `${hub().site.url}/list.json` }, "secret-2");
      expect(await read(id)).toMatchObject({ outcome: "read", found: 1 });
      expect(JSON.stringify(await hub().running.done("listSources", {}))).not.toContain("secret-2");
      // It was given for this site: another list of it may have it, and no other site.
      const change = async (url: string) => {
        const { revision } = await hub().seen(id);
        await hub().running.done("saveSource", { id, source: { ...SOURCE, url }, over: revision });
        return hub().seen(id);
      };
      expect(await change(`${hub().site.url}/other.json`)).toMatchObject({ hasKey: true });
      expect(await change("https://elsewhere.example/list.json")).toMatchObject({ hasKey: false });
    });

    test("a key lies sealed in the database, is sealed where it did not, and is not given away by what goes wrong", async () => {
      hub().site.answers((_, response) => void response.writeHead(404).end());
      const source = { ...SOURCE, url: `${hub().site.url}/v1/api/jobs/gb/search/1`, format: "adzuna" };
      const id = await add(source, "id:secret-3");
      const { database } = hub().running.hub;
      const rows = await database.reading.selectFrom("source").select("secret").where("id", "=", id).execute();
      expect(rows[0]!.secret).toMatch(/^sealed:/);
      expect(rows[0]!.secret).not.toContain("secret-3");
      expect(await read(id)).toMatchObject({ outcome: "failed", code: "page-not-found" });
      expect(hub().site.asked.at(-1)!.search.get("app_key")).toBe("secret-3");
      const tried = await hub().running.order("trySource", { id, source });
      expect(JSON.stringify(tried)).not.toContain("secret-3");
      await database.reading.updateTable("source").set({ secret: "id:secret-4" }).where("id", "=", id).execute();
      await sealOld(database, keysUnder("another secret, of a hub that this was restored from"));
      expect(await read(id)).toMatchObject({ outcome: "failed", code: "key-lost" });
    }); // prettier-ignore
  });
});
