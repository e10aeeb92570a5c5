import { describe, expect, test } from "vitest";
import { readClosing, readPosted } from "#server/sources/dates.ts";

const now = Date.parse("2026-11-22T10:00:00Z");
const closes = (text: string, posted: number | null = null) => readClosing(text, { now, posted });
const at = (text: string) => {
  const read = closes(text);
  return read.state === "known" ? read.at.replace(":00.000Z", "Z") : read.state;
};

describe("a closing date is the first instant at which a vacancy is closed", () => {
  test.each([
    ["05/12/2026", "2026-12-06T00:00Z"],
    ["5/12/26", "2026-12-06T00:00Z"],
    ["12/1/27", "2027-01-13T00:00Z"],
    ["5.12.2026", "2026-12-06T00:00Z"],
    ["05-12-2026", "2026-12-06T00:00Z"],
    ["05 / 12 / 2026", "2026-12-06T00:00Z"],
    ["2026-12-05", "2026-12-06T00:00Z"],
    ["2026/12/05", "2026-12-06T00:00Z"],
    ["20261205", "2026-12-06T00:00Z"],
    ["46361", "2026-12-06T00:00Z"],
    ["5th December 2026", "2026-12-06T00:00Z"],
    ["5 th December 2026", "2026-12-06T00:00Z"],
    ["the 5th of December, 2026", "2026-12-06T00:00Z"],
    ["Saturday 5th December 2026", "2026-12-06T00:00Z"],
    ["Sat 5 Dec 26", "2026-12-06T00:00Z"],
    ["5 Dec '26", "2026-12-06T00:00Z"],
    ["05-Dec-26", "2026-12-06T00:00Z"],
    ["5Dec2026", "2026-12-06T00:00Z"],
    ["December 5th, 2026", "2026-12-06T00:00Z"],
    ["Dec 5 2026", "2026-12-06T00:00Z"],
    ["Closing date: 5 December 2026. Interviews: 12 December 2026", "2026-12-06T00:00Z"],
    ["1 July 2027", "2027-07-01T23:00Z"],
    ["28/03/2027", "2027-03-28T23:00Z"],
    ["27/03/2027", "2027-03-28T00:00Z"],
    ["30/10/2027", "2027-10-30T23:00Z"],
    ["31/10/2027", "2027-11-01T00:00Z"],
    ["29/02/2028", "2028-03-01T00:00Z"],
    ["31/12/2026", "2027-01-01T00:00Z"],
    ["2026-1-9", "2026-01-10T00:00Z"],
    ["2026.12.05", "2026-12-06T00:00Z"],
    ["05 12 2026", "2026-12-06T00:00Z"],
    ["05122026", "2026-12-06T00:00Z"],
    ["5th. Decemeber 2026", "2026-12-06T00:00Z"],
    ["5 Febuary 2027", "2027-02-06T00:00Z"],
    ["from 20/11/2026 to 05/12/2026", "2026-12-06T00:00Z"],
    ["20 November - 5 December 2026", "2026-12-06T00:00Z"],
    ["Interviews 10 December; closing 5 December 2026", "2026-12-06T00:00Z"],
    ["2026-12-05Z", "2026-12-06T00:00Z"],
    ["2027-07-01+01:00", "2027-07-01T23:00Z"],
    ["1 September 2043", "2043-09-01T23:00Z"],
  ])("%s alone lasts the whole of that day in London", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test.each([
    ["Friday 4 December 2026 at noon", "2026-12-04T12:00Z"],
    ["12 noon on Friday 4 December 2026", "2026-12-04T12:00Z"],
    ["46360.5", "2026-12-04T12:00Z"],
    ["46360.7083333", "2026-12-04T17:00Z"],
    ["4 Rhagfyr 2026 am 5yp", "2026-12-04T17:00Z"],
    ["midday, 4/12/26", "2026-12-04T12:00Z"],
    ["4 Dec 2026 12:00", "2026-12-04T12:00Z"],
    ["4 Dec 12:00", "2026-12-04T12:00Z"],
    ["4 December 2026 12pm", "2026-12-04T12:00Z"],
    ["4 December 2026 12am", "2026-12-04T00:00Z"],
    ["9am on Monday 7 December 2026", "2026-12-07T09:00Z"],
    ["Monday 7 December 2026 9.30 a.m.", "2026-12-07T09:30Z"],
    ["07/12/2026 5 pm", "2026-12-07T17:00Z"],
    ["07/12/2026 17:00", "2026-12-07T17:00Z"],
    ["07/12/2026 17:00:00", "2026-12-07T17:00Z"],
    ["07/12/2026 1700 hrs", "2026-12-07T17:00Z"],
    ["7 December at 17.00", "2026-12-07T17:00Z"],
    ["7/12/26 23:59", "2026-12-07T23:59Z"],
    ["midnight on 4 December 2026", "2026-12-05T00:00Z"],
    ["4 December 2026, 12 midnight", "2026-12-05T00:00Z"],
    ["4/12/2026 24:00", "2026-12-05T00:00Z"],
    ["Friday 4 December 2026 at 5 o'clock", "2026-12-04T17:00Z"],
    ["9 o’clock on 4 December 2026", "2026-12-04T09:00Z"],
    ["4 December 2026 17h00", "2026-12-04T17:00Z"],
    ["4 December 2026 1700", "2026-12-04T17:00Z"],
    ["1 July 2027 at noon", "2027-07-01T11:00Z"],
    ["01/09/2043 12:00", "2043-09-01T11:00Z"],
  ])("%s has its time on London's clocks", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test.each([
    ["2026-12-04T12:00:00+00:00", "2026-12-04T12:00Z"],
    ["2026-12-04T12:00:00Z", "2026-12-04T12:00Z"],
    ["2026-12-04T12:00:00.123456789Z", "2026-12-04T12:00Z"],
    ["2026-12-04T12:00Z", "2026-12-04T12:00Z"],
    ["2026-12-04T12:00:00+01:00", "2026-12-04T11:00Z"],
    ["2026-12-04T12:00:00-0500", "2026-12-04T17:00Z"],
    ["2026-12-04T12:00:00+02", "2026-12-04T10:00Z"],
    ["2027-07-01T12:00:00", "2027-07-01T11:00Z"],
    ["2027-07-01T12:00:00Z", "2027-07-01T12:00Z"],
    ["2027-07-01 12:00:00", "2027-07-01T11:00Z"],
    ["2027-07-01 12:00 BST", "2027-07-01T11:00Z"],
    ["2026-12-04T00:00:00", "2026-12-04T00:00Z"],
    ["20261204T120000Z", "2026-12-04T12:00Z"],
    ["20261204120000", "2026-12-04T12:00Z"],
  ])("%s, as programs write it, keeps its offset and is London's without one", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test.each([
    ["Dydd Gwener 4 Rhagfyr 2026", "2026-12-05T00:00Z"],
    ["4ydd Rhagfyr 2026", "2026-12-05T00:00Z"],
    ["1af o Fawrth 2027", "2027-03-02T00:00Z"],
    ["1af Mawrth 2027", "2027-03-02T00:00Z"],
    ["4 Ionawr 2027 hanner dydd", "2027-01-04T12:00Z"],
    ["5 Chwefror 2027", "2027-02-06T00:00Z"],
    ["5 Ebrill 2027", "2027-04-05T23:00Z"],
    ["5 Mai 2027", "2027-05-05T23:00Z"],
    ["5 Mehefin 2027", "2027-06-05T23:00Z"],
    ["5 Gorffennaf 2027", "2027-07-05T23:00Z"],
    ["5 Awst 2027", "2027-08-05T23:00Z"],
    ["5 Medi 2027", "2027-09-05T23:00Z"],
    ["5 Hydref 2027", "2027-10-05T23:00Z"],
    ["5 Tachwedd 2027, hanner nos", "2027-11-06T00:00Z"],
  ])("%s is read in Welsh", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test.each([
    "31/11/2026",
    "29/02/2027",
    "32/01/2027",
    "0/12/2026",
    "12/13/2026",
    "31 June 2027",
    "2026-02-30",
    "30 Chwefror 2027",
  ])("%s does not exist and becomes nothing", (text) => {
    expect(closes(text)).toEqual({ state: "problem", problem: "no-such-date" });
  });

  test.each(["Friday", "soon", "next week", "see advert", "12.71", "=1+1", "12:00", "Grade 5", ""])(
    "%s is no date",
    (text) => {
      expect(closes(text)).toEqual({ state: "problem", problem: "not-a-date" });
    },
  );

  test.each(["01/01/1900", "0001-01-01T00:00:00"])("%s is a program's empty date, not a real one", (text) => {
    expect(closes(text)).toEqual({ state: "problem", problem: "not-plausible" });
  });

  test.each([
    "ASAP", "asap.", "Ongoing", "on-going", "until filled", "Open until filled", "Rolling", "rolling basis",
    "N/A", "n/a", "TBC", "tbc", "TBA", "None", "-", "–", "No closing date", "Until further notice",
    "9999-12-31", "9999-12-31T23:59:59Z", "31/12/9999", "31/12/2999",
    "Rolling recruitment", "Until the post is filled", "Until suitable candidate found", "No deadline", "Not specified",
    "Any time", "T.B.C.", "Apply now", "Dim dyddiad cau", "Agored",
  ])("%s says that there is no closing date", (text) => {
    expect(closes(text)).toEqual({ state: "open" });
  }); // prettier-ignore

  test("a day without a year is the next one after the posting, and marked as worked out", () => {
    expect(closes("4 December")).toEqual({
      state: "known",
      at: "2026-12-05T00:00:00.000Z",
      origin: "derived",
    });
    expect(closes("4 Dec 2026")).toMatchObject({ origin: "stated" });
    expect(at("12 Jan")).toBe("2027-01-13T00:00Z");
    // Read on Sunday 22 November 2026: the 20th was a Friday then, and will be a Saturday in 2027.
    expect(at("Friday 20 November, noon")).toBe("2026-11-20T12:00Z");
    expect(at("Saturday 20 November, noon")).toBe("2027-11-20T12:00Z");
    expect(at("Monday 20 November, noon")).toBe("2027-11-20T12:00Z");
    expect(at("Friday 4th December at noon")).toBe("2026-12-04T12:00Z");
    expect(at("4/12")).toBe("2026-12-05T00:00Z");
    expect(at("22 November")).toBe("2026-11-23T00:00Z");
    expect(at("21 November")).toBe("2027-11-22T00:00Z");
    expect(at("29 February")).toBe("2028-03-01T00:00Z");
    const posted = Date.parse("2026-10-01T09:00:00Z");
    expect(closes("21 November", posted)).toMatchObject({ at: "2026-11-22T00:00:00.000Z" });
  });

  test("an hour that comes twice is the first of the two; one that is skipped is an hour on", () => {
    expect(at("31/10/2027 01:30")).toBe("2027-10-31T00:30Z");
    expect(at("28/03/2027 01:30")).toBe("2027-03-28T01:30Z");
  });
});

test("a posting date alone begins at its midnight in London", () => {
  expect(readPosted("01/07/2026", { now })).toMatchObject({ at: "2026-06-30T23:00:00.000Z" });
  expect(readPosted("2026-11-09", { now })).toMatchObject({ at: "2026-11-09T00:00:00.000Z" });
});
