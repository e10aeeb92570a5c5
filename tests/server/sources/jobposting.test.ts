import { describe, expect, test } from "vitest";
import { parseLooseJson } from "#server/sources/jsonrepair.ts";
import { readFile } from "#server/sources/readfile.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const now = Date.parse("2026-11-22T10:00:00Z");

function read(text: string, name = "page.html") {
  const reading = readFile(name, new TextEncoder().encode(text), { now });
  return { ...reading, vacancies: reading.read as readonly ReadVacancy[] };
}
const block = (json: string, attributes = 'type="application/ld+json"') =>
  `<script ${attributes}>${json}</script>`;
const page = (inside: string) =>
  `<!DOCTYPE html><html lang="en-GB"><head><title>Jobs</title></head><body>${inside}</body></html>`;
const posting = (properties: Record<string, unknown> = {}) => ({
  "@context": "https://schema.org", "@type": "JobPosting", title: "Cook", hiringOrganization: { "@type": "Organization", name: "Cafe" }, ...properties,
}); // prettier-ignore
const one = (properties: Record<string, unknown>) =>
  read(page(block(JSON.stringify(posting(properties))))).vacancies[0]!;
const cook = { title: "Cook", employer: "Cafe" };

const pay = (baseSalary: unknown, more: Record<string, unknown> = {}) => one({ baseSalary, ...more }).pay;
const amount = (value: unknown, more: Record<string, unknown> = {}) => ({
  "@type": "MonetaryAmount",
  currency: "GBP",
  value,
  ...more,
});
const place = (jobLocation: unknown, more: Record<string, unknown> = {}) => one({ jobLocation, ...more });

describe("a posting is found", () => {
  const json = JSON.stringify(posting());
  test.each([
    ["in a JSON-LD file", json, "job.jsonld"],
    ["in an array at the root", `[${json}]`, "job.json"],
    ["in a page", page(block(json)), "page.html"],
    [
      "in a script with a charset in its type",
      page(block(json, "type='application/ld+json; charset=utf-8'")),
      "page.html",
    ],
    ["in a script of capital letters", page(block(json, 'TYPE="APPLICATION/LD+JSON"')), "page.html"],
    [
      "beside blocks of other things",
      page(block('{"@type":"BreadcrumbList"}') + block("null") + block("false") + block("") + block(json)),
      "page.html",
    ],
    [
      "in a graph",
      page(block(`{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},${json}]}`)),
      "page.html",
    ],
    [
      "in a list",
      page(
        block(`{"@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,"item":${json}}]}`),
      ),
      "page.html",
    ],
    ["as the main entity of a page", page(block(`{"@type":"WebPage","mainEntity":${json}}`)), "page.html"],
    ["with several types", page(block(json.replace('"JobPosting"', '["Thing","JobPosting"]'))), "page.html"],
    [
      "with its type as an address",
      page(block(json.replace('"JobPosting"', '"http://schema.org/JobPosting"'))),
      "page.html",
    ],
    ["with a prefixed type", page(block(json.replace('"JobPosting"', '"schema:JobPosting"'))), "page.html"],
    ["in a CDATA section", page(block(`//<![CDATA[\n${json}\n//]]>`)), "page.html"],
    ["in a CDATA section of the other kind", page(block(`/*<![CDATA[*/ ${json} /*]]>*/`)), "page.html"],
    ["in a comment inside the script", page(block(`<!--\n${json}\n-->`)), "page.html"],
    ["in a script inside a comment", page(`<!-- ${block(json)} -->`), "page.html"],
    ["before a semicolon", page(block(`${json};`)), "page.html"],
    ["with entities for its quotation marks", page(block(json.replaceAll('"', "&quot;"))), "page.html"],
    [
      "with comments and a trailing comma",
      page(
        block(
          '{"@type":"JobPosting", // what\n"title":"Cook", /* who */ "hiringOrganization":{"name":"Cafe",},}',
        ),
      ),
      "page.html",
    ],
    [
      "in microdata",
      page(
        '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Cook</h1><span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Cafe</b></span></div>',
      ),
      "page.html",
    ],
    [
      "in RDFa",
      page(
        '<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="title">Cook</h1><span property="hiringOrganization" typeof="Organization"><b property="name">Cafe</b></span></div>',
      ),
      "page.html",
    ],
    [
      "in RDFa with a prefix",
      page(
        '<div typeof="schema:JobPosting"><h1 property="schema:title">Cook</h1><p property="schema:hiringOrganization">Cafe</p></div>',
      ),
      "page.html",
    ],
    ["without html and body around it", block(json), "saved.htm"],
  ])("%s", (_, text, name) => {
    expect(read(text, name)).toMatchObject({
      kind: "vacancies",
      format: "jobposting",
      read: [cook],
      rejected: [],
    });
  });

  test("for each posting of a page, in order, a bad one aside", () => {
    const { vacancies, rejected } = read(
      page(
        block(JSON.stringify([posting(), posting({ title: "" }), posting({ title: "Driver" })])) +
          block(JSON.stringify(posting({ title: "Cleaner" }))),
      ),
    );
    expect(vacancies.map(({ title }) => title)).toEqual(["Cook", "Driver", "Cleaner"]);
    expect(rejected).toMatchObject([{ where: "item 2", code: "no-title" }]);
  });

  test("once where a page has it in several ways", () => {
    const micro =
      '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Other</h1></div>';
    expect(read(page(block(JSON.stringify(posting())) + micro)).vacancies.map(({ title }) => title)).toEqual([
      "Cook",
    ]);
  });

  test("and a block that cannot be read at all is named", () => {
    expect(read(page(block('{"@type":"JobPosting","title":')))).toMatchObject({
      read: [],
      rejected: [{ where: "block 1", code: "unreadable-block" }],
    });
    expect(read(page(block("{oops") + block(JSON.stringify(posting()))))).toMatchObject({
      read: [cook],
      rejected: [],
      warnings: [{ where: "block 1" }],
    });
    expect(read("{nonsense JobPosting", "x.json")).toMatchObject({
      read: [],
      rejected: [{ code: "unreadable-block" }],
    });
  });

  test("and a page without any says so, without a mistake", () => {
    expect(read(page("<p>Hello</p>"))).toMatchObject({
      format: "jobposting",
      read: [],
      rejected: [],
      warnings: [{ code: "no-postings" }],
    });
  });
});

