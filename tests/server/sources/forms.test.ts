import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { importFile } from "#server/cli/import.ts";
import { readFile } from "#server/sources/readfile.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const holding = (parts: readonly unknown[]): unknown => ({
  asymmetricMatch: (all: readonly unknown[]) => parts.every((part) => all.includes(part)),
});
const withParts = (parts: Readonly<Record<string, string>>): unknown => ({
  asymmetricMatch: (whole: Record<string, string>) =>
    Object.keys(parts).every((key) => whole[key] === parts[key]),
});
const saying = (part: string): unknown => ({ asymmetricMatch: (whole: string) => whole.includes(part) });

afterEach(() => vi.restoreAllMocks());

interface Printed {
  readonly kind: string;
  readonly format: string;
  readonly read: readonly ReadVacancy[];
  readonly rejected: readonly { readonly where: string; readonly reason: string }[];
  readonly warnings: readonly { readonly where: string; readonly reason: string }[];
  readonly complete: boolean;
}

/** What `signpost import FILE --dry-run --json` prints, and whether it ends well. */
async function dryRun(sample: string): Promise<Printed & { readonly ok: boolean }> {
  const path = fileURLToPath(new URL(`../../samples/${sample}`, import.meta.url));
  const said: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  const result = await importFile.run([path, "--dry-run", "--json"]);
  vi.restoreAllMocks();
  return { ...(JSON.parse(said.join("")) as Printed), ok: result.ok };
}

const location = (text: string | null, outcode: string | null, precision: string) => ({ text, outcode, precision }); // prettier-ignore

