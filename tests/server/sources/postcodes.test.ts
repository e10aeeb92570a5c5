import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFile } from "#server/sources/readfile.ts";
import { fromGrid } from "#server/sources/osgb.ts";
import { openPostcodes, packPostcodes, readCodePoint } from "#server/sources/postcodes.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { DONE, failedWith, settingsFor, signpost } from "../../support/signpost.ts";

/** Metres; good enough for a few hundred of them. */
const apart = (one: { lat: number; lon: number }, other: { lat: number; lon: number }) =>
  Math.hypot((one.lat - other.lat) * 111_200, (one.lon - other.lon) * 111_200 * Math.cos((one.lat * Math.PI) / 180)); // prettier-ignore

describe("the grid is turned into latitude and longitude", () => {
  // The first is the worked example of the Ordnance Survey's guide; the others are known to a hundred metres or so.
  test.each([
    ["Caister water tower", 651_409.903, 313_177.27, 52.65798, 1.71605, 8],
    ["Aberdeen", 392_900, 804_900, 57.13514, -2.11731, 150],
    ["Greenwich observatory", 538_890, 177_320, 51.47779, -0.00147, 60],
    ["Lerwick", 447_600, 1_141_500, 60.15523, -1.14365, 300],
  ])("%s", (_, east, north, lat, lon, metres) => {
    expect(apart(fromGrid(east, north), { lat, lon })).toBeLessThan(metres);
  });
});

const CODE_POINT = [
  '"LS9 7AB",10,431600,433600,"E92000001","E19000001","E18000002","","E08000035","E05011421"',
  '"LS97AD",10,431700,433700,"E92000001","","","","",""',
  '"ZE1 0AA",90,0,0,"S92000003","","","","",""',
  "Postcode,Quality,Eastings,Northings",
  '"CF101EP",10,318200,176500,"W92000004","","","","",""',
].join("\r\n");

test("of Code-Point Open every line that has a point is taken, with or without a space in its postcode", () => {
  const placed = readCodePoint(CODE_POINT);
  expect(placed.map(({ postcode }) => postcode)).toEqual(["LS97AB", "LS97AD", "CF101EP"]);
  const find = openPostcodes(packPostcodes(placed))!;
  expect(apart(find("ls9 7ab")!, { lat: 53.7985, lon: -1.5217 })).toBeLessThan(300);
  expect(find("LS9 7ZZ")).toBeNull();
  expect(find("")).toBeNull();
});

test("a file that is none is none", () => {
  expect(openPostcodes(Buffer.from("not a list of postcodes"))).toBeNull();
  expect(openPostcodes(Buffer.alloc(0))).toBeNull();
});

test("a job whose postcode is known is placed at its street, and else at its district", () => {
  const postcodes = openPostcodes(packPostcodes(readCodePoint(CODE_POINT)))!;
  const list = new TextEncoder().encode("Job,Postcode\nCook,LS9 7AB\nClerk,LS9 8AA\n");
  const { read } = readFile("x.csv", list, { now: Date.UTC(2026, 10, 22), postcodes });
  expect((read as readonly ReadVacancy[]).map(({ locations }) => locations[0]!.precision)).toEqual(["point", "outcode"]); // prettier-ignore
});

test("the command takes a folder of them, and says so where there is nothing in it", async () => {
  const folder = await temporaryFolder("postcodes");
  const env = settingsFor(folder.path, `file:${join(folder.path, "signpost.db")}`);
  await writeFile(join(folder.path, "ls.csv"), CODE_POINT);
  const taken = await signpost(env, "postcodes", folder.path);
  expect(taken).toMatchObject({ ...DONE, stdout: "3 postcodes are known from the next reading on.\n" });
  await writeFile(join(folder.path, "empty.txt"), "nothing");
  expect(await signpost(env, "postcodes", join(folder.path, "empty.txt"))).toMatchObject(
    failedWith(/no postcodes/i),
  );
  await folder.remove();
});
