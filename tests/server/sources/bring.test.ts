import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, readingAt } from "#shared/london.ts";
import type { Result } from "#shared/result.ts";
import type { LookedAt } from "#shared/bringing.ts";
import { centre } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type HubProcess, startProcess } from "../../support/process.ts";
import { openWebsite, type Website } from "../../support/website.ts";
import { makeWorkbook } from "../../support/workbook.ts";

const JOB = `<!doctype html><html><head><title>Cook</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"School cook","hiringOrganization":{"name":"Larkhill Primary"},"jobLocation":{"address":{"postalCode":"LS9 7AB"}},"datePosted":"2026-11-20","validThrough":"2098-12-31"}</script></head><body></body></html>`;
const PLAIN = `<html><head><title>Jobs | Swift Couriers</title><meta property="og:title" content="Van driver &amp; mate"><meta property="og:site_name" content="Swift Couriers"><meta name="description" content="Four mornings a week.<script>alert(1)</script>"></head><body><h1>Van driver</h1></body></html>`;

describe("what an adviser brings", () => {
  let database: Fresh;
  let folder: { path: string; remove: () => Promise<void> };
  let hub: HubProcess;
  let site: Website;

  beforeAll(async () => {
    site = await openWebsite();
    site.page("/robots.txt", (_request, response) => response.end("User-agent: *\nDisallow: /closed\n"));
    const html = (words: string) => (_request: unknown, response: import("node:http").ServerResponse) =>
      void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(words);
    site.page("/jobs/1", html(JOB));
    site.page("/jobs/2", html(PLAIN));
    site.page("/closed/1", html(JOB));
    site.page("/logo", (_request, response) =>
      response.writeHead(200, { "content-type": "image/png" }).end("x"),
    );
    database = await databases[0]!.fresh();
    folder = await temporaryFolder("bring");
    hub = await startProcess(folder.path, database.url, { SIGNPOST_ALLOW_PRIVATE: site.host });
    await hub.order("saveCentre", { centre: centre("larkhill"), over: null }, "the-centre-0");
  });
  afterAll(async () => {
    await hub.stop();
    await site.close();
    await folder.remove();
    await database.close();
  });

  let asked = 0;
  async function look(
    name: string,
    content: Uint8Array | string,
    fields: Record<string, string[]> = {},
  ): Promise<Result<LookedAt>> {
    asked += 1;
    return (await hub.order(
      "lookAtFile",
      { name, content: Buffer.from(content).toString("base64"), fields },
      `look-at-file-${asked}`,
    )) as Result<LookedAt>;
  }
  async function paste(url: string): Promise<Result<LookedAt>> {
    asked += 1;
    return (await hub.order("lookAtLink", { url }, `look-at-link-${asked}`)) as Result<LookedAt>;
  }

  test("a workbook is shown row by row, its columns corrected, and what is chosen comes into the inbox", async () => {
    const sheet = makeWorkbook([
      ["Rôle", "Employer", "Post code", "Ends"],
      ["Cook", "Larkhill", "LS9 7AB", { day: "2098-12-04" }],
      ["", "Nobody", "", null],
    ]);
    const first = await look("jobs.xlsx", sheet, { title: ["Rôle"] });
    expect(first).toMatchObject({
      ok: true,
      value: { format: "excel", count: 1, rejected: [{ where: "line 3", code: "no-title" }] },
    });
    expect(first.ok && first.value.columns.map(({ name, column }) => [name, column])).toEqual([
      ["Rôle", "title"],
      ["Employer", "employer"],
      ["Post code", "postcode"],
      ["Ends", null],
    ]);
    const again = await look("jobs.xlsx", sheet, { title: ["Rôle"], closes: ["Ends"] });
    expect(again).toMatchObject({
      value: { rows: [{ title: "Cook", until: "2098-12-05T00:00:00.000Z" }], offers: { kind: "vacancies" } },
    });
    const offers = again.ok && again.value.offers.kind === "vacancies" ? again.value.offers.vacancies : [];
    const taken = await hub.order(
      "importVacancies",
      { vacancies: offers, decide: "inbox", centres: ["larkhill"] } as never,
      "take-the-offers",
    );
    expect(taken).toMatchObject({ ok: true, value: { added: 1 } });
  });

  test("what the columns of a sender's lists mean is remembered by the hub, for lists with the same columns alone", async () => {
    const list = "Job title,Employer,Ends\nCook,Larkhill,4/12/2098\n";
    expect(await look("a.csv", list)).toMatchObject({ value: { rows: [{ until: null }], fields: {} } });
    const columns = ["Job title", "Employer", "Ends"];
    const remember = { columns, fields: { closes: ["Ends"] } };
    expect(await hub.order("rememberColumns", remember, "remember-columns")).toMatchObject({ ok: true });
    expect(await look("b.csv", list)).toMatchObject({ value: { rows: [{ until: "2098-12-05T00:00:00.000Z" }], fields: { closes: ["Ends"] } } });
    expect(await look("c.csv", list.replace("Employer", "Firm"))).toMatchObject({ value: { rows: [{ until: null }] } });
  }); // prettier-ignore

  test("a PDF is made ready as a leaflet with its pages; one that is none, or needs a password, says so", async () => {
    const sample = (name: string) => readFileSync(join(import.meta.dirname, "../../samples/leaflets", name));
    expect(await look("new-bus.pdf", sample("pdfjs-rotation.pdf"))).toMatchObject({
      value: { format: "pdf", count: 1, offers: { kind: "leaflet", leaflet: { pdf: { pages: [{ kind: "page" }, { kind: "page" }] } } } },
    });
    expect(await look("a.pdf", sample("pdfjs-print_protection.pdf"))).toMatchObject({ refusal: { code: "needs-a-password" } });
    expect(await look("a.pdf", sample("tv-zip-pretending-to-be-pdf.pdf"))).toMatchObject({ ok: false });
  }); // prettier-ignore

  test("a calendar and a leaflet are made ready as events and as a leaflet", async () => {
    const day = addDays(readingAt(Date.now()).day, 30);
    const calendar = `BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Group\r\nDTSTART;VALUE=DATE:${day.replaceAll("-", "")}\r\nEND:VEVENT`;
    expect(await look("a.ics", calendar)).toMatchObject({
      value: {
        rows: [{ title: "Group" }],
        offers: { kind: "events", events: [{ body: { first: { day } } }] },
      },
    });
    expect(await look("help.md", "---\nlang: cy\n---\n# Cymorth\n\nGyda gofal plant.")).toMatchObject({
      value: {
        format: "markdown",
        offers: { kind: "leaflet", leaflet: { language: "cy", title: "Cymorth" } },
      },
    });
  });

  test("the page of a job is read; one that says nothing gives a form what to begin with", async () => {
    expect(await paste(`${site.url}/jobs/1`)).toMatchObject({
      value: {
        rows: [{ title: "School cook" }],
        prefill: null,
        offers: { vacancies: [{ body: { employer: "Larkhill Primary" } }] },
      },
    });
    const plain = await paste(`${site.url}/jobs/2`);
    expect(plain).toMatchObject({
      value: {
        count: 0,
        prefill: { title: "Van driver & mate", employer: "Swift Couriers", applyUrl: `${site.url}/jobs/2` },
      },
    });
    expect(plain.ok && plain.value.prefill?.description).toMatch(/^Four mornings a week\./);
    expect(JSON.stringify(plain)).not.toContain("alert");
  });

  test.each([
    ["/closed/1", "robots-forbid"],
    ["/nothing", "page-not-found"],
    ["/logo", "wrong-type"],
  ])("%s is refused: %s", async (path, code) => {
    expect(await paste(site.url + path)).toMatchObject({ ok: false, refusal: { code } });
  });

  test.each([
    ["http://169.254.169.254/latest/meta-data/", "private-address"],
    ["localhost/jobs", "private-address"],
    ["file:///etc/passwd", "not-a-web-address"],
  ])("%s is not opened", async (url, code) => {
    expect(await paste(url)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("what cannot be read says why, and the hub goes on", async () => {
    expect(await look("scan.pdf", "%PDF-1.7")).toMatchObject({ refusal: { code: "not-a-pdf" } });
    expect(await look("x.bin", "\u0001\u0002")).toMatchObject({
      value: { count: 0, rejected: [{ where: "file" }] },
    });
    expect(await look("deep.json", "[".repeat(200_000))).toMatchObject({ ok: true, value: { count: 0 } });
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
  });
});
