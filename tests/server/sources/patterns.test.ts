import { describe, expect, test } from "vitest";
import { readHours } from "#server/sources/hours.ts";
import {
  mergePatterns,
  patternsFromHours,
  patternsInField,
  patternsInProse,
} from "#server/sources/patterns.ts";

const inProse = (text: string) => [...patternsInProse(text).keys()];
const inField = (text: string) => [...patternsInField(text).keys()];
const fromHours = (text: string) => [...patternsFromHours(readHours(text)).keys()];

describe("patterns said in a sentence", () => {
  test.each([
    ["This is a full-time post", ["full-time"]],
    ["Full time or part time considered", ["full-time", "part-time"]],
    ["F/T or P/T", ["full-time", "part-time"]],
    ["Full or part time", ["full-time", "part-time"]],
    ["part/full-time", ["full-time", "part-time"]],
    ["£24,027 full-time equivalent", []],
    ["£24,027 FTE", []],
    ["Term time only", ["term-time"]],
    ["TTO + 5 INSET days", ["term-time"]],
    ["Work within school hours", ["school-hours"]],
    ["School-hours shifts available", ["school-hours"]],
    ["Fits around school", ["school-hours"]],
    ["Lunchtime supervisor wanted", ["school-hours"]],
    ["Evening work", ["evenings"]],
    ["Some evenings and weekends", ["evenings", "weekends"]],
    ["Alternate Saturdays", ["weekends"]],
    ["Interviews on Saturday 5 December", []],
    ["Waking nights", ["nights"]],
    ["Night shifts at our warehouse", ["nights"]],
    ["Sleep-ins may be asked for", ["nights"]],
    ["Flexible hours", ["flexible"]],
    ["Flexible working patterns", ["flexible"]],
    ["Hours to suit", ["flexible"]],
    ["We use flexitime", ["flexible"]],
    ["A flexible approach is essential", []],
    ["You must be flexible", []],
    ["Job share considered", ["job-share"]],
    ["Suitable for jobshare", ["job-share"]],
    ["Work from home two days a week", ["from-home"]],
    ["WFH", ["from-home"]],
    ["A home-based role", ["from-home"]],
    ["Hybrid working", ["from-home"]],
    ["Support people in their own home", []],
    ["Work in a care home", []],
    ["Rhan-amser, yn ystod y tymor", ["part-time", "term-time"]],
    ["Llawn amser", ["full-time"]],
    ["Oriau ysgol", ["school-hours"]],
    ["Gwaith gyda'r nos ac ar benwythnosau", ["evenings"]],
    ["Oriau hyblyg, gweithio o gartref, rhannu swydd", ["flexible", "job-share", "from-home"]],
    ["0.6 FTE", ["part-time"]],
    ["You will not work during school holidays", ["term-time"]],
    ["School holidays off!", ["term-time"]],
    ["You must work in school holidays", []],
    ["Shifts around the school run", ["school-hours"]],
    ["full-time course", []],
    ["1.0 FTE", ["full-time"]],
    ["every other Saturday", ["weekends"]],
    ["Some Saturday mornings", ["weekends"]],
    ["fitting around your children's school day", ["school-hours"]],
    ["between school drop-off and pick-up", ["school-hours"]],
    ["Attend parents' evenings", []],
    ["Open evening on 4 December", []],
    ["Night-time support", ["nights"]],
    ["overnight stays on school trips", []],
    ["flexible around your commitments", ["flexible"]],
    ["Agile working", ["from-home"]],
    ["", []],
  ])("%s", (text, expected) => {
    expect(inProse(text)).toEqual(expected);
  });
});

describe("a denied pattern does not count", () => {
  test.each([
    ["No evenings or weekends", []],
    ["no evening, night or weekend work", []],
    ["Mon-Fri, no weekend work", []],
    ["No weekends!", []],
    ["Not term time only", []],
    ["This is not a term-time only role", []],
    ["non-term-time", []],
    ["This isn't a term time post", []],
    ["You will not be required to work weekends", []],
    ["You won't need to work evenings", []],
    ["Weekends are not required", []],
    ["Weekend working is not required", []],
    ["Weekends off", []],
    ["Evenings free", []],
    ["Weekend work: no", []],
    ["without night shifts", []],
    ["Not suitable for job share", []],
    ["Never any nights", []],
    ["Full time rather than part time", ["full-time"]],
    ["No evenings but weekends", ["weekends"]],
    ["No nights. Weekend work.", ["weekends"]],
    ["No experience needed, weekend work available", ["weekends"]],
    ["No two days are alike: evenings and weekends", ["evenings", "weekends"]],
    ["Not only weekends", ["weekends"]],
    ["Part-time, no weekends", ["part-time"]],
    ["No weekends in winter. Weekends in summer.", ["weekends"]],
  ])("%s", (text, expected) => {
    expect(inProse(text)).toEqual(expected);
  });
});

describe("patterns in a source's own field", () => {
  test.each([
    ["FULL_TIME", ["full-time"]],
    ["PART_TIME, TEMPORARY", ["part-time"]],
    ["PT", ["part-time"]],
    ["FT", ["full-time"]],
    ["Flexible", ["flexible"]],
    ["Nights", ["nights"]],
    ["Sat and Sun", ["weekends"]],
    ["part_time", ["part-time"]],
    ["term_time, job_share", ["term-time", "job-share"]],
    ["Remote", ["from-home"]],
    ["16 hrs, term-time only", ["term-time"]],
    ["School times", ["school-hours"]],
    ["no Sat or Sun", []],
  ])("%s is stated", (text, expected) => {
    expect(inField(text)).toEqual(expected);
    expect([...patternsInField(text).values()].every((origin) => origin === "stated")).toBe(true);
  });
});

describe("patterns that follow from the hours", () => {
  test.each([
    ["16 hrs", ["part-time"]],
    ["37 hours", ["full-time"]],
    ["32 hours", []],
    ["16-37 hours", []],
    ["38 weeks", ["term-time"]],
    ["52 weeks", []],
    ["9.30am – 2.30pm Mon–Fri", ["part-time", "school-hours"]],
    ["8.45am–3.15pm Mon–Fri", []],
    ["9.30am – 2.30pm Mon–Sat", ["weekends"]],
    ["5pm – 7.30pm Mon–Fri", ["part-time", "evenings"]],
    ["10pm-6am Mon-Thu", ["nights"]],
    ["2pm-10pm Mon-Fri", ["full-time", "evenings"]],
    ["6pm - 2am Fri and Sat", ["part-time", "evenings", "nights", "weekends"]],
    ["5-7.30 Mon-Fri", ["part-time"]],
    ["Full time", []],
  ])("%s", (text, expected) => {
    expect(fromHours(text)).toEqual(expected);
  });

  test("what is stated stays stated where it could be worked out too", () => {
    const merged = mergePatterns(
      patternsInField("Part-time"),
      patternsFromHours(readHours("5pm – 7.30pm Mon–Fri")),
    );
    expect([...merged]).toEqual([
      ["part-time", "stated"],
      ["evenings", "derived"],
    ]);
  });
});
