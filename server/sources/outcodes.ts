/** Where a postcode district lies, offline. The middle of an outcode: good to about 2 to 5 km. */
import Papa from "papaparse";
import table from "../../content/reference/outcodes.csv?raw";

export interface Outcode {
  readonly lat: number;
  readonly lon: number;
  readonly town: string;
}

const OUTCODES: ReadonlyMap<string, Outcode> = new Map(
  Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true }).data.map((row) => [
    row.outcode ?? "",
    { lat: Number(row.lat), lon: Number(row.lon), town: row.town ?? "" },
  ]),
);

const AREAS: ReadonlySet<string> = new Set([...OUTCODES.keys()].map((outcode) => areaOf(outcode)));

export function locateOutcode(outcode: string): Outcode | null {
  return OUTCODES.get(outcode) ?? null;
}

/** Whether the letters an outcode begins with are a postcode area at all; new districts open in old areas. */
export function isPostcodeArea(outcode: string): boolean {
  return AREAS.has(areaOf(outcode));
}

function areaOf(outcode: string): string {
  return /^[A-Z]+/.exec(outcode)?.[0] ?? "";
}
