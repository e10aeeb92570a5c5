import { describe, expect, test } from "vitest";
import { readHours } from "#server/sources/hours.ts";
import { findShifts } from "#server/sources/shifts.ts";

describe("hours a week", () => {
  test.each([
    ["16 hrs", 16],
    ["16 hrs, term-time only", 16],
    ["16hrs pw", 16],
    ["16h", 16],
    ["37.5 hours per week", 37.5],
    ["37½ hours", 37.5],
    ["37 1/2 hours per week", 37.5],
    ["37 hours 30 minutes per week", 37.5],
    ["37 hrs 30 mins", 37.5],
    ["37.5", 37.5],
    ["37", 37],
    ["37:30", 37.5],
    ["37 per week", 37],
    ["37 pw", 37],
    ["20 hours a week", 20],
    ["20 hours/week", 20],
    ["20 hours weekly", 20],
    ["Hours per week: 20", 20],
    ["20 hours over 5 days", 20],
    ["20 awr yr wythnos", 20],
    ["Full time, 37 hours", 37],
    ["40 hours per fortnight", 20],
    ["9.30am – 2.30pm Mon–Fri", 25],
    ["9.30am-2.30pm, Monday to Friday", 25],
    ["Monday to Friday 9.30am to 2.30pm", 25],
    ["Mon-Fri 0930-1430", 25],
    ["Mon–Fri, 09:30–14:30", 25],
    ["9.30-2.30 Mon-Fri", 25],
    ["5pm – 7.30pm Mon–Fri", 12.5],
    ["5–7.30pm Mon–Fri", 12.5],
    ["11:45am to 1pm, Monday to Friday", 6.25],
    ["12 noon - 2pm weekdays", 10],
    ["9-5 Mon-Fri", 40],
    ["9am-3 Mon, Wed and Fri", 18],
    ["Tuesdays and Thursdays 10am-2pm", 8],
    ["Mon 9am-1pm, Wed 9am-1pm, Fri 10am-2pm", 12],
    ["7am-9am and 3pm-6pm Mon-Fri", 25],
    ["10pm-6am Mon-Thu", 32],
    ["Sat & Sun 8am–2pm", 12],
    ["8.30am-4.30pm Mon-Fri (30 mins unpaid lunch)", 37.5],
    ["Llun i Gwener 9.30am - 2.30pm", 25],
    ["2 x 3 hour shifts", 6],
    ["3 x 4hr shifts per week", 12],
    ["two shifts of 6 hours", 12],
    ["5 hours a day, 3 days a week", 15],
    ["6 hours per day Mon–Fri", 30],
    ["3 hours daily, Monday to Friday", 15],
    ["37hpw", 37],
    ["c.20 hours", 20],
    ["30 guaranteed hours", 30],
    ["27:30 hours per week", 27.5],
    ["27.5hrs x 39wks", 27.5],
    ["37 hours, 44 weeks per year", 37],
    ["1.5 hrs per day x 5", 7.5],
    ["3 waking nights a week, 9pm - 8am", 33],
    ["32,5 hours", 32.5],
    ["Thirty-two hours per week", 32],
    ["FT 37.5", 37.5],
    ["15 hours (3 hours per day)", 15],
    ["5 hours per day for 5 days", 25],
    ["75 minutes per day Monday to Friday", 6.25],
    ["1 hour and 15 minutes per day, five days a week", 6.25],
    ["60 hours over 4 weeks", 15],
    ["3 days @ 7 hours", 21],
    ["2 sessions of 3 hours", 6],
    ["Two 12-hour shifts", 24],
    ["11:45am - 1:15pm, 5 days per week", 7.5],
    ["7.30pm-7.30am, 3 nights a week", 36],
    ["Monday to Friday 8.30am - 3.30pm with half an hour unpaid lunch", 32.5],
    ["Monday to Friday 8.45am to 3.15pm (1 hour unpaid lunch)", 27.5],
    ["Dydd Llun i ddydd Gwener 9yb - 3yp", 30],
  ])("%s is %d", (text, expected) => {
    expect(readHours(text)).toMatchObject({ perWeek: expected, exact: true, problem: null });
  });

  test.each([
    ["16-20 hours per week", 16],
    ["16 to 20 hours", 16],
    ["minimum 16 hours per week", 16],
    ["at least 16 hours per week", 16],
    ["16+ hours", 16],
    ["between 16 and 24 hours per week", 16],
    ["16, 20 or 24 hours per week", 16],
    ["16hrs or 20hrs per week", 16],
    ["up to 20 hours per week", null],
    ["max 20 hours", null],
    ["20 hours max", null],
    ["no more than 20 hours", null],
    ["12hrs - 16hrs per week", 12],
  ])("%s is not one number: its lower end counts, %s", (text, expected) => {
    expect(readHours(text)).toMatchObject({ perWeek: expected, exact: false, problem: null });
  });

  test.each([
    "Full time", "part-time", "Flexible", "Various shifts", "TBC", "4 days a week", "2 hours per day",
    "1,950 hours per year", "Term time", "Evenings and weekends", "", "-", "9.30am – 2.30pm", "9.30-2.30", "9.00 to 12.15",
    "4 on 4 off", "As required", "On call", "See advert", "To be agreed", "Mon-Fri", "0.6 FTE", "noon to 1pm daily",
  ])("%s says nothing about a week, and that is no mistake", (text) => {
    expect(readHours(text)).toMatchObject({ perWeek: null, problem: null });
  }); // prettier-ignore

  test.each([
    "Zero hours",
    "zero-hour contract",
    "0 hours contract",
    "0",
    "casual hours",
    "as and when required",
    "0 - 37 hours",
  ])("%s promises no hours", (text) => {
    expect(readHours(text)).toMatchObject({ perWeek: null, zeroHours: true });
  });

  test.each([
    ["-1", "not-plausible"],
    ["160 hours per week", "not-plausible"],
    ["lots", "not-understood"],
    ["@home", "not-understood"],
  ])("%s is named as %s", (text, problem) => {
    expect(readHours(text)).toMatchObject({ perWeek: null, problem });
  });

  test("in a description only what is plainly a week's work counts", () => {
    expect(
      readHours("We need a supervisor for 6.25 hours per week, 38 weeks per year.", "prose"),
    ).toMatchObject({ perWeek: 6.25, weeksPerYear: 38 });
    expect(readHours("Grade C. 27.5 hrs pw, 8.45am–3.15pm, TTO + 5 INSET days.", "prose")).toMatchObject({
      perWeek: 27.5,
      weeksPerYear: 39,
    });
    expect(readHours("Part-time (16 hours), all year.", "prose").perWeek).toBe(16);
    expect(readHours("Part time, 3 hours a day.", "prose").perWeek).toBeNull();
    expect(readHours("Notice of 4 hours. 37 good reasons.", "prose").perWeek).toBeNull();
    expect(readHours("You will get 40 weeks of training", "prose").weeksPerYear).toBeNull();
  });
});

