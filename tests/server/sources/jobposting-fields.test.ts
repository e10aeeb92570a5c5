import { describe, expect, test } from "vitest";
import { block, cook, one, page, place, posting, read } from "../../support/postings.ts";

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
