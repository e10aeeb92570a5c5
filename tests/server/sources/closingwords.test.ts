import { describe, expect, test } from "vitest";
import { understand } from "#server/sources/understand.ts";
import { remark } from "#server/sources/reading.ts";

const now = Date.parse("2026-11-27T09:00:00Z");

/** What an advert of these words is understood as; `posted` where its source says when it was. */
function advert(
  description: string,
  fields: { readonly closes?: string[]; readonly posted?: string; readonly title?: string } = {},
) {
  const understood = understand({ where: "item 1", title: "Cook", description, written: {}, ...fields }, now);
  if (!understood.ok) throw new Error(understood.rejected.reason);
  return { ...understood.vacancy, warnings: understood.warnings };
}
const at = (description: string, posted?: string) =>
  advert(description, posted ? { posted } : {}).closes?.replace(":00.000Z", "Z") ?? null;

describe("a closing date that only a sentence says", () => {
  test.each([
    ["Closing date: midday on Friday 12th December 2026", "2026-12-12T12:00Z"],
    ["Closing date for applications is Friday 4 December 2026 at 5pm. Interviews: 9 December 2026.", "2026-12-04T17:00Z"],
    ["Closing Date - 04/12/2026 (12 noon)", "2026-12-04T12:00Z"],
    ["Closing date<br>Friday 4 December 2026<br>Interview date<br>9 December 2026", "2026-12-05T00:00Z"],
    ["<dl><dt>Closing date</dt><dd>4 December 2026</dd><dt>Interviews</dt><dd>9 December 2026</dd></dl>", "2026-12-05T00:00Z"],
    ["<table><tr><td>Closing date</td><td>4 December 2026, 9am</td></tr></table>", "2026-12-04T09:00Z"],
    ["The closing date for this exciting post is 4 December 2026.", "2026-12-05T00:00Z"],
    ["The closing date for completed applications to reach the school office is 9.00 a.m. on Monday 7th December 2026.", "2026-12-07T09:00Z"],
    ["We will interview in the week after the closing date of 4 December 2026.", "2026-12-05T00:00Z"],
    ["Start date: January 2027. Closing date: 4.12.26. Interviews: 8.12.26", "2026-12-05T00:00Z"],
    ["Salary: £13 | Location: Leeds | Closes: 4 Dec 2026 | Starts: 4 January 2027", "2026-12-05T00:00Z"],
    ["Applications close 9am 3 January", "2027-01-03T09:00Z"],
    ["Applications will close at midnight on 4 December 2026", "2026-12-05T00:00Z"],
    ["This vacancy closes on Friday 4 December 2026 at 17:00.", "2026-12-04T17:00Z"],
    ["Advert expires 4 December 2026", "2026-12-05T00:00Z"],
    ["Vacancy ends 4 December 2026", "2026-12-05T00:00Z"],
    ["Valid until 4 December 2026", "2026-12-05T00:00Z"],
    ["Completed forms should be emailed to head@oak.example by midday on Friday 4 December.", "2026-12-04T12:00Z"],
    ["Closing date - Noon - Friday 4th December 2026", "2026-12-04T12:00Z"],
    ["apply by 14/02/2027", "2027-02-15T00:00Z"],
    ["To apply, send a CV by e-mail to jobs@oak.example by noon on 4 December 2026.", "2026-12-04T12:00Z"],
    ["Apply online at www.oak.example/jobs before Friday 4th December.", "2026-12-05T00:00Z"],
    ["Please return your application form no later than 4 December 2026, 12pm", "2026-12-04T12:00Z"],
    ["Applications must be received by 5 o'clock on 4 December 2026", "2026-12-04T17:00Z"],
    ["We are accepting applications until December 4th, 2026", "2026-12-05T00:00Z"],
    ["CVs by 4/12", "2026-12-05T00:00Z"],
    ["Application deadline: 2026-12-04T17:00:00Z", "2026-12-04T17:00Z"],
    ["The deadline for applications is Friday, 4 December 2026.", "2026-12-05T00:00Z"],
    ["Deadline for applications: 4th December 2026; Interviews: w/c 7th December 2026", "2026-12-05T00:00Z"],
    ["Deadline extended until 4 December 2026", "2026-12-05T00:00Z"],
    ["Advert end date 04/12/2026", "2026-12-05T00:00Z"],
    ["Bydd y swydd yn cau ar 4ydd o Ragfyr 2026", "2026-12-05T00:00Z"],
    ["Deadline: 4 December 2026", "2026-12-05T00:00Z"],
    ["The last day to apply is 4 December 2026", "2026-12-05T00:00Z"],
    ["Last date for receipt of applications: 4 December 2026", "2026-12-05T00:00Z"],
    ["Closing date: 1 July 2027 at noon", "2027-07-01T11:00Z"],
    ["Dyddiad cau: hanner dydd, dydd Gwener 4 Rhagfyr 2026", "2026-12-04T12:00Z"],
    ["Dyddiad cau: dydd Mawrth 8fed Rhagfyr 2026. Cyfweliadau: 15 Rhagfyr 2026", "2026-12-09T00:00Z"],
    ["Y dyddiad cau ar gyfer ceisiadau yw 5ed o Ragfyr 2026 am 5yp.", "2026-12-05T17:00Z"],
    ["Ceisiadau i gyrraedd erbyn canol dydd ar 4 Rhagfyr 2026", "2026-12-04T12:00Z"],
    ["Gwnewch gais ar-lein erbyn 4 Rhagfyr 2026", "2026-12-05T00:00Z"],
    ["Mae'r ceisiadau yn cau ar 4 Rhagfyr 2026 am 9yb", "2026-12-04T09:00Z"],
  ])("%s", (words, closes) => {
    expect(at(words)).toBe(closes);
    expect(advert(words)).toMatchObject({ origin: { closes: "derived" }, flags: expect.not.arrayContaining(["no-closing-date"]) });
  }); // prettier-ignore

  test.each([
    "Interviews will be held on 9 December 2026.",
    "Interview date: 9 December 2026. Start date: 4 January 2027. Closing date: to be confirmed.",
    "Interviews will take place after the closing date on 9 December 2026.",
    "There is no closing date. Interviews from 9 December 2026.",
    "Closing date: ongoing, interviews 9 December 2026",
    "Closing date and interviews: see below. 9 December 2026 is our open day.",
    "The nursery closes on 24 December for Christmas and opens on 4 January.",
    "Our school closes at 4pm. You would begin on 4 January 2027.",
    "Apply now to start by 4 January 2027!",
    "If you apply you will hear from us by 9 December 2026.",
    "We will reply to all applications by 9 December 2026.",
    "Apply by post to 5 March Street, Leeds.",
    "Apply by phone. The first shift is on 4 December 2026.",
    "You must be able to meet deadlines. Project launch: 4 December 2026.",
    "The contract ends on 31 March 2027. End date: 31 March 2027",
    "A fixed-term post until 31 August 2027",
    "Founded on 4 December 1926, we accept applications all year.",
    "Applicants must be available by 4 January 2027.",
    "Dyddiad y cyfweliad: 9 Rhagfyr 2026. Dyddiad dechrau: 4 Ionawr 2027.",
    "Settled status: apply by 30 June 2021.",
    "Our nursery admissions: applications close 15 January 2027.",
    "Parents apply for a place by 15 January 2027.",
    "You would complete forms by 4 December 2026.",
    "Posted 20 November 2026",
  ])("%s (says none)", (words) => {
    expect(advert(words)).toMatchObject({ closes: null, flags: expect.arrayContaining(["no-closing-date"]) });
  }); // prettier-ignore

  test("a year that is left out is the next such day after the advert was published", () => {
    expect(at("Closing date: 20 November", "2026-11-18")).toBe("2026-11-21T00:00Z");
    expect(at("Closing date: 20 November", "2026-11-21")).toBe("2027-11-21T00:00Z");
    expect(at("Closing date: noon, 3 January", "2026-12-20")).toBe("2027-01-03T12:00Z");
  });

  test("what a field says goes before it, and a field that nobody can read does not", () => {
    const words = "Closing date: 4 December 2026";
    expect(advert(words, { closes: ["11/12/2026"] })).toMatchObject({ closes: "2026-12-12T00:00:00.000Z", origin: { closes: "stated" } });
    expect(advert(words, { closes: ["Until filled"] })).toMatchObject({ closes: null });
    expect(advert(words, { closes: ["see advert"] })).toMatchObject({ closes: "2026-12-05T00:00:00.000Z", warnings: [{ field: "closes" }] });
  }); // prettier-ignore

  test("of two days the earlier counts, with a warning; one that was put off counts alone", () => {
    const two = advert("Closing date: 11 December 2026. Internal applications by 4 December 2026.");
    expect(two.closes).toBe("2026-12-05T00:00:00.000Z");
    expect(two.warnings).toEqual([remark("item 1", "second-value", "closes", "11 December 2026")]);
    const moved = advert("Closing date: 4 December 2026. The closing date has been extended from 4 December to noon on 11 December 2026."); // prettier-ignore
    expect(moved).toMatchObject({ closes: "2026-12-11T12:00:00.000Z", warnings: [] });
    expect(at("Extended closing date: 11 December 2026 (was: closing date 4 December 2026)")).toBe(
      "2026-12-12T00:00Z",
    );
    const twice = advert("Apply by 4 December 2026. Closing date: Friday 4 December 2026 at 9am.");
    expect(twice).toMatchObject({ closes: "2026-12-04T09:00:00.000Z", warnings: [] });
  });

  test("one that does not exist is named, and one in the title counts", () => {
    expect(advert("Closing date: 31 November 2026").warnings).toMatchObject([{ code: "no-such-date", field: "closes" }]); // prettier-ignore
    expect(advert("", { title: "Cook (closing date 4 December 2026)" }).closes).toBe("2026-12-05T00:00:00.000Z"); // prettier-ignore
  });
});