describe("each sample, by the command line, gives what it should", () => {
  test.each<[string, Partial<Printed>, readonly unknown[]]>([
    ["api/teaching-vacancies-page1.json", { format: "teaching-vacancies", complete: false }, [
      { reference: "midday-supervisor", patterns: ["part-time", "term-time", "school-hours"], hours: { perWeek: 6.25, weeksPerYear: 38 }, pay: { text: "£12.85", perHour: 12.85, unit: "hour" }, closes: "2026-12-04T12:00:00.000Z", sector: "schools", locations: [{ postcode: "EX31 2AA" }] },
      { reference: "teaching-assistant-barnstaple", pay: { min: 16318, max: 16574, fteMin: 24027, fteMax: 24404, unit: "year" }, patterns: ["part-time", "term-time"], contract: "fixed-term", hours: { perWeek: 27.5, weeksPerYear: 39 } },
      { reference: "teacher-geography", pay: { text: "MPS/UPS", min: null, perHour: null }, flags: holding(["cannot-check-pay"]) },
    ]],
    ["api/teaching-vacancies-page2.json", { format: "teaching-vacancies", complete: true }, [
      { title: "Site Manager", locations: [], closes: "2026-07-13T14:30:00.000Z", pay: { text: null }, flags: holding(["closed", "no-location"]) },
    ]],
    ["api/teaching-vacancies-page99-empty.json", { format: "teaching-vacancies", complete: true }, []],
    ["api/display-advert-v2-vacancies.json", { format: "display-advert", complete: true }, [
      { reference: "1000000001", contract: "apprenticeship", patterns: ["evenings"], pay: { min: 8, unit: "hour", perHour: 8 }, locations: [{ postcode: "LS9 7AB", lat: 53.79848, precision: "point" }, { outcode: "LS9", precision: "outcode" }], applyUrl: "https://www.findapprenticeship.service.gov.uk/apprenticeship/VAC1000000001", flags: [] },
      { reference: "1000000002", remote: true, patterns: ["full-time", "weekends", "from-home"], pay: { min: 15600, unit: "year", perHour: 8 }, applyUrl: "https://apply.example.org/jobs/2", flags: [] },
    ]],
    ["api/civil-service-jobs.json", { format: "civil-service", complete: true }, [
      { title: "Administrative Officer", titles: { cy: "Swyddog Gweinyddol" }, pay: { text: "GBP 25900 year", min: 25900, max: null }, patterns: ["full-time", "part-time", "term-time", "job-share", "from-home"], remote: true, locations: [{ lat: 51.4816, postcode: null }, { lat: 51.6214 }], contract: "permanent" },
    ]],
    ["feeds/nhs-jobs-search.xml", { format: "nhs-jobs", complete: false }, [
      { reference: "C9309-24-0264", pay: { min: 37578.6, max: 39709.5, unit: "year" }, locations: [{ postcode: "NW1 2PG" }], flags: holding(["truncated"]) },
      { reference: "M9439-24-0020", contract: "apprenticeship", pay: { min: 10295, unit: "year" }, locations: [{ postcode: "SR8 2RU" }], flags: holding(["cannot-check-pay"]) },
    ]],
    ["feeds/dwp-find-a-job-bulk-upload.xml", { format: "find-a-job", complete: true }, [
      { reference: "ff7af59b-558b-4c55-9941-fe1942d84984", contract: "permanent", patterns: ["full-time"], closes: "2024-05-17T23:00:00.000Z", description: saying("• Item 0\n• Item 1"), locations: [location("1 School Lane, School Town, School County", "AB12", "outcode")] },
      { reference: "0ee558c1-3587-4f7a-a0c2-d40a2289c7fe", contract: "fixed-term", patterns: ["part-time"], closes: null, flags: holding(["no-closing-date"]) },
    ]],
    ["feeds/tv-broadbean.xml", { format: "broadbean" }, [
      { reference: "0044", title: "Class Teacher", contract: "fixed-term", patterns: ["part-time"], closes: "2042-08-23T00:40:35.000Z", pay: { min: 50879, max: 85262, unit: "week" }, flags: holding(["implausible-pay"]) },
    ]],
    ["feeds/tv-broadband_not_parental_leave_cover.xml", { format: "broadbean" }, [{ reference: "0044", contract: "fixed-term" }]],
    ["feeds/tv-ventrus.xml", { format: "ventrus" }, [
      { reference: "PIL915213", title: "Teaching Assistant", pay: { min: 21575, max: 22369, unit: "year" }, closes: "2043-09-01T11:00:00.000Z", locations: [location("Barnstaple, Devon", null, "none")], patterns: ["part-time"], contract: "permanent", written: withParts({ URN: "111111" }) },
    ]],
    ["feeds/tv-fusion.json", { format: "fusion" }, [
      { reference: "0044", pay: { min: 25714, max: 41604, unit: "year" }, closes: "2042-10-28T12:00:00.000Z", contract: "fixed-term", written: withParts({ schoolUrns: "111111, 222222" }) },
    ]],
    ["feeds/feedparser-demoronize-1.xml", { format: "rss" }, [{ title: "don’t", description: "don’t" }]],
    ["feeds/feedparser-utf-16le-bom.xml", { format: "rss" }, []],
    ["feeds/feedparser-undeclared_namespace.xml", { format: "rss" }, []],
  ])("%s", async (sample, about, expected) => {
    const printed = await dryRun(sample);
    expect(printed).toMatchObject({ kind: "vacancies", ok: true, rejected: [], ...about });
    expect(printed.read).toHaveLength(expected.length);
    expect(printed.read).toMatchObject(expected);
  }); // prettier-ignore

  test("a blog is ten items in which nobody employs anybody", async () => {
    const { read } = await dryRun("feeds/magicmirror-newsfeed.xml");
    expect(read).toHaveLength(10);
    for (const { employer, closes, flags } of read)
      expect({ employer, closes, flags }).toMatchObject({
        employer: null,
        closes: null,
        flags: holding(["no-employer", "no-closing-date"]),
      });
  });

  test.each(["feeds/feedparser-rss_incomplete_cdata.xml", "feeds/feedparser-rss_empty_document.xml"])(
    "%s is refused, and says why",
    async (sample) => {
      const { ok, read, rejected } = await dryRun(sample);
      expect({ ok, read: read.length, rejected: rejected.length }).toEqual({ ok: false, read: 0, rejected: 1 });
    },
  ); // prettier-ignore

  test("the same file twice gives the same", async () => {
    expect(await dryRun("feeds/tv-ventrus.xml")).toEqual(await dryRun("feeds/tv-ventrus.xml"));
  });
});

const now = Date.parse("2026-11-22T10:00:00Z");
function readText(text: string, name = "x.xml", options = {}) {
  const reading = readFile(name, new TextEncoder().encode(text), { now, ...options });
  return { ...reading, vacancies: reading.read as readonly ReadVacancy[] };
}

test("a code of Find a job that nobody knows stays as it was written, and is named", () => {
  const job = `<Vacancies><Vacancy vacancyRefCode="a"><Title>Cook</Title><VacancyType id="9"/></Vacancy></Vacancies>`;
  const { vacancies, warnings } = readText(job);
  expect(vacancies).toMatchObject([{ contract: null, written: { VacancyType: "9" } }]);
  expect(warnings).toMatchObject([{ field: "contract", code: "not-understood", written: "9" }]);
});

