/** What the readers of events share: cleaned words, and an event of which little is known. */
import type { ReadEvent } from "#shared/events/read.ts";
import { cleanDescription, cleanLine } from "../clean.ts";
import { readPlaces, type WrittenPlace } from "../place.ts";

/** Whatever a form does not speak of. */
export const UNSAID: Omit<ReadEvent, "uid" | "title" | "starts" | "ends" | "allDay"> = {
  place: null,
  cancelled: false,
  recurs: false,
  description: null,
  tentative: false,
  online: false,
  url: null,
  language: null,
  languages: [],
  free: null,
  fees: [],
  ages: null,
  who: null,
  organiser: null,
  lat: null,
  lon: null,
  times: [],
  flags: [],
};

export function line(written: string | null | undefined, limit?: number): string | null {
  return (written && cleanLine(written, limit).text) || null;
}

/** A line of a description that says for whom it is, in English and Welsh. */
const FOR_WHOM =
  /^[ \t]*(?:who (?:can|may|should) (?:come|attend|join|go)|who(?:[’']s| is) (?:it|this) for|who for|suitable for|open to|eligibility|aimed at|pwy (?:all|gaiff|sy[’']n cael) (?:ddod|dod)|ar gyfer pwy|addas i)[ \t]*\??[ \t]*[:–-][ \t]*(\S.*)$/imu;

/** Who may come, where a form has no field for it and the words say so on a line of its own. */
export function whoIn(words: string | null): string | null {
  return line(FOR_WHOM.exec(words ?? "")?.[1], 200);
}

/** A place keeps its lines. */
export function linesOf(written: string | null | undefined): string | null {
  const lines = (written ?? "").split("\n").map((one) => cleanLine(one, 300).text);
  return lines.filter(Boolean).join("\n") || null;
}

export function description(written: string | null | undefined): string | null {
  return (written && cleanDescription(written).text) || null;
}

/** Where it is, in words and as a point; what is no postcode or no point in the UK is left out, and said. */
export function whereabouts(
  places: readonly WrittenPlace[],
): Pick<ReadEvent, "place" | "lat" | "lon" | "flags"> {
  const { locations, problems } = readPlaces(places);
  const texts = locations.map(({ text, postcode }) =>
    postcode && !text?.toUpperCase().includes(postcode) ? [text, postcode].filter(Boolean).join(", ") : text,
  );
  const [first] = locations;
  return {
    place: linesOf(texts.filter(Boolean).join("\n")),
    lat: first?.lat ?? null,
    lon: first?.lon ?? null,
    flags: [...new Set(problems.map(({ problem }) => problem))],
  };
}