describe("broken JSON is mended", () => {
  test.each([
    ["raw line breaks", '{"a":"one\ntwo\tthree"}', { a: "one\ntwo\tthree" }],
    ["unescaped quotation marks", '{"a":"the "best" cook","b":1}', { a: 'the "best" cook', b: 1 }],
    [
      "unescaped marks before a comma",
      '{"a":"say "hello", then go","b":1}',
      { a: 'say "hello", then go', b: 1 },
    ],
    ["unescaped marks in HTML", '{"d":"<p class="x">Hi</p>","b":1}', { d: '<p class="x">Hi</p>', b: 1 }],
    ["trailing commas", '{"a":[1,2,],}', { a: [1, 2] }],
    ["line comments", '{"a":1, // one\n"b":"http://x//y"}', { a: 1, b: "http://x//y" }],
    ["block comments", '{/* x */"a":1}', { a: 1 }],
    ["bad escapes", '{"a":"it\\\'s \\x 5"}', { a: "it's x 5" }],
    [
      "good escapes, beside a raw break",
      '{"a":"\\u00e9\\n\\"q\\" \\\\ \\/","b":"\n"}',
      { a: 'é\n"q" \\ /', b: "\n" },
    ],
    ["control characters", '{"a":"x\u0001y\u000bz"}', { a: "x y z" }],
    ["arrays of texts", '["a\n","b"]', ["a\n", "b"]],
    ["a value before a comment", '{"a":"x\n" // why\n}', { a: "x\n" }],
  ])("%s", (_, text, expected) => {
    expect(parseLooseJson(text)).toEqual(expected);
  });

  test.each(["", "{", "hello", '{"a":', "[1,2", "{]"])("%j is beyond mending", (text) => {
    expect(parseLooseJson(text)).toBeUndefined();
  });
});

