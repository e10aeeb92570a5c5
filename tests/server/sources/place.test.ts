import { describe, expect, test } from "vitest";
import { locateOutcode } from "#server/sources/outcodes.ts";
import { findPostcodes, readPostcode } from "#server/sources/postcode.ts";
import { readPlaces } from "#server/sources/place.ts";

const first = (text: string, postcode?: string) => readPlaces([{ text, postcode }]).locations[0];

describe("a postcode", () => {
  test.each([
    ["LS6 2AH", "LS6 2AH"],
    ["bd1  1hx", "BD1 1HX"],
    ["ls62ah", "LS6 2AH"],
    ["LS6-2AH", "LS6 2AH"],
    [" EX31 2AA ", "EX31 2AA"],
    ["SW1A 1AA", "SW1A 1AA"],
    ["EC1V 9HX", "EC1V 9HX"],
    ["W1T1JY", "W1T 1JY"],
    ["LS1 OAA", "LS1 0AA"],
    ["SO14 OAA", "SO14 0AA"],
    ["LSI 4BN", "LS1 4BN"],
    ["SO17 1BJ", "SO17 1BJ"],
    ["Leeds LS1 4BN", "LS1 4BN"],
  ])("%s is written as %s", (text, expected) => {
    expect(readPostcode(text)?.postcode).toBe(expected);
  });

  test.each([
    ["LS6", "LS6"],
    ["ex31", "EX31"],
    ["SW1A", "SW1A"],
  ])("%s alone is its first half", (text, outcode) => {
    expect(readPostcode(text)).toEqual({ postcode: null, outcode });
  });

  test.each([
    "ABC 1234",
    "12345",
    "",
    "Leeds",
    "QQ1 1AA",
    "ZZ99 3WZ",
    "LS6 2A",
    "LS6 2",
    "S01 4AB",
    "LS6 2CH",
    "D02 AF30",
    "90210",
  ])("%s is none", (text) => {
    expect(readPostcode(text)).toBeNull();
  });

  test.each([
    ["12 Otley Road, Leeds, LS6 2AH.", ["LS6 2AH"]],
    ["From LS6 2AH to BD1 1HX and back to ls6 2ah", ["LS6 2AH", "BD1 1HX"]],
    ["Room E1 4PM", []],
    ["Ref W12 3ABC", []],
    ["The A61 2nd exit", []],
  ])("in %s", (text, expected) => {
    expect(findPostcodes(text).map(({ postcode }) => postcode)).toEqual(expected);
  });
});

test("E20 is in Stratford, not in Essex", () => {
  expect(locateOutcode("E20")).toMatchObject({ lat: 51.54245, lon: -0.00636 });
  expect(locateOutcode("LS6")).toMatchObject({
    lat: expect.closeTo(53.82, 1),
    lon: expect.closeTo(-1.57, 1),
  });
  expect(locateOutcode("XX9")).toBeNull();
});

describe("a place", () => {
  test("has the point of its district, called approximate", () => {
    expect(first("Leeds", "LS6 2AH")).toMatchObject({
      text: "Leeds", postcode: "LS6 2AH", outcode: "LS6", lat: expect.closeTo(53.82, 1), precision: "outcode",
    }); // prettier-ignore
  });

  test.each([
    ["Leeds, LS1 4BN", "LS1 4BN", "LS1"],
    ["London, NW1 2PG", "NW1 2PG", "NW1"],
    ["Leeds LS9", null, "LS9"],
    ["LS9", null, "LS9"],
    ["London (E3)", null, "E3"],
    ["Leeds LS6, West Yorkshire", null, "LS6"],
    ["Junction 4, M25", null, null],
    ["Barnstaple, Devon", null, null],
    ["Year group B6 room", null, null],
  ])("%s holds %s", (text, postcode, outcode) => {
    expect(first(text)).toMatchObject({ text, postcode, outcode });
  });

  test("a district opened since the table was made keeps its postcode, without a point", () => {
    expect(first("Leeds", "LS99 9AA")).toMatchObject({ postcode: "LS99 9AA", precision: expect.any(String) });
    expect(first("Leeds", "LS97 9AA")).toMatchObject({ outcode: "LS97", lat: null, precision: "none" });
  });

  test("a wrong postcode is named, and the place kept", () => {
    const read = readPlaces([{ text: "Leeds", postcode: "ABC 1234" }]);
    expect(read.problems).toEqual([{ problem: "not-a-postcode", written: "ABC 1234" }]);
    expect(read.locations).toMatchObject([{ text: "Leeds", postcode: null }]);
  });

  test.each([
    ["53.8", "-1.5", "point"],
    ["100", "101", "none"],
    ["0", "0", "none"],
    ["-1.5", "53.8", "none"],
    ["x", "y", "none"],
  ])("a point at %s, %s is %s", (lat, lon, precision) => {
    expect(readPlaces([{ text: "Leeds", lat, lon }]).locations[0]).toMatchObject({ precision });
  });

  test.each([
    "Remote", "remote", "Fully remote", "Home based", "home-based", "Home working", "Work from home", "WFH",
    "Remote (UK)", "Remote, UK", "Anywhere in the UK", "Remote working", "Gweithio gartref",
    "UK - Remote", "United Kingdom (Remote)",
  ])("%s is no place but remote", (text) => {
    expect(readPlaces([{ text }])).toMatchObject({ remote: true, locations: [] });
  }); // prettier-ignore

  test.each(["TBC", "N/A", "-", "Unknown", "Hybrid"])("%s names no place", (text) => {
    expect(readPlaces([{ text }])).toMatchObject({ remote: false, locations: [] });
  });

  test.each(["Leeds", "Remote farm near Hawes", "Homerton", "Care home, Leeds"])(
    "%s is not remote",
    (text) => {
      expect(readPlaces([{ text }])).toMatchObject({ remote: false, locations: [{ text }] });
    },
  );

  test("several places in one cell are several places, the same one twice is one", () => {
    expect(readPlaces([{ text: "Leeds LS1 4BN; Bradford BD1 1HX" }]).locations).toHaveLength(2);
    expect(readPlaces([{ text: "Leeds / Bradford" }]).locations.map(({ text }) => text)).toEqual([
      "Leeds",
      "Bradford",
    ]);
    expect(readPlaces([{ text: "Leeds" }, { text: "Leeds" }]).locations).toHaveLength(1);
    expect(readPlaces([{ text: "" }, {}])).toMatchObject({ locations: [], remote: false });
  });
});
