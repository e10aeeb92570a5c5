/**
 * Whether people of a centre can get to a job. From the start by distance, in plain bands; better
 * where an adviser has added the places that can be got to.
 */
import { plainWords } from "./employer.ts";
import type { Travel } from "./placement.ts";
import type { Location, Vacancy } from "./schema.ts";

/** From nearest to furthest; `unknown` where nobody says where it is. */
export const BANDS = ["home", "walk", "near", "ride", "far", "unknown"] as const;
export type Band = (typeof BANDS)[number];

/** Metres as the crow flies up to which a band reaches; the way there is about a third longer. */
const WALK = 1_500;
const NEAR = 5_000;
const RIDE = 15_000;

/** A place that people of a centre can get to, as an adviser knows it. */
export interface Route extends Travel {
  readonly id: string;
  readonly centre: string;
  /** As adverts write it: a town, a district, a business park. */
  readonly name: string;
  readonly outcode: string | null;
  /** London day on which somebody should look at it again: after that it is not put on a board any more. */
  readonly review: string;
}

export interface Reach {
  readonly band: Band;
  /** As the crow flies to the nearest of its places; `null` where that is not known. */
  readonly metres: number | null;
  readonly travel: Travel | null;
}

interface Point {
  readonly lat: number | null;
  readonly lon: number | null;
}

type Where = Pick<Vacancy, "locations" | "remote" | "patterns">;

const EARTH = 6_371_000;

/** Metres between two points of the earth, to the whole. */
export function metresBetween(one: Point, other: Point): number | null {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return null;
  const rad = Math.PI / 180;
  const [height, width] = [(other.lat - one.lat) * rad, (other.lon - one.lon) * rad];
  const half =
    Math.sin(height / 2) ** 2 +
    Math.cos(one.lat * rad) * Math.cos(other.lat * rad) * Math.sin(width / 2) ** 2;
  return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half))));
}

/** How one gets from a centre to a vacancy. `today` is a London day: what is past its review is left out. */
export function reachOf(vacancy: Where, centre: Point, routes: readonly Route[], today: string): Reach {
  const metres = nearest(vacancy.locations, centre);
  const travel = travelTo(vacancy, routes, today);
  return { band: bandOf(vacancy, metres, travel), metres, travel };
}

function bandOf(vacancy: Where, metres: number | null, travel: Travel | null): Band {
  if (worksFromHome(vacancy)) return "home";
  if (travel) return bandByMinutes(travel);
  return metres === null ? "unknown" : bandByMetres(metres, isExact(vacancy.locations));
}

function bandByMinutes({ by, minutes }: Travel): Band {
  if (by === "foot" && minutes <= 25) return "walk";
  if (minutes <= 25) return "near";
  return minutes <= 60 ? "ride" : "far";
}

/** The middle of a postcode district may be kilometres away, so from it nothing is called a walk. */
function bandByMetres(metres: number, exact: boolean): Band {
  if (metres <= WALK && exact) return "walk";
  if (metres <= NEAR) return "near";
  return metres <= RIDE ? "ride" : "far";
}

/** With a whole postcode, or none but a point, it is the very place. */
function isExact(locations: readonly Location[]): boolean {
  return locations.some(({ postcode, outcode }) => postcode !== null || outcode === null);
}

export function worksFromHome({ remote, patterns }: Pick<Where, "remote" | "patterns">): boolean {
  return remote || patterns.includes("from-home");
}

function nearest(locations: readonly Location[], centre: Point): number | null {
  let least: number | null = null;
  for (const location of locations) {
    const metres = metresBetween(location, centre);
    if (metres !== null && (least === null || metres < least)) least = metres;
  }
  return least;
}

/** The quickest way that an adviser has added to any of a vacancy's places. */
export function travelTo(
  vacancy: Pick<Where, "locations">,
  routes: readonly Route[],
  today: string,
): Travel | null {
  let best: Route | null = null;
  for (const route of routes) {
    if (route.review < today || (best && best.minutes <= route.minutes)) continue;
    if (vacancy.locations.some((location) => leadsTo(route, location))) best = route;
  }
  return best && { by: best.by, minutes: best.minutes, line: best.line };
}

/** By name, as whole words; by postcode district where the route names one. */
function leadsTo(route: Route, { text, outcode, postcode }: Location): boolean {
  const district = outcode ?? postcode?.split(" ")[0] ?? null;
  if (route.outcode !== null && district !== null && route.outcode.toUpperCase() === district.toUpperCase())
    return true;
  const name = plainWords(route.name);
  return name !== "" && text !== null && ` ${plainWords(text)} `.includes(` ${name} `);
}

/** Whether it is put where people can reach it without further thought: not what is far, nor who knows where. */
export function isWithinReach(band: Band): boolean {
  return band !== "far" && band !== "unknown";
}

/** Up to this far a vacancy is offered to a centre that its source does not name. */
const OFFERED_WITHIN = 25_000;

/** Whether a vacancy concerns a centre at all: near enough, or of unknown place, or worked at home. */
export function concerns(vacancy: Where, centre: Point): boolean {
  const metres = nearest(vacancy.locations, centre);
  return worksFromHome(vacancy) || metres === null || metres <= OFFERED_WITHIN;
}
