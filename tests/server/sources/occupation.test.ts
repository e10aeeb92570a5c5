import { describe, expect, test } from "vitest";
import { classify } from "#server/sources/occupation.ts";
import { sectorOfCode, TITLES_OF_THE_FIELD } from "#server/sources/sectors.ts";

describe("a title says what kind of work it is", () => {
  test.each([
    ["Teaching Assistant (KS1) – Fixed Term", "6112", "schools"],
    ["TA", "6112", "schools"],
    ["HLTA", "3231", "schools"],
    ["Midday Supervisor (term time only)", "9232", "schools"],
    ["MSA - 5 hours per week", "9232", "schools"],
    ["Lunchtime Supervisory Assistant", "9232", "schools"],
    ["Nursery Nurse", "6111", "childcare"],
    ["Nursery Practitioner – Level 3", "3232", "childcare"],
    ["Early years educator apprentice", "3232", "childcare"],
    ["Crèche Worker", "6111", "childcare"],
    ["Senior Care Assistant - Nights", "6135", "care"],
    ["Gweithiwr Gofal", "6135", "care"],
    ["Staff Nurse Band 5", "2237", "health"],
    ["Kitchen Assistant (school)", "9263", "food"],
    ["Cleaner, evenings", "9223", "cleaning"],
    ["Warehouse Operative x 5", "9252", "warehouses"],
    ["HGV Class 1 Driver - Leeds", "8211", "driving"],
    ["Retail Sales Colleague", "7111", "shops"],
    ["Customer service apprentice (remote)", "7219", "customers"],
    ["Swyddog Gweinyddol", "4159", "offices"],
    ["Cynorthwyydd Addysgu Lefel 2", "6112", "schools"],
    ["Cynorthwyydd Cegin", "9263", "food"],
    ["Gofalwr Ysgol", "6232", "cleaning"],
    ["Refuse Loader", "9225", "outdoors"],
    ["Software Engineer", "2134", "computing"],
    ["Plumber", "5315", "trades"],
    ["Gardener in Roundhay Park", "5113", "outdoors"],
    ["Lifeguard", "6211", "leisure"],
  ])("%s", (title, soc, sector) => {
    const found = classify(title);
    expect(found).toMatchObject({ soc, sector });
    expect(found.confidence).toBeGreaterThanOrEqual(0.5);
  });

  test.each(["Something wonderful", "QPanel 0.13.0", "constructor", "__proto__", "", "🙂".repeat(5_000)])(
    "nobody can tell of “%s”",
    (title) => expect(classify(title)).toMatchObject({ soc: null, sector: "other" }),
  );

  test("a like title is less sure than the very one", () => {
    expect(classify("Cook").confidence).toBe(1);
    expect(classify("Assistant Cook and Bottle Washer").confidence).toBeLessThan(1);
  });

  test("every title of the field is found under its own unit group, and every unit group has a sector", () => {
    for (const [code, titles] of Object.entries(TITLES_OF_THE_FIELD))
      for (const title of titles) expect([title, sectorOfCode(classify(title).soc ?? "")]).toEqual([title, sectorOfCode(code)]); // prettier-ignore
  });
});
