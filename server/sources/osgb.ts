/**
 * From the Ordnance Survey's grid to latitude and longitude: OSGB36 eastings and northings to WGS84 by the inverse
 * Transverse Mercator projection and a Helmert transformation, good to about 5 m (Ordnance Survey, "A guide to
 * coordinate systems in Great Britain", annexes B and C).
 */

interface Ellipsoid {
  readonly a: number;
  readonly b: number;
}

const AIRY: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 };
const WGS84: Ellipsoid = { a: 6_378_137, b: 6_356_752.3142 };

/** The National Grid: its scale on the central meridian, true origin, and where that lies on the grid. */
const SCALE = 0.9996012717;
const ORIGIN = { lat: radians(49), lon: radians(-2), east: 400_000, north: -100_000 };

/** From OSGB36 to WGS84: metres, parts per million, arc seconds. */
const SHIFT = { x: 446.448, y: -125.157, z: 542.06, scale: -20.4894, rx: 0.1502, ry: 0.247, rz: 0.8421 };

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Degrees, to five places: about a metre. */
export function fromGrid(east: number, north: number): Point {
  const { lat, lon } = toSphere(shifted(toSpace(unproject(east, north), AIRY)), WGS84);
  return { lat: rounded(degrees(lat)), lon: rounded(degrees(lon)) };
}

function unproject(east: number, north: number): Point {
  const { a, b } = AIRY;
  const e2 = 1 - (b * b) / (a * a);
  let lat = ORIGIN.lat;
  let rest = north - ORIGIN.north;
  do {
    lat += rest / (a * SCALE);
    rest = north - ORIGIN.north - arc(lat);
  } while (Math.abs(rest) >= 0.00001);
  const sin2 = Math.sin(lat) ** 2;
  const nu = (a * SCALE) / Math.sqrt(1 - e2 * sin2);
  const rho = (a * SCALE * (1 - e2)) / (1 - e2 * sin2) ** 1.5;
  const eta2 = nu / rho - 1;
  const [tan, sec] = [Math.tan(lat), 1 / Math.cos(lat)];
  const [t2, t4, t6] = [tan ** 2, tan ** 4, tan ** 6];
  const d = east - ORIGIN.east;
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t4);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * t2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t4);
  const xiia = (sec / (5040 * nu ** 7)) * (61 + 662 * t2 + 1320 * t4 + 720 * t6);
  return {
    lat: lat - vii * d ** 2 + viii * d ** 4 - ix * d ** 6,
    lon: ORIGIN.lon + x * d - xi * d ** 3 + xii * d ** 5 - xiia * d ** 7,
  };
}

/** Along the meridian from the true origin, metres on the grid. */
function arc(lat: number): number {
  const { a, b } = AIRY;
  const n = (a - b) / (a + b);
  const [minus, plus] = [lat - ORIGIN.lat, lat + ORIGIN.lat];
  const one = (1 + n + (5 / 4) * (n ** 2 + n ** 3)) * minus;
  const two = (3 * (n + n ** 2) + (21 / 8) * n ** 3) * Math.sin(minus) * Math.cos(plus);
  const three = (15 / 8) * (n ** 2 + n ** 3) * Math.sin(2 * minus) * Math.cos(2 * plus);
  const four = (35 / 24) * n ** 3 * Math.sin(3 * minus) * Math.cos(3 * plus);
  return b * SCALE * (one - two + three - four);
}

interface Space {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

function toSpace({ lat, lon }: Point, { a, b }: Ellipsoid): Space {
  const e2 = 1 - (b * b) / (a * a);
  const nu = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  return {
    x: nu * Math.cos(lat) * Math.cos(lon),
    y: nu * Math.cos(lat) * Math.sin(lon),
    z: (1 - e2) * nu * Math.sin(lat),
  };
}

function shifted({ x, y, z }: Space): Space {
  const [rx, ry, rz] = [SHIFT.rx, SHIFT.ry, SHIFT.rz].map((seconds) => radians(seconds / 3600)) as [number, number, number]; // prettier-ignore
  const scale = 1 + SHIFT.scale / 1e6;
  return {
    x: SHIFT.x + scale * x - rz * y + ry * z,
    y: SHIFT.y + rz * x + scale * y - rx * z,
    z: SHIFT.z - ry * x + rx * y + scale * z,
  };
}

function toSphere({ x, y, z }: Space, { a, b }: Ellipsoid): Point {
  const e2 = 1 - (b * b) / (a * a);
  const p = Math.hypot(x, y);
  let lat = Math.atan2(z, p * (1 - e2));
  for (let before = Infinity; Math.abs(lat - before) > 1e-12;) {
    before = lat;
    const nu = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    lat = Math.atan2(z + e2 * nu * Math.sin(lat), p);
  }
  return { lat, lon: Math.atan2(y, x) };
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}

function rounded(angle: number): number {
  return Math.round(angle * 1e5) / 1e5;
}