describe("pay", () => {
  test.each([
    [
      "a quantity",
      amount({ value: 12.85, unitText: "HOUR" }),
      { min: 12.85, max: 12.85, unit: "hour", perHour: 12.85, currency: "GBP" },
    ],
    [
      "a range",
      amount({ minValue: 24000, maxValue: 26000, unitText: "YEAR" }),
      { min: 24000, max: 26000, unit: "year" },
    ],
    [
      "figures as text",
      amount({ minValue: "24,000", maxValue: "£26,000.00", unitText: "Year" }),
      { min: 24000, max: 26000, unit: "year" },
    ],
    [
      "a value as text",
      amount({ value: "£12.85", unitText: "HOUR" }),
      { text: "£12.85", min: 12.85, unit: "hour" },
    ],
    [
      "a range as text",
      amount({ value: "£24,027 - £24,404 (FTE), actual £16,318 - £16,574", unitText: "YEAR" }),
      { min: 16318, max: 16574, fteMin: 24027, fteMax: 24404 },
    ],
    [
      "scale points",
      amount({ value: "MPS/UPS", unitText: "YEAR" }),
      { text: "MPS/UPS", min: null, max: null },
    ],
    [
      "the minimum wage by name",
      "Minimum wage",
      { text: "Minimum wage", min: 12.71, unit: "hour", perHour: 12.71 },
    ],
    ["a text", "£12.85 per hour", { text: "£12.85 per hour", min: 12.85, unit: "hour" }],
    ["a number", 24027, { min: 24027, unit: "year" }],
    ["a number as text", "24027", { min: 24027, unit: "year" }],
    [
      "figures a level too high",
      { "@type": "MonetaryAmount", currency: "GBP", minValue: 12, maxValue: 13, unitText: "HOUR" },
      { min: 12, max: 13, unit: "hour" },
    ],
    [
      "a value that is the number itself",
      { currency: "GBP", value: 12.85, unitText: "hourly" },
      { min: 12.85, unit: "hour" },
    ],
    ["a code of the UN", amount({ value: 12.85, unitCode: "HUR" }), { min: 12.85, unit: "hour" }],
    ["an array", [amount({ value: 12.85, unitText: "HOUR" })], { min: 12.85 }],
    ["zero, which is none", amount({ minValue: 0, maxValue: 0, unitText: "HOUR" }), { min: null, max: null }],
    [
      "only an upper end",
      amount({ minValue: 0, maxValue: 15, unitText: "HOUR" }),
      { min: null, max: 15, perHour: 15 },
    ],
    ["nothing", null, { text: null, min: null, max: null }],
  ])("as %s", (_, baseSalary, expected) => {
    expect(pay(baseSalary)).toMatchObject(expected);
  });

  test("with the currency beside it", () => {
    expect(pay(12.85, { salaryCurrency: "EUR" })).toMatchObject({ currency: "EUR", perHour: null });
  });

  test("that the site guessed is no pay to check", () => {
    const vacancy = one({ estimatedSalary: amount({ minValue: 5, maxValue: 6, unitText: "HOUR" }) });
    expect(vacancy.pay).toMatchObject({ predicted: true, perHour: null });
    expect(vacancy.flags).toContain("cannot-check-pay");
    expect(vacancy.flags).not.toContain("below-minimum-wage");
  });

  test.each([
    ["12.21 an hour", amount({ value: 12.21, unitText: "HOUR" }), {}, true],
    ["12.71 an hour", amount({ value: 12.71, unitText: "HOUR" }), {}, false],
    [
      "a year's pay with hours",
      amount({ value: 20000, unitText: "YEAR" }),
      { workHours: "37 hours per week" },
      true,
    ],
    ["an apprentice's 8.00", amount({ value: 8, unitText: "HOUR" }), { title: "Apprentice Cook" }, false],
    ["an apprentice's 7.55", amount({ value: 7.55, unitText: "HOUR" }), { title: "Apprentice Cook" }, true],
    ["a volunteer", "Unpaid", { employmentType: "VOLUNTEER" }, false],
  ])("below the minimum wage is flagged: %s", (_, baseSalary, more, below) => {
    expect(one({ baseSalary, ...more }).flags.includes("below-minimum-wage")).toBe(below);
  });

  test("of a year whose minimum wage nobody knows is not flagged, but warned of", () => {
    const reading = read(
      JSON.stringify(
        posting({ baseSalary: amount({ value: 12.8, unitText: "HOUR" }), validThrough: "2031-05-01" }),
      ),
      "x.json",
    );
    expect(reading.vacancies[0]?.flags).not.toContain("below-minimum-wage");
    expect(reading.warnings).toMatchObject([{ where: "item 1", field: "pay", code: "wage-unknown" }]);
  });
});

