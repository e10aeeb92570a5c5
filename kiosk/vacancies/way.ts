/** How far away and in which direction, as the crow flies. Pure; no map, no network. */

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

const COMPASS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;
export type Direction = (typeof COMPASS)[number];

export interface Way {
  readonly miles: number;
  /** Degrees clockwise from north. */
  readonly bearing: number;
  readonly direction: Direction;
}

/** Of the Earth, in miles. */
const RADIUS = 3958.8;

export function wayBetween(from: Point, to: Point): Way {
  const [lat1, lat2] = [radians(from.lat), radians(to.lat)];
  const east = radians(to.lon - from.lon);
  const half = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(east / 2) ** 2;
  const y = Math.sin(east) * Math.cos(lat2);
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(east);
  const bearing = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  const miles = 2 * RADIUS * Math.asin(Math.sqrt(half));
  return { miles, bearing, direction: COMPASS[Math.round(bearing / 45) % 8]! };
}

/** The centre or the first of the places that says where it is. */
export function pointOf(
  place: { readonly lat: number | null; readonly lon: number | null } | undefined,
): Point | null {
  const { lat = null, lon = null } = place ?? {};
  return lat === null || lon === null ? null : { lat, lon };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