describe("each board's own names are understood", () => {
  test.each<[string, string, object]>([
    ["nhs-jobs", `<nhsJobs><totalPages>1</totalPages><totalResults>1</totalResults><vacancyDetails><id>1</id><title>Porter</title><url>/candidate/jobadvert/C9309-24-0264</url></vacancyDetails></nhsJobs>`,
      { applyUrl: "https://www.jobs.nhs.uk/candidate/jobadvert/C9309-24-0264", origin: { applyUrl: "derived" } }],
    ["find-a-job", `<Vacancies><Vacancy vacancyRefCode="a"><Title>Technician</Title><VacancyType id="3"/><VacancyStatus>Part time</VacancyStatus><VacancyCategory id="27"/></Vacancy></Vacancies>`,
      { contract: "temporary", patterns: ["part-time"], sector: "schools" }],
    ["vacancyposter", `<channel><title>x</title><item><reference><![CDATA[ TEST002 ]]></reference><advertUrl><![CDATA[ www.company.com/jobs/1?a=1&amp;c=2 ]]></advertUrl><publishOn><![CDATA[ 2026-11-16 00:00:00 ]]></publishOn><expiresAt><![CDATA[ 2026-12-15 00:00:00 ]]></expiresAt><jobTitle><![CDATA[Test Post]]></jobTitle><jobAdvert><![CDATA[What is the role?]]></jobAdvert><salary><![CDATA[£80000]]></salary><workingPatterns><![CDATA[full_time]]></workingPatterns><contractType><![CDATA[permanent]]></contractType></item></channel>`,
      { reference: "TEST002", title: "Test Post", pay: { min: 80000, unit: "year" }, applyUrl: "https://www.company.com/jobs/1?a=1&c=2", closes: "2026-12-15T00:00:00.000Z", patterns: ["full-time"], contract: "permanent" }],
    ["indeed", `<?xml version="1.0"?><source><publisher>P</publisher><job><title><![CDATA[Care Assistant]]></title><date><![CDATA[Thu, 19 Nov 2026 10:00:00 GMT]]></date><referencenumber><![CDATA[R1]]></referencenumber><url><![CDATA[https://x.org/j?a=1&b=2]]></url><company><![CDATA[Home & Hearth]]></company><city><![CDATA[Leeds]]></city><state>West Yorkshire</state><postalcode><![CDATA[LS1 4BN]]></postalcode><description><![CDATA[<p>Kind <b>people</b></p>]]></description><salary><![CDATA[£13.10 per hour]]></salary><jobtype><![CDATA[parttime]]></jobtype><expirationdate><![CDATA[30/11/2026]]></expirationdate></job></source>`,
      { reference: "R1", employer: "Home & Hearth", locations: [{ text: "Leeds", postcode: "LS1 4BN" }], pay: { perHour: 13.1 }, posted: "2026-11-19T10:00:00.000Z", closes: "2026-12-01T00:00:00.000Z", applyUrl: "https://x.org/j?a=1&b=2", patterns: ["part-time"] }],
    ["careerjet", `<jobs><job><title>Cook &amp; baker</title><url>https://x.org/1</url><location>Cardiff</location><company>Caffi</company><contract_type>permanent</contract_type><work_hours>part-time</work_hours><salary>£24,000 a year</salary></job></jobs>`,
      { title: "Cook & baker", locations: [{ text: "Cardiff" }], contract: "permanent", patterns: ["part-time"], pay: { min: 24000, unit: "year" } }],
    ["carehome", `<vacancies><vacancy><JobRef>77</JobRef><JobTitle>Night Carer</JobTitle><HomeName>Elm House</HomeName><Town>York</Town><Postcode>YO1 7HH</Postcode><Hours>33 hours per week</Hours><Salary>£12.90 per hour</Salary><ClosingDate>05/12/2026</ClosingDate></vacancy></vacancies>`,
      { reference: "77", employer: "Elm House", locations: [{ text: "York", postcode: "YO1 7HH" }], hours: { perWeek: 33 }, closes: "2026-12-06T00:00:00.000Z" }],
    ["oleeo", `<vacancies xmlns="https://jobs.tal.net/feed"><vacancy id="4455"><title>Clerk</title><closing_date>2026-12-01T17:00:00</closing_date><apply_url>https://jobs.tal.net/4455</apply_url><location>Swansea</location><salary>£25,900</salary></vacancy></vacancies>`,
      { reference: "4455", closes: "2026-12-01T17:00:00.000Z", locations: [{ text: "Swansea" }], applyUrl: "https://jobs.tal.net/4455" }],
    ["job-xml", `<export><positions><position><job-title>Driver</job-title><employer><name>Vans Ltd</name></employer><salary><min>24000</min><max>26000</max><period>year</period></salary><apply-by>1 December 2026</apply-by></position></positions></export>`,
      { title: "Driver", employer: "Vans Ltd", pay: { min: 24000, max: 26000, unit: "year" }, closes: "2026-12-02T00:00:00.000Z" }],
    ["rss", `<rss version="2.0" xmlns:job_listing="https://x.org/jl" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title><item><title>Nursery Nurse &amp;amp; Cook</title><link>https://x.org/a</link><guid>g1</guid><pubDate>Tue, 10 Nov 2026 09:00:00 +0000</pubDate><description>short</description><content:encoded><![CDATA[<p>Part-time, term time only.</p>]]></content:encoded><job_listing:company>Little Oaks</job_listing:company><job_listing:location>Leeds, LS6 2AH</job_listing:location></item></channel></rss>`,
      { title: "Nursery Nurse & Cook", employer: "Little Oaks", reference: "g1", locations: [{ postcode: "LS6 2AH" }], posted: "2026-11-10T09:00:00.000Z", patterns: ["part-time", "term-time"] }],
    ["atom", `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">Cook &amp;amp; baker</title><link rel="self" href="https://x.org/self"/><link href="https://x.org/1"/><id>urn:1</id><published>2026-11-10T09:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one <b>two</b> three</p></div></content></entry></feed>`,
      { title: "Cook & baker", reference: "urn:1", applyUrl: "https://x.org/1", description: "one two three" }],
    ["rss", `<rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><title>Cook</title><link>https://x.org/1</link><g:id>77</g:id><g:employer>Caff</g:employer><g:expiration_date>2026-12-10</g:expiration_date></item></channel></rss>`,
      { reference: "77", employer: "Caff", closes: "2026-12-11T00:00:00.000Z" }],
    ["rss", `<rss><channel><item><title>Tutor</title><link>http://x.org/1</link><guid>7</guid><description>d</description><category domain="Location">London</category><category domain="Contract Type">Fixed Term</category><category domain="Working Pattern">Full Time</category><endDate>2026-12-26T09:00:00Z</endDate></item></channel></rss>`,
      { locations: [{ text: "London" }], contract: "fixed-term", patterns: ["full-time"], closes: "2026-12-26T09:00:00.000Z" }],
  ])("%s", (format, text, expected) => {
    const { vacancies, rejected, ...about } = readText(text);
    expect({ format: about.format, rejected }).toEqual({ format, rejected: [] });
    expect(vacancies).toMatchObject([expected]);
  });

  test.each<[string, unknown, object]>([
    ["adzuna", { __CLASS__: "Adzuna::API::Response::JobSearchResults", count: 4200, results: [{ id: "129", title: "<strong>Carer</strong>", company: { display_name: "Acme" }, location: { area: ["UK", "Yorkshire", "Leeds"], display_name: "Leeds, West Yorkshire" }, latitude: 53.8, longitude: -1.55, salary_min: 27511.2, salary_max: 27511.2, salary_is_predicted: "1", contract_time: "part_time", created: "2026-11-10T09:00:00Z", redirect_url: "https://www.adzuna.co.uk/land/ad/129", description: "Cut …" }] },
      { title: "Carer", employer: "Acme", pay: { min: 27511.2, predicted: true, perHour: null }, patterns: ["part-time"], closes: null, flags: holding(["truncated", "no-closing-date", "cannot-check-pay"]) }],
    ["reed", { totalResults: 300, results: [{ jobId: 51, employerName: "Acme", jobTitle: "Cleaner", locationName: "LS1 4BN", minimumSalary: 12.71, maximumSalary: 12.71, currency: "GBP", expirationDate: "01/12/2026", date: "10/11/2026", jobDescription: "Mornings", jobUrl: "https://www.reed.co.uk/jobs/51" }] },
      { reference: "51", locations: [{ postcode: "LS1 4BN" }], pay: { min: 12.71 }, posted: "2026-11-10T00:00:00.000Z", closes: "2026-12-02T00:00:00.000Z" }],
    ["fusion", { status: true, data: { totalJobCount: 5, jobs: [{ reference: "a", advertUrl: "https://x.org/a", jobTitle: "Head of Year", jobAdvert: "<p>x</p>", salary: "£24,000 - £50,000 Annually", workingPatterns: ["full_time", "part_time"], contractType: ["permanent"], expiresAt: "2027-02-10T23:59:00+00:00", schoolUrns: ["1"], phase: "Incorrect value provided" }] } },
      { pay: { min: 24000, unit: "year" }, patterns: ["full-time", "part-time"], contract: "permanent", written: withParts({ phase: "Incorrect value provided" }) }],
    ["job-json", { total: 3, page: { items: [{ jobTitle: "Cook", company: { name: "Caff" }, city: "Leeds", salary: "£13 an hour", closingDate: "2026-12-01" }] } },
      { title: "Cook", employer: "Caff", locations: [{ text: "Leeds" }], pay: { perHour: 13 } }],
  ])("%s, of which there are further pages", (format, value, expected) => {
    const { vacancies, ...about } = readText(JSON.stringify(value), "x.json");
    expect(about).toMatchObject({ format, complete: false, rejected: [] });
    expect(vacancies).toMatchObject([expected]);
  });

  test("names that nobody knows are taken from the source's own list", () => {
    const text = "<liste><stelle><was>Cook</was><wer>Caff</wer><bis>2026-12-01</bis></stelle></liste>";
    const options = { format: "job-xml", record: "stelle", fields: { title: ["was"], employer: ["wer"], closes: ["bis"] } }; // prettier-ignore
    expect(readText(text, "x.xml", options).vacancies).toMatchObject([
      { title: "Cook", employer: "Caff", closes: "2026-12-02T00:00:00.000Z" },
    ]);
  });
}); // prettier-ignore

