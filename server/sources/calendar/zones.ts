/** Which zone a calendar means by the name that it gives. */
import { findIana } from "windows-iana";
import type { Zone as ZoneBlock } from "./blocks.ts";
import { fixedZone, namedZone, zoneOfFile, type Zone } from "./walls.ts";

export const LONDON = namedZone("Europe/London")!;
export const UTC = fixedZone("UTC", 0);

/** Names that mean a zone to whoever wrote them, and another or none to the runtime. */
const SPOKEN: Readonly<Record<string, string>> = {
  bst: "Europe/London",
  "british summer time": "Europe/London",
  "gmt/bst": "Europe/London",
  "greenwich mean time": "Europe/London",
  "eastern time": "America/New_York",
  "central time": "America/Chicago",
  "mountain time": "America/Denver",
  "pacific time": "America/Los_Angeles",
  z: "UTC",
  "coordinated universal time": "UTC",
};

export interface Zones {
  /** The zone of this name; `null` where nobody knows it. */
  named(written: string): Zone | null;
}

/** What the runtime knows counts most, then what the file itself describes, then what can be guessed from the name. */
export function zonesOf(blocks: readonly ZoneBlock[]): Zones {
  const own = new Map(blocks.map((block) => [plain(block.id), block]));
  const known = new Map<string, Zone | null>();
  const find = (written: string): Zone | null => {
    const name = plain(written);
    const described = own.get(name);
    return established(name) ?? (described ? zoneOfFile(described) : null) ?? guessed(name);
  };
  return {
    named(written) {
      const before = known.get(written);
      if (before !== undefined) return before;
      const zone = find(written);
      known.set(written, zone);
      return zone;
    },
  };
}

function plain(written: string): string {
  return written.replaceAll('"', "").replaceAll("\\,", ",").replace(/\s+/g, " ").trim();
}

/** An IANA name, also behind a maker's prefix ("/example.org/20260101_1/Europe/London"), or Windows' own. */
function established(name: string): Zone | null {
  const spoken = SPOKEN[name.toLowerCase()];
  if (spoken) return namedZone(spoken);
  if (/^tzone:\/\/microsoft\/utc$/i.test(name)) return UTC;
  // Three letters are a different zone in each country; what runtimes make of them is an accident.
  if (/^[A-Za-z]{3}$/.test(name) && !/^(?:UTC|GMT)$/i.test(name)) return null;
  const last = /(?:^|\/)((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)\/[\w+/-]+)$/.exec(name)?.[1]; // prettier-ignore
  const windows = findIana(name)[0];
  return (last ? namedZone(last) : null) ?? (windows ? namedZone(windows) : null) ?? (/^[A-Za-z][\w/+-]*$/.test(name) && !/^(?:UTC|GMT)[+-]/i.test(name) ? namedZone(name) : null); // prettier-ignore
}

/** Windows' display names list cities, or say how far ahead their clocks are: "(UTC+01:00) Amsterdam, Berlin, Bern". */
function guessed(name: string): Zone | null {
  const words = name.replace(/^\([^)]*\)\s*/, "").toLowerCase();
  const spoken = Object.keys(SPOKEN).find((one) => one.length > 3 && words.startsWith(one));
  if (spoken) return namedZone(SPOKEN[spoken]!);
  const offset = offsetOf(name);
  for (const word of words.split(/[,/]/)) {
    const zone = cities().get(word.trim());
    if (zone) return namedZone(zone);
  }
  return offset === null ? null : fixedZone(name, offset);
}

let known: Map<string, string> | null = null;

function cities(): ReadonlyMap<string, string> {
  known ??= new Map(
    Intl.supportedValuesOf("timeZone").map((zone) => [zone.split("/").at(-1)!.replaceAll("_", " ").toLowerCase(), zone]), // prettier-ignore
  );
  // Windows names Edinburgh beside London, which the IANA has no zone for.
  known.set("edinburgh", "Europe/London").set("bern", "Europe/Zurich");
  return known;
}

/** "UTC+01:00", "GMT -0330", "UTC+11", "+01:00", in minutes. */
function offsetOf(name: string): number | null {
  const [, sign, hours, minutes] = /(?:^|\b|\()(?:UTC|GMT)?\s*([+-])\s*(\d{1,2})(?:[:.]?(\d{2}))?(?!\d)/i.exec(name) ?? []; // prettier-ignore
  if (hours === undefined || Number(hours) > 14) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}