describe("weeks a year", () => {
  test.each([
    ["38 weeks", 38],
    ["39 weeks per year", 39],
    ["44.5 wks", 44.5],
    ["52 weeks", 52],
    ["all year round", 52],
    ["TTO + 5 INSET", 39],
    ["TTO plus 5 INSET days", 39],
    ["Term time + 1 week", 39],
    ["term time only plus two weeks", 40],
    ["Term Time Only (TTO) plus 5 days", 39],
    ["38 weeks + 5 INSET days", 39],
    ["27.5 hours/39 weeks", 39],
    ["38 weeks per year plus 1 week in the summer", 39],
    ["39 weeks (38 weeks plus 5 INSET days)", 39],
    ["38 weeks plus 5 weeks' holiday", 38],
    ["195 days per year", 39],
    ["16 hrs, term-time only", null],
    ["TTO", null],
    ["38/39 weeks", null],
    ["12 weeks", null],
    ["6 week contract", null],
  ])("%s is %s", (text, expected) => {
    expect(readHours(text).weeksPerYear).toBe(expected);
  });
});

describe("shifts", () => {
  test.each([
    ["£10 - £11", 0],
    ["16-20 hours", 0],
    ["38-39 weeks", 0],
    ["children aged 3-5", 0],
    ["3 - 5 years", 0],
    ["ring 9-5 Mon-Fri", 1],
    ["24/7", 0],
    ["25 to 30", 0],
    ["2026-12-04", 0],
    ["0113 496 0000", 0],
  ])("%s holds %d", (text, count) => {
    expect(findShifts(text)).toHaveLength(count);
  });

  test("morning or afternoon is beyond doubt only where the writing says it", () => {
    expect(findShifts("9.30-2.30 Mon-Fri")[0]).toMatchObject({ start: 570, end: 870, certain: true });
    expect(findShifts("5.00-7.30 Mon-Fri")[0]).toMatchObject({ certain: false });
    expect(findShifts("5am-8am")[0]).toMatchObject({ start: 300, end: 480, certain: true, days: [] });
    expect(findShifts("10pm - 6am")[0]).toMatchObject({ start: 1320, end: 1800 });
    expect(findShifts("6pm to midnight")[0]).toMatchObject({ start: 1080, end: 1440 });
  });
});

test("a list of numbers without end is over with at once", () => {
  // Tried from each of its numbers to its end, it would outlast this test.
  expect(readHours("16/".repeat(20_000), "prose").perWeek).toBeNull();
});
