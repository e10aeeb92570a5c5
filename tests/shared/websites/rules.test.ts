import { describe, expect, test } from "vitest";
import { faultOf, openingsOf, opens } from "#shared/websites/rules.ts";

describe("a pattern that can be saved", () => {
  test.each([
    "https://findajob.dwp.gov.uk",
    "https://findajob.dwp.gov.uk/",
    "https://.gov.uk/find-a-job",
    "https://www.gov.uk/browse/childcare-parenting/",
    "https://jobs.example.org:8443/search?region=uk",
    "https://jobs.example.org/search?page=*",
    "https://xn--mnchen-3ya.example",
    "https://192.0.2.7/jobs",
    "https://[2001:db8::7]/",
    "https://council.example/caf%C3%A9",
  ])("%s", (pattern) => expect(faultOf(pattern)).toBeNull());
});

describe("a pattern that Chromium would misread, and what to write instead", () => {
  test.each([
    ["*", "opens-everything", null],
    ["https://*", "opens-everything", null],
    ["https:*", "opens-everything", null],
    ["https://*/jobs", "opens-everything", null],
    ["*.findajob.example", "star", "https://findajob.example"],
    ["https://*.findajob.example", "star", "https://findajob.example"],
    ["*://findajob.example", "star", "https://findajob.example"],
    ["https://findajob.example/*", "star", "https://findajob.example/"],
    ["https://findajob.*", "star", null],
    ["findajob.example", "no-scheme", "https://findajob.example"],
    ["//findajob.example/a", "no-scheme", "https://findajob.example/a"],
    ["localhost:8080", "no-scheme", "https://localhost:8080"],
    ["http://findajob.example", "not-https", "https://findajob.example"],
    ["ftp://findajob.example", "not-https", "https://findajob.example"],
    ["https://me@findajob.example", "credentials", "https://findajob.example"],
    ["https://findajob.example/#jobs", "fragment", "https://findajob.example/"],
    ["https://münchen.example", "not-ascii", "https://xn--mnchen-3ya.example"],
    ["https://council.example/café", "not-ascii", "https://council.example/caf%C3%A9"],
    ["https://127.1", "short-address", "https://127.0.0.1"],
    ["https://2130706433/a", "short-address", "https://127.0.0.1/a"],
    ["https://[2001:0db8::7]", "short-address", "https://[2001:db8::7]"],
    ["https://FindAJob.example/Ab", "spelling", "https://findajob.example/Ab"],
    ["https://findajob.example..", "spelling", "https://findajob.example"],
    [" https://findajob.example", "spelling", "https://findajob.example"],
    ["https://findajob.example/a b", "spelling", "https://findajob.example/a%20b"],
    ["https://findajob.example/a/../b", "spelling", "https://findajob.example/b"],
    ["https://findajob.example:0", "not-a-pattern", null],
    ["https://findajob.example:99999", "not-a-pattern", null],
    ["https://", "opens-everything", null],
    ["", "not-a-pattern", null],
    ["mailto:jobs", "not-a-pattern", null],
    ["https://find a job.example", "not-a-pattern", null],
    ["10.0.0.0/8", "no-scheme", "https://10.0.0.0/8"],
  ])("%s", (pattern, why, write) => expect(faultOf(pattern)).toEqual({ pattern, why, write }));

  test("and what is proposed is never refused in its turn", () => {
    const proposed = ["*.a.example/x*", "HTTP://ä.example/ö?ü#z", "//u:p@127.1/a|b"].map(
      (text) => faultOf(text)?.write,
    );
    for (const write of proposed) expect(write && faultOf(write)).toBeNull();
  });
});

describe("what a pattern opens besides", () => {
  const jobs = "https://www.gov.uk/find-a-job";

  test("every page of the host, where the website is one part of it", () => {
    expect(openingsOf("https://www.gov.uk", jobs)).toContainEqual({ pattern: "https://www.gov.uk", opens: "every-page", host: "www.gov.uk" }); // prettier-ignore
    expect(openingsOf("https://gov.uk", jobs)).toContainEqual({ pattern: "https://gov.uk", opens: "every-page", host: "gov.uk" }); // prettier-ignore
    expect(openingsOf("https://.www.gov.uk/find-a-job/", jobs)).toEqual([]);
  });

  test("every host below it, unless a dot stands before it", () => {
    expect(openingsOf("https://nhs.uk", "https://nhs.uk/")).toEqual([{ pattern: "https://nhs.uk", opens: "subdomains", host: "nhs.uk" }]); // prettier-ignore
    expect(openingsOf("https://.nhs.uk", "https://nhs.uk/")).toEqual([]);
  });

  test("every path that begins so", () => {
    expect(openingsOf("https://.www.gov.uk/find-a-job", jobs)).toEqual([
      {
        pattern: "https://.www.gov.uk/find-a-job",
        opens: "beginnings",
        host: "www.gov.uk",
        path: "/find-a-job",
      },
    ]);
    expect(opens(["https://.www.gov.uk/find-a-job"], "https://www.gov.uk/find-a-jobcentre")).toBe(true);
  });
});
