import { describe, expect, test } from "vitest";
import { occurrences } from "#shared/events/occurrences.ts";
import { clockInWords, closingInWords, occurrenceInWords, openingInWords } from "#server/pages/dates.ts";
import { payInWords } from "#server/pages/pay.ts";
import { wordsIn } from "#server/pages/words.ts";
import { en, event, hourly, yearly } from "../../support/pages-fixture.ts";

const english = wordsIn("en");
const TODAY = "2026-11-23";
const NOW = Date.parse("2026-11-23T10:00:00Z");

const first = (changes: Parameters<typeof event>[1] = {}) => {
  const [one] = occurrences(event(en("Jobs fair"), changes), [], 0, Date.parse("2028-01-01T00:00:00Z"));
  if (!one) throw new Error("there is no such event");
  return one;
};

describe("a time that something takes place", () => {
  test.each([
    ["en", "Thursday 26 November, 9.30 to 12"],
    ["cy", "Dydd Iau 26 Tachwedd, 9.30 tan 12"],
    ["pl", "Czwartek, 26 listopada, 9.30–12.00"],
    ["ro", "Joi, 26 noiembrie, 9:30–12:00"],
    ["ur", "جمعرات، 26 نومبر، صبح 9:30 بجے سے دوپہر 12 بجے تک"],
    ["pa", "ਵੀਰਵਾਰ, 26 ਨਵੰਬਰ, ਸਵੇਰੇ 9:30 ਵਜੇ ਤੋਂ ਦੁਪਹਿਰ 12 ਵਜੇ ਤੱਕ"],
    ["bn", "বৃহস্পতিবার 26 নভেম্বর, সকাল 9:30টা থেকে দুপুর 12টা"],
    ["ar", "الخميس، 26 نوفمبر، من 9:30 صباحًا إلى 12 ظهرًا"],
  ] as const)("is said the way %s says it", (language, said) => {
    expect(occurrenceInWords(wordsIn(language), first(), TODAY)).toBe(said);
  });

  test("is today, and the date as well, for the paper it may be printed on", () => {
    const today = first({ first: { day: TODAY, start: "13:00", end: "14:30" } });
    expect(occurrenceInWords(english, today, TODAY)).toBe("Today, Monday 23 November, 1pm to 2.30pm");
  });

  test("in Welsh begins the weekday with a small letter where it is not the first word", () => {
    const today = first({ first: { day: TODAY, start: "09:00", end: null } });
    expect(occurrenceInWords(wordsIn("cy"), today, TODAY)).toBe("Heddiw, dydd Llun 23 Tachwedd, o 9yb");
  });

  test("lasts all day where no time is said, and has its year where that is another", () => {
    const later = first({ first: { day: "2027-01-09", start: null, end: null } });
    expect(occurrenceInWords(english, later, TODAY)).toBe("Saturday 9 January 2027, all day");
  });

  test("stays at ten on the wall in summer", () => {
    const summer = first({ first: { day: "2027-06-01", start: "10:00", end: "11:00" } });
    expect(occurrenceInWords(english, summer, TODAY)).toBe("Tuesday 1 June 2027, 10 to 11");
  });
});

describe("a time of day alone", () => {
  test.each([
    [0, "midnight"], [6 * 60, "6am"], [9 * 60 + 5, "9.05am"], [12 * 60, "noon"], [12 * 60 + 30, "12.30"],
    [17 * 60, "5pm"], [19 * 60 + 30, "7.30pm"], [24 * 60, "midnight"],
  ] as const)("%i minutes past midnight is %s", (minutes, said) => {
    expect(clockInWords(english, minutes, "alone")).toBe(said);
  }); // prettier-ignore
});

describe("a vacancy that closes", () => {
  test.each([
    ["at noon on Friday", "2026-11-27T12:00:00Z", "Closes Friday at noon"],
    ["at the end of Friday", "2026-11-28T00:00:00Z", "Closes Friday"],
    ["at the end of today", "2026-11-24T00:00:00Z", "Closes today"],
    ["a minute before the end of today", "2026-11-23T23:59:00Z", "Closes today"],
    ["this afternoon", "2026-11-23T16:00:00Z", "Closes today at 4pm"],
    ["at the end of tomorrow", "2026-11-25T00:00:00Z", "Closes tomorrow"],
    ["tomorrow at noon", "2026-11-24T12:00:00Z", "Closes tomorrow at noon"],
    ["a week today", "2026-12-01T00:00:00Z", "Closes Monday 30 November"],
    ["in summer, at noon by the wall clock", "2027-07-02T11:00:00Z", "Closes Friday 2 July 2027 at noon"],
    ["at the end of a summer's day", "2027-07-02T23:00:00Z", "Closes Friday 2 July 2027"],
  ])("%s says so", (_, until, said) => {
    expect(closingInWords(english, Date.parse(until), NOW)).toBe(said);
  });
});

test("opening hours put days in a row together", () => {
  const opening = openingInWords(english, [
    { days: ["mon", "tue", "wed", "fri"], start: "08:30", end: "17:00" },
    { days: ["sat"], start: "09:30", end: "24:00" },
  ]);
  expect(opening).toEqual([
    ["Monday to Wednesday, Friday", "8.30 to 5pm"],
    ["Saturday", "9.30 to midnight"],
  ]);
});

describe("pay", () => {
  test("by the hour is said as the employer says it, and not once more", () => {
    const pay = payInWords(english, hourly(12.85), "en");
    expect(pay).toEqual({ offered: "£12.85 an hour", verbatim: true, perHour: null });
  });

  test("by the year is said with what it makes in an hour", () => {
    const pay = payInWords(english, yearly(24071, 12.31), "en");
    expect(pay).toMatchObject({ offered: "£24,071 a year", perHour: "about £12.31 an hour" });
  });

  test("is said in the reader's language from its figures", () => {
    expect(payInWords(wordsIn("cy"), yearly(24071, 12.31), "en")).toMatchObject({
      offered: "£24,071 y flwyddyn",
      verbatim: false,
      perHour: "tua £12.31 yr awr",
    });
  });

  test("stays in the employer's words where there are no figures", () => {
    const pay = { ...hourly(1), text: "Competitive", min: null, max: null, unit: null, perHour: null };
    expect(payInWords(wordsIn("pl"), pay, "en")).toEqual({
      offered: "Competitive",
      verbatim: true,
      perHour: null,
    });
  });

  test("that a source has only guessed is never said as if it were offered", () => {
    const pay = { ...hourly(12), text: "£12 an hour", predicted: true };
    expect(payInWords(english, pay, "en")?.offered).toBe("about £12 an hour");
  });

  test("in a currency that is none does no harm", () => {
    expect(payInWords(english, { ...hourly(12), text: null, currency: "<b>" }, "en")?.offered).toBe(
      "<b> 12 an hour",
    );
  });
});
