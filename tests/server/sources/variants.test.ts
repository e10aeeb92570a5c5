import { describe, expect, test } from "vitest";
import type { ReadEvent } from "#shared/events/read.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { readFile } from "#server/sources/readfile.ts";

const now = Date.parse("2026-11-27T09:00:00Z");
const read = (name: string, text: string) => readFile(name, Buffer.from(text), { now });
const job = (name: string, text: string) => {
  const { read: all, rejected } = read(name, text);
  expect(rejected).toEqual([]);
  return all[0] as ReadVacancy;
};
const LEEDS = "LS9 7AB";

describe("the same job, however its source writes it", () => {
  test.each<[string, string, string]>([
    ["attributes instead of elements, under a prefix", "a.xml", `<v:jobs xmlns:v="urn:x"><v:job id="77" title="Cook" closing-date="5 Dec 2026"><v:employer name="Oak"/><v:location postcode="${LEEDS}"/><v:salary from="12.71" to="13" per="hour"/></v:job></v:jobs>`],
    ["one object where a list should be", "a.json", `{"jobs":{"job":{"ref":77,"jobTitle":"Cook","employer":{"name":"Oak"},"postcode":"${LEEDS}","salaryMin":"12.71","salaryMax":"13","closingDate":"/Date(1796428800000+0000)/"}}}`],
    ["a file that is one job", "a.json", `{"ref":"77","jobTitle":"Cook","company":"Oak","postcode":"${LEEDS}","salary":"£12.71 - £13ph","closes":1796428800000}`],
    ["a list with numbers for names", "a.json", `{"jobs":{"0":{"ref":77,"title":"Cook","company":"Oak","zip":"${LEEDS}","salary":"£12.71-£13.00 p/h","closing":1796428800}}}`],
    ["names under a prefix of JSON-LD", "a.html", `<script type=application/ld+json>{"@context":{"s":"https://schema.org/"},"@graph":[{"@id":"#o","@type":"s:Organization","s:name":"Oak"},{"@type":["s:JobPosting"],"s:title":"Cook","s:identifier":{"s:value":0077},"s:hiringOrganization":{"@id":"#o"},"s:jobLocation":{"s:address":{"s:postalCode":"${LEEDS}"}},"s:baseSalary":{"s:minValue":"£12.71","s:maxValue":"£13","s:unitText":"Hour"},"s:validThrough":{"@value":"2026-12-05"}}]}</script>`],
    ["RDFa under the page's own prefix", "a.html", `<html prefix="s: https://schema.org/"><div typeof="s:JobPosting"><b property="s:title">Cook</b><i property="s:identifier">77</i><p property="s:hiringOrganization" typeof="s:Organization"><b property="s:name">Oak</b></p><p property="s:jobLocation">${LEEDS}</p><p property="s:baseSalary">£12.71 – £13 yr awr</p><time property="s:validThrough" datetime="2026-12-05">5 Rhagfyr</time></div></html>`],
    ["words in a feed's description", "a.rss", `<rss version="2.0"><channel><item><guid>77</guid><title>Cook</title><link>https://x.example/1</link><description>&lt;p&gt;&lt;b&gt;Employer:&lt;/b&gt; Oak&lt;br&gt;Salary: £12.71 to £13 per hour&lt;br&gt;Post code: ${LEEDS}&lt;br&gt;Closing date: 5th December 2026&lt;/p&gt;</description></item></channel></rss>`],
    ["a requisition of a payroll system", "a.json", `{"RequisitionData":{"requisition":[{"requisitionreference":"77","requisitionname":"Chef","startdate":"2027-05-01","applicationclosingdate":"2026-12-05","vacancyptysrchs":{"vacancyptysrch":{"jobtitle":"Cook","employer":"Oak","minimumsalary":"12.71","maximumsalary":"13","formattedsalarydescription":"£12.71 to £13 an hour","contractualhours":"16.00","basis":"Part time","postcode":"${LEEDS}"}}}]}}`],
    ["categories of a feed that say what they are", "a.rss", `<rss><channel><item><guid>77</guid><title>Cook</title><category domain="Location">${LEEDS}</category><category domain="School/Network">Oak</category><category domain="Job Category">Catering</category><salaryRangeFrom>£12.71 ph</salaryRangeFrom><salaryRangeTo>£13 ph</salaryRangeTo><endDate>2026-12-05</endDate></item></channel></rss>`],
    ["one job of the reed.co.uk API", "a.json", `{"employerId":1,"employerName":"Oak","jobId":77,"jobTitle":"Cook","locationName":"${LEEDS}","minimumSalary":12.71,"maximumSalary":13.0,"currency":"GBP","expirationDate":"05/12/2026"}`],
    ["microdata that lies elsewhere on the page", "a.html", `<div itemscope itemtype="https://schema.org/JobPosting" itemref="more place"><b itemprop="title">Cook</b><meta itemprop="identifier" content="77"></div><div id="more"><meta itemprop="validThrough" content="2026-12-05"><i itemprop="hiringOrganization">Oak</i><i itemprop="baseSalary">£12.71 to £13 an hour</i></div><p id="place" itemprop="jobLocation">${LEEDS}</p>`],
    ["a bulk file whose code for the pay's unit nobody knows", "a.xml", `<Vacancies><Vacancy vacancyRefCode="77"><Title>Cook</Title><Company><Name>Oak</Name></Company><Location><PostalCode>${LEEDS}</PostalCode></Location><Salary><Min>12.71</Min><Max>13</Max><Frequency id="9"/></Salary><Description>&lt;p&gt;Apply by noon... or so.&lt;/p&gt;The last day to apply is 5/12/2026</Description></Vacancy></Vacancies>`],
    ["a table whose cells are kept as text by force", "a.csv", `Ref,Job title,Organisation,Post Code,Hourly rate,Deadline\n"=""77""",Cook,Oak,${LEEDS},"=""12.71 - 13""",46361\n`],
  ])("%s", (_, name, text) => {
    const { reference, title, employer, locations, pay, closes } = job(name, text);
    expect({ title, employer, postcode: locations[0]?.postcode }).toEqual({ title: "Cook", employer: "Oak", postcode: LEEDS });
    expect(reference).toMatch(/^(?:00)?77$/);
    expect(pay).toMatchObject({ min: 12.71, max: 13, unit: "hour", currency: "GBP", perHour: 12.71 });
    expect(closes).toMatch(/^2026-12-0[56]T00:00:00/);
  });

  test("what stands only in the description is worked out, and only where it is beyond doubt", () => {
    const told = (description: string) => job("a.json", JSON.stringify([{ jobTitle: "Cook", company: "Oak", description }]));
    expect(told("You earn £13.00 an hour.")).toMatchObject({ pay: { min: 13, unit: "hour" }, origin: { pay: "derived" } });
    expect(told("£13.00 an hour, or £15.00 an hour on Sundays.").pay.min).toBeNull();
    expect(told("A bonus of £500 per year.").pay.min).toBeNull();
    expect(told("Interview date: 3 December 2026").closes).toBeNull();
  });

  test("a bare number of hours stays one beside the weeks of a year", () => {
    const { hours, patterns } = job("a.csv", "Job title,Hours,Weeks\nCook,25,39\n");
    expect(hours).toMatchObject({ perWeek: 25, weeksPerYear: 39 });
    expect(patterns).toEqual(["part-time", "term-time"]);
  });

  test("hours and term time that stand beside the pay count, and no markup stays in it", () => {
    const { pay, hours, patterns } = job("a.csv", "Job title,Salary\nCook,\"NJC 2-3 <b>£12.75</b> per hour, 6.25 hrs pw TTO\"\n");
    expect(pay).toMatchObject({ text: "NJC 2-3 £12.75 per hour, 6.25 hrs pw TTO", min: 12.75, unit: "hour" });
    expect(hours.perWeek).toBe(6.25);
    expect(patterns).toEqual(["part-time", "term-time"]);
  });

  test("a table that a spreadsheet has saved as a web page is a list", () => {
    const { format, read: all } = read("jobs.xls", "<html><table><tr><td colspan=2>Vacancies</td></tr><tr><th>Job title</th><th>Closing date</th></tr><tr><td>Cook &amp; cleaner</td><td>5/12/2026</td></tr></table></html>");
    expect(format).toBe("html-table");
    expect(all).toMatchObject([{ title: "Cook & cleaner", closes: "2026-12-06T00:00:00.000Z" }]);
  });

  test("pages are counted under a prefix as well", () => {
    expect(read("a.xml", "<n:nhsJobs xmlns:n='x'><n:totalPages>3</n:totalPages><n:vacancyDetails><n:title>Cook</n:title></n:vacancyDetails></n:nhsJobs>")).toMatchObject({ format: "nhs-jobs", complete: false });
  });

  test("a feed's relative links lead to its own site", () => {
    expect(job("a.atom", `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://x.example/feed"/><entry><id>1</id><title>Cook</title><link href="/jobs/1"/></entry></feed>`).applyUrl).toBe("https://x.example/jobs/1");
    expect(job("a.atom", `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.example/en/"><entry><id>1</id><title>Cook</title><link href="jobs/1"/></entry></feed>`).applyUrl).toBe("https://x.example/en/jobs/1");
    expect(job("a.rss", `<rss><channel><item><title>Cook</title><link/><guid>https://x.example/1</guid></item></channel></rss>`).applyUrl).toBe("https://x.example/1");
  });

  test("one apprenticeship and one school's job come alone as well, and keep their references", () => {
    expect(job("a.json", `{"title":"Chef","vacancyReference":"VAC1","wage":{"wageType":"NationalMinimumForApprentices"},"employerName":"Oak"}`)).toMatchObject({ reference: "VAC1", contract: "apprenticeship", pay: { perHour: 8 } });
    expect(job("a.json", `{"title":"Chef","vacancyReference":"VAC1","wage":{"wageType":"NationalMinimum","wageAmountLowerBound":12480,"wageAmountUpperBound":19827.6,"wageUnit":"Annually"},"hoursPerWeek":30,"employerName":"Oak"}`).pay).toMatchObject({ min: 12480, max: 19827.6, unit: "year", perHour: 8 });
    expect(job("a.json", `{"@context":"http://schema.org","@type":"JobPosting","title":"Cook","url":"https://teaching-vacancies.service.gov.uk/jobs/cook-1"}`).reference).toBe("cook-1");
  });

  test("a job that is posted again keeps the reference of the first, and another job its own", () => {
    const codes = (...jobs: string[][]) => read("a.xml", `<Vacancies>${jobs.map(([code, title]) => `<Vacancy vacancyRefCode="${code}"><Title>${title}</Title></Vacancy>`).join("")}</Vacancies>`).read.map((one) => (one as ReadVacancy).reference);
    expect(codes(["C-1", "Cook"], ["C-1-2", "Cook"], ["C-2", "Cook"])).toEqual(["C-1", "C-1", "C-2"]);
    expect(codes(["C", "Cook"], ["C-2", "Cleaner"])).toEqual(["C", "C-2"]);
  });

  test("a template's language yields to the words', and counts where those are too few", () => {
    const page = (description: string) => job("a.html", `<html lang="en"><script type="application/ld+json">{"@type":"JobPosting","title":"Cogydd","description":"${description}"}</script></html>`).language;
    expect(page("Rydym yn chwilio am gogydd i'r ysgol. Mae'r swydd ar gael gyda hyfforddiant yn yr ysgol.")).toBe("cy");
    expect(page("Cook")).toBe("en");
    const feed = (lang: string) => job("a.rss", `<rss><channel><language>${lang}</language><item><title>Cogydd</title></item></channel></rss>`).language;
    expect([feed("cy"), feed("en-gb")]).toEqual(["cy", "en"]);
  });
}); // prettier-ignore