describe("what is broken costs only itself", () => {
  const job = (title: string) => `<job><title>${title}</title><company>Caff</company></job>`;

  test("a record whose tags do not match, or which has no end, is named, and the others are read", () => {
    const { vacancies, rejected } = readText(`<jobs>${job("Cook")}<job><title>Bro<ken${job("Baker")}${job("Driver & mate")}<job><title>Cut`); // prettier-ignore
    expect(vacancies.map(({ title }) => title)).toEqual(["Cook", "Baker", "Driver & mate"]);
    expect(rejected.map(({ where, code }) => [where, code])).toEqual([["item 2", "broken-off"], ["item 5", "broken-off"]]); // prettier-ignore
  });

  test("JSON that breaks off still gives the records that are whole", () => {
    const text = `{"count":9,"results":[{"id":"1","title":"Cook","salary_is_predicted":"0"},{"id":"2","title":"Ba`;
    const { vacancies, rejected } = readText(text, "x.json", { format: "adzuna" });
    expect(vacancies).toMatchObject([{ title: "Cook" }]);
    expect(rejected).toMatchObject([{ where: "item 2" }]);
  });

  test("entities that a file defines are never put in, however often they stand in each other", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE jobs [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(50)}"><!ENTITY x SYSTEM "file:///etc/passwd">]><jobs>${job("Cook &b; &x;")}</jobs>`;
    const { vacancies } = readText(bomb);
    expect(vacancies.map(({ title }) => title)).toEqual(["Cook &b; &x;"]);
  });

  test.each([
    ["tags a hundred thousand deep", `<jobs><job><title>Cook</title>${"<a>".repeat(100_000)}</job></jobs>`],
    ["records that never close", `<jobs>${"<job><title>Cook</title>".repeat(20_000)}`],
    ["a comment that never ends", `<jobs>${job("Cook")}<!-- ${"<job>".repeat(100_000)}`],
    ["CDATA that never ends", `<jobs>${job("Cook")}<job><title><![CDATA[${"<job>".repeat(100_000)}`],
    ["attributes without end", `<jobs><job ${'a="1" '.repeat(100_000)}><title>Cook</title></job></jobs>`],
    ["lists in lists", `{"title":"x","company":"y","jobs":${"[".repeat(50_000)}`],
    ["signs that begin no tag", `<jobs>${"< ".repeat(200_000)}${job("Cook")}</jobs>`],
  ])("%s gives a reading at once", (_, text) => {
    const { rejected, warnings, vacancies } = readText(text);
    expect(rejected.length + warnings.length + vacancies.length).toBeGreaterThan(0);
  });

  test("a web page where a feed should be says so", () => {
    const page = "<!doctype html><html><head><title>Sign in</title></head><body><p>Sign in</p></body></html>";
    expect(readText(page, "x", { format: "rss" }).rejected).toMatchObject([{ code: "web-page" }]);
    expect(readText(page, "x", { format: "indeed" }).rejected).toMatchObject([{ code: "web-page" }]);
  });
});
