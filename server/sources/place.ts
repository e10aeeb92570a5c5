/** Where a job is: text, postcode, and a point where one can be had. */
import { findOutcode, findPostcodes, readPostcode, type Postcode } from "./postcode.ts";
import type { FindPoint } from "./postcodes.ts";
import { locateOutcode } from "./outcodes.ts";
import type { ReadLocation } from "#shared/vacancies/read.ts";

/** A place as a source writes it. */
export interface WrittenPlace {
  readonly text?: string | undefined;
  readonly postcode?: string | undefined;
  readonly lat?: string | undefined;
  readonly lon?: string | undefined;
}

export interface UnderstoodPlaces {
  readonly locations: readonly ReadLocation[];
  readonly remote: boolean;
  readonly problems: readonly {
    readonly problem: "not-a-postcode" | "not-a-point";
    readonly written: string;
  }[];
  /** The postcode was found in the text instead of its own field. */
  readonly derived: boolean;
}

const REMOTE =
  /^(?:(?:uk|gb|united kingdom|england|wales|nationwide)[\s,:(-]+)?(?:fully |100% )?(?:remote(?:ly)?|home[\s-]?(?:based|working)|(?:work(?:ing)? )?(?:from|at) home|wfh|tele-?(?:commute|work(?:ing)?)|anywhere|gweithio (?:o )?gartref|o bell)(?: (?:working|based|role|job|position))?(?:[\s,(-]+(?:uk|gb|united kingdom|england|wales|nationwide|uk[\s-]wide|in the uk|within the uk))?\)?\.?$/i;
/** What people and programs put where they have no place to name. */
const NOWHERE =
  /^(?:hybrid(?: working)?|tb[acd]|n\/?a|none|null|unknown|not (?:specified|stated)|[-–—.?]+)$/i;
const SEVERAL = /\s*(?:[;|\n]|\s\/\s)\s*/;

/** Several places in one text are cut apart; "Remote" is no place. */
export function readPlaces(written: readonly WrittenPlace[], postcodes?: FindPoint): UnderstoodPlaces {
  const places = written.flatMap(cutApart);
  const remote = places.some(({ text }) => REMOTE.test((text ?? "").trim()));
  const problems: { problem: "not-a-postcode" | "not-a-point"; written: string }[] = [];
  const locations: ReadLocation[] = [];
  let derived = false;
  for (const place of places) {
    const text = (place.text ?? "").replace(/\s+/g, " ").trim().slice(0, 300);
    const postcode = place.postcode ? readPostcode(place.postcode) : null;
    if (place.postcode?.trim() && !postcode)
      problems.push({ problem: "not-a-postcode", written: place.postcode });
    const within = postcode ?? findPostcodes(text)[0] ?? findOutcode(text) ?? firstHalf(place.postcode);
    derived ||= within !== null && !postcode;
    const point = readPoint(place);
    if (!point && (place.lat ?? place.lon))
      problems.push({ problem: "not-a-point", written: `${place.lat}, ${place.lon}` });
    if ((REMOTE.test(text) || (NOWHERE.test(text) && !point)) && !within) continue;
    if (text || within || point) locations.push(locate(text, within, point ?? knownPoint(within, postcodes)));
  }
  return { locations: once(locations), remote, problems, derived };
}

function cutApart(place: WrittenPlace): readonly WrittenPlace[] {
  const parts = (place.text ?? "")
    .split(SEVERAL)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2 || place.postcode || place.lat) return [place];
  return parts.slice(0, 50).map((text) => ({ text }));
}

/** "AB12 3CD" is no postcode, but its district is one. */
function firstHalf(written: string | undefined): Postcode | null {
  const half = /^\s*([a-z]{1,2}\d[a-z\d]?)\s+\S/i.exec(written ?? "")?.[1];
  return half ? findOutcode(half.toUpperCase()) : null;
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Within the UK and the islands round it; 0, 0 and swapped or invented numbers lie outside. */
function readPoint({ lat, lon }: WrittenPlace): Point | null {
  const point = { lat: Number(lat || Number.NaN), lon: Number(lon || Number.NaN) };
  return point.lat >= 49 && point.lat <= 61 && point.lon >= -9 && point.lon <= 2.5 ? point : null;
}

function knownPoint(code: Postcode | null, postcodes: FindPoint | undefined): Point | null {
  return code?.postcode && postcodes ? postcodes(code.postcode) : null;
}

function locate(text: string, code: Postcode | null, point: Point | null): ReadLocation {
  const middle = code && locateOutcode(code.outcode);
  return {
    text: text || null,
    postcode: code?.postcode ?? null,
    outcode: code?.outcode ?? null,
    lat: point?.lat ?? middle?.lat ?? null,
    lon: point?.lon ?? middle?.lon ?? null,
    precision: point ? "point" : middle ? "outcode" : "none",
  };
}

function once(locations: readonly ReadLocation[]): readonly ReadLocation[] {
  return [...new Map(locations.map((location) => [JSON.stringify(location), location])).values()].slice(
    0,
    50,
  );
}