describe("place", () => {
  test.each([
    [
      "an address",
      {
        "@type": "Place",
        address: {
          streetAddress: "1 High St",
          addressLocality: "Leeds",
          addressRegion: "Yorkshire",
          postalCode: "ls6 2ah",
        },
      },
      [{ text: "1 High St, Leeds, Yorkshire", postcode: "LS6 2AH" }],
    ],
    [
      "an address as text",
      { address: "1 High St, Leeds LS6 2AH" },
      [{ text: "1 High St, Leeds LS6 2AH", postcode: "LS6 2AH" }],
    ],
    ["a text", "Leeds", [{ text: "Leeds" }]],
    [
      "several",
      [{ address: { addressLocality: "Leeds" } }, { address: { addressLocality: "York" } }],
      [{ text: "Leeds" }, { text: "York" }],
    ],
    [
      "several addresses of one place",
      { address: [{ addressLocality: "Leeds" }, { addressLocality: "York" }] },
      [{ text: "Leeds" }, { text: "York" }],
    ],
    ["a name only", { "@type": "Place", name: "Leeds Market" }, [{ text: "Leeds Market" }]],
    [
      "a point",
      { address: { addressLocality: "Leeds" }, geo: { latitude: 53.8, longitude: "-1.5" } },
      [{ lat: 53.8, lon: -1.5, precision: "point" }],
    ],
    [
      "a point outside the UK",
      { address: { addressLocality: "Leeds" }, geo: { latitude: 100, longitude: 101 } },
      [{ lat: null, lon: null, precision: "none" }],
    ],
  ])("as %s", (_, jobLocation, expected) => {
    expect(place(jobLocation).locations).toMatchObject(expected);
  });

  test("remote is said in its own way, or as the town", () => {
    expect(place(undefined, { jobLocationType: "TELECOMMUTE" })).toMatchObject({
      remote: true,
      locations: [],
      origin: { remote: "stated" },
    });
    expect(place({ address: { addressLocality: "Remote" } })).toMatchObject({ remote: true, locations: [] });
    expect(place(undefined, { jobLocationType: "TELECOMMUTE" }).patterns).toContain("from-home");
    expect(place(undefined).flags).toContain("no-location");
    expect(place(undefined, { jobLocationType: "TELECOMMUTE" }).flags).not.toContain("no-location");
  });

  test("and what stands elsewhere in the graph is followed", () => {
    const graph = { "@graph": [
      { "@type": "Organization", "@id": "#org", name: "Cafe" },
      { "@type": "Place", "@id": "#place", address: { "@id": "#address" } },
      { "@type": "PostalAddress", "@id": "#address", addressLocality: "Leeds" },
      posting({ hiringOrganization: { "@id": "#org" }, jobLocation: { "@id": "#place" }, title: "Cook" }),
    ] }; // prettier-ignore
    expect(read(page(block(JSON.stringify(graph)))).vacancies).toMatchObject([
      { ...cook, locations: [{ text: "Leeds" }] },
    ]);
  });
});