describe("the same service, in both versions of Open Referral", () => {
  const days = (text: string) => {
    const { read: all, complete } = read("a.json", text);
    return {
      complete,
      days: [...new Set((all as ReadEvent[]).map(({ starts }) => new Date(starts!).getUTCDay()))],
    };
  };
  test.each<[string, object, boolean]>([
    ["3.0, days as a list", { total_pages: 1, page_number: 1, contents: [{ name: "Group", schedules: { freq: "WEEKLY", byday: ["MO", "WE"], opens_at: "09:30Z", closes_at: "11:00" } }] }, true],
    ["1.0, numbers and truth as text, days by name", { totalPages: "2", number: "1", last: "false", content: [{ name: "Group", regular_schedules: [{ weekday: "Monday", opens_at: "10:00:00" }, { weekday: 3, opens_at: "10am" }] }] }, false],
  ])("%s", (_, page, complete) => {
    expect(days(JSON.stringify(page))).toEqual({ complete, days: [1, 3] });
  }); // prettier-ignore
});

test("opening times and a day as people write them", () => {
  const times = (opens_at: string, closes_at: string) => {
    const { read: all } = read("a.json", JSON.stringify({ contents: [{ name: "Group", schedules: [{ freq: "WEEKLY", byday: "MO", opens_at, closes_at }] }], total_pages: 1, page_number: 1 }));
    return (all[0] as ReadEvent).times[0];
  };
  expect(times("9.30am", "12 noon")).toMatchObject({ opens: "09:30", closes: "12:00" });
  expect(times("9:30 am", "2:15 pm")).toMatchObject({ opens: "09:30", closes: "14:15" });
  expect(times("09:30:00Z", "24:00")).toMatchObject({ opens: "09:30", closes: "24:00" });
  const event = (startDate: string) => read("a.jsonld", JSON.stringify({ "@context": "https://schema.org", "@type": "Event", name: "Fair", startDate })).read[0];
  expect(event("Saturday 5 December 2026, 10am")).toMatchObject({ starts: "2026-12-05T10:00:00.000Z", allDay: false });
  expect(event("January 5, 2027 10:00 AM")).toMatchObject({ starts: "2027-01-05T10:00:00.000Z" });
  expect(event("05/01/2027")).toMatchObject({ starts: "2027-01-05", ends: "2027-01-06", allDay: true });
  expect(event("Saturday")).toBeUndefined();
}); // prettier-ignore
