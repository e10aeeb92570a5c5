import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Row } from "#shared/vacancies/inbox.ts";
import { openOutside } from "#server/outside/outside.ts";
import { checkLinks } from "#server/vacancies/links.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { centre, vacancy } from "../../support/drafts.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { openWebsite, type Website } from "../../support/website.ts";

const HOUR = 3_600_000;

describe.each(databases)("the pages that vacancies lead to, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let site: Website;
  let now = Date.now();
  beforeAll(async () => {
    database = await fresh();
    site = await openWebsite();
    site.page("/robots.txt", (_request, response) => response.end("User-agent: *\nDisallow: /private\n"));
    site.page("/there", (_request, response) => void response.writeHead(200).end("a job"));
    site.page("/no-head", (request, response) => void response.writeHead(request.method === "HEAD" ? 404 : 200).end());
    site.page("/in-trouble", (_request, response) => void response.writeHead(503).end());
    const env = { SIGNPOST_ALLOW_PRIVATE: site.host };
    running = await startHub({ databaseUrl: database.url, env, now: () => now });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
    const vacancies = ["there", "no-head", "in-trouble", "private", "gone"].map((path) => ({ id: path, until: null, body: vacancy(path, { applyUrl: `${site.url}/${path}` }) }));
    // More than a round takes, and before the others by their names: they have no page, and hold nobody up.
    const written = Array.from({ length: 45 }, (_, number) => ({ id: `a-${number}`, until: null, body: vacancy(`a-${number}`, { applyUrl: null }) }));
    await running.done("importVacancies", { vacancies: [...written, ...vacancies], decide: "search", centres: ["larkhill"] });
    // What a centre has decided away is shown to nobody: its page is left alone.
    const unwanted = { id: "unwanted", until: null, body: vacancy("unwanted", { applyUrl: `${site.url}/unwanted` }) };
    await running.done("importVacancies", { vacancies: [unwanted], decide: "inbox", centres: ["larkhill"] });
    await running.done("placeVacancy", { vacancy: "unwanted", centre: "larkhill", on: "no" });
  }); // prettier-ignore
  afterAll(async () => {
    await running.stop();
    await site.close();
    await database.close();
  });

  const round = async () => {
    const outside = openOutside(running.config.wayOut, () => now);
    const log = { info() {}, warn() {}, error() {}, debug() {} } as never;
    await checkLinks({ database: running.hub.database, outside, log, now: () => now, apart: 0 });
    await outside.close();
  };
  const dead = async () => {
    const { rows } = (await running.done("inbox", { tab: "search", centres: ["larkhill"], after: null, limit: 50 })) as { rows: readonly Row[] };
    return rows.filter(({ flags }) => flags.includes("link-dead")).map(({ id }) => id);
  }; // prettier-ignore

  test("are asked gently, and only what is gone twice is flagged; a page that is back is not", async () => {
    await round();
    expect(await dead()).toEqual([]);
    expect(site.asked.filter((one) => /private|unwanted/.test(one))).toEqual([]);
    expect(site.asked.filter((one) => one.includes("/there"))).toEqual(["HEAD /there"]);
    expect(site.asked.filter((one) => one.includes("no-head"))).toEqual(["HEAD /no-head", "GET /no-head"]);
    site.asked.length = 0;
    now += HOUR;
    await round();
    expect(site.asked).toEqual([]);
    now += 6 * HOUR;
    await round();
    expect(site.asked).toEqual(["GET /robots.txt", "HEAD /gone", "GET /gone"]);
    expect(await dead()).toEqual(["gone"]);
    site.page("/gone", (_request, response) => void response.writeHead(200).end());
    now += 7 * HOUR;
    await round();
    expect(await dead()).toEqual([]);
  });
});