describe("the rest of a posting", () => {
  test.each([
    ["2026-12-04T12:00:00+00:00", "2026-12-04T12:00:00.000Z"],
    ["2027-07-01T12:00:00", "2027-07-01T11:00:00.000Z"],
    ["2026-12-04", "2026-12-05T00:00:00.000Z"],
    ["9999-12-31T23:59:59", null],
    [null, null],
    ["", null],
  ])("validThrough %s closes at %s", (validThrough, closes) => {
    expect(one({ validThrough }).closes).toBe(closes);
  });

  test("what has closed is read and flagged", () => {
    expect(one({ validThrough: "2026-07-13T15:30:00+01:00" })).toMatchObject({
      closes: "2026-07-13T14:30:00.000Z",
      flags: expect.arrayContaining(["closed"]),
    });
    expect(one({ validThrough: "2026-11-22T10:00:00Z" }).flags).toContain("closed");
    expect(one({ validThrough: "2026-11-22T10:00:01Z" }).flags).not.toContain("closed");
  });

  test.each([
    ["PART_TIME", ["part-time"], null],
    [["PART_TIME", "TEMPORARY"], ["part-time"], "temporary"],
    ["PART_TIME, TEMPORARY", ["part-time"], "temporary"],
    ["Part-time", ["part-time"], null],
    ["https://schema.org/FULL_TIME", ["full-time"], null],
    [["FULL_TIME", "PART_TIME"], ["full-time", "part-time"], null],
    ["PER_DIEM", [], "casual"],
    ["VOLUNTEER", [], "volunteer"],
    ["OTHER", [], null],
  ])("employmentType %j", (employmentType, patterns, contract) => {
    expect(one({ employmentType })).toMatchObject({ patterns, contract });
  });

  test.each([
    [{ "@type": "PropertyValue", name: "Cafe", value: "A-17" }, "A-17"],
    ["A-17", "A-17"],
    [17, "17"],
    [null, null],
  ])("identifier %j is the reference %s", (identifier, reference) => {
    expect(one({ identifier }).reference).toBe(reference);
  });

  test.each([
    ["Cafe", "Cafe"],
    [{ name: "Cafe" }, "Cafe"],
    [[{ name: "Cafe" }], "Cafe"],
    [{ "@value": "Cafe" }, "Cafe"],
    [null, null],
    [{ name: null }, null],
  ])("hiringOrganization %j is %s", (hiringOrganization, employer) => {
    expect(one({ hiringOrganization }).employer).toBe(employer);
  });

  test("a description keeps its few tags and loses the rest, escaped or not", () => {
    const evil = '<p>Cook <b>well</b></p><script>alert(1)</script><img src=x onerror="alert(1)">';
    for (const description of [evil, evil.replaceAll("<", "&lt;").replaceAll(">", "&gt;")]) {
      const [vacancy] = read(JSON.stringify(posting({ description })), "job.jsonld").vacancies;
      expect(vacancy).toMatchObject({
        description: "Cook well",
        descriptionHtml: "<p>Cook <strong>well</strong></p>",
      });
    }
  });

  test("links are checked, and relative ones are the page's", () => {
    expect(one({ url: "javascript:alert(1)" }).applyUrl).toBeNull();
    const html = page(block(JSON.stringify(posting({ url: "/job/1" })))).replace(
      "<title>",
      '<link rel="canonical" href="https://jobs.example/list"><title>',
    );
    expect(read(html).vacancies[0]?.applyUrl).toBe("https://jobs.example/job/1");
    expect(read(html.replace('"url":"/job/1"', '"x":1')).vacancies[0]?.applyUrl).toBe(
      "https://jobs.example/list",
    );
  });

  test("a value that is not understood becomes nothing, with a warning that names field and place", () => {
    const reading = read(
      JSON.stringify([
        posting(),
        posting({ validThrough: "soon", baseSalary: "lots", url: "ask", employmentType: "INTERN" }),
      ]),
      "x.json",
    );
    expect(reading.vacancies[1]).toMatchObject({
      closes: null,
      applyUrl: null,
      contract: null,
      pay: { text: "lots", min: null },
    });
    expect(reading.warnings.map(({ where, field }) => [where, field])).toEqual([
      ["item 2", "closes"], ["item 2", "contract"], ["item 2", "pay"], ["item 2", "applyUrl"],
    ]); // prettier-ignore
  });

  test("the language and the need for Welsh are read where they are said", () => {
    expect(one({}).language).toBe("en");
    expect(one({ inLanguage: "cy" }).language).toBe("cy");
    expect(one({ description: "Mae'r gallu i siarad Cymraeg yn hanfodol." }).needsWelsh).toBe("needed");
    expect(one({ description: "Full training given. No experience needed." })).toMatchObject({
      trainingGiven: true,
      noExperienceNeeded: true,
    });
  });

  test("microdata and RDFa carry pay, place and dates", () => {
    const html =
      page(`<div itemscope itemtype="http://schema.org/JobPosting"><a itemprop="url" href="https://x.example/1"><span itemprop="title">Cook</span></a>
      <meta itemprop="employmentType" content="PART_TIME"><time itemprop="validThrough" datetime="2026-12-04">4 Dec</time>
      <div itemprop="description"><p>Cook <b>well</b></p></div>
      <div itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><div itemprop="address" itemscope><span itemprop="addressLocality">Leeds</span> <span itemprop="postalCode">LS6 2AH</span></div></div>
      <div itemprop="baseSalary" itemscope itemtype="http://schema.org/MonetaryAmount"><meta itemprop="currency" content="GBP"><div itemprop="value" itemscope><meta itemprop="value" content="12.85"><meta itemprop="unitText" content="HOUR"></div></div></div>`);
    const expected = {
      title: "Cook",
      closes: "2026-12-05T00:00:00.000Z",
      patterns: ["part-time"],
      locations: [{ text: "Leeds", postcode: "LS6 2AH" }],
      pay: { perHour: 12.85 },
      applyUrl: "https://x.example/1",
      descriptionHtml: "<p>Cook <strong>well</strong></p>",
    };
    expect(read(html).vacancies[0]).toMatchObject(expected);
    const rdfa = html
      .replaceAll("itemprop=", "property=")
      .replaceAll(/itemscope itemtype="[^"]*\/(\w+)"/g, 'typeof="$1"')
      .replaceAll("itemscope", 'typeof=""');
    expect(read(rdfa).vacancies[0]).toMatchObject(expected);
  });
});
