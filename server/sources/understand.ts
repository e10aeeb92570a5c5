/** From a source's own words to a vacancy: one way for every form, so that all forms understand alike. */
import { cleanDescription, cleanLine } from "./clean.ts";
import { readPosted } from "./dates.ts";
import { contractInProse, contractInTitle, readContract } from "./employment.ts";
import {
  asksForMoney,
  endsCut,
  givesTraining,
  hasPremiumNumber,
  isByAgency,
  isCommissionOnly,
  isMessagingOnly,
  needsNoExperience,
} from "./flags.ts";
import { withText } from "./fromtext.ts";
import { readHours, type UnderstoodHours } from "./hours.ts";
import { readLink } from "./links.ts";
import { classify } from "./occupation.ts";
import { takeNotes, type Notes } from "./notes.ts";
import {
  mergePatterns,
  patternsFromHours,
  patternsInField,
  patternsInProse,
  type FoundPatterns,
} from "./patterns.ts";
import type { FindPoint } from "./postcodes.ts";
import { readPlaces } from "./place.ts";
import { remark, type Remark } from "./reading.ts";
import { readSector } from "./sector.ts";
import { understandCloses } from "./understandcloses.ts";
import { understandPay } from "./understandpay.ts";
import { languageOf, readLanguage, readNeedsWelsh, readWelshField } from "./welsh.ts";
import type { WrittenVacancy } from "./written.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import type { Contract } from "#shared/vacancies/schema.ts";

export type Understood =
  | { readonly ok: true; readonly vacancy: ReadVacancy; readonly warnings: readonly Remark[] }
  | { readonly ok: false; readonly rejected: Remark };

/** `now` in epoch ms. Rejects only what has no title; every other value may be `null`, with a warning. */
export function understand(written: WrittenVacancy, now: number, postcodes?: FindPoint): Understood {
  const title = cleanLine(written.title ?? "");
  if (!/\p{L}/u.test(title.text))
    return { ok: false, rejected: remark(written.where, "no-title", null, written.title) };
  const notes = takeNotes(written.where);
  for (const flag of written.flags ?? []) notes.flag(flag);
  if (title.cut) notes.warn("cut-short", "title", title.text);
  const described = describe(written, title.cut, notes);
  const told = withText(written, described.description ?? "");
  const vacancy = fill(told.written, title.text, described, { now, postcodes }, notes);
  for (const field of told.found) if (field in notes.origin) notes.from(field, "derived");
  return {
    ok: true,
    vacancy: { ...vacancy, flags: notes.flags, origin: notes.origin },
    warnings: notes.warnings,
  };
}

type Described = Pick<ReadVacancy, "description" | "descriptionHtml">;

function describe(written: WrittenVacancy, titleCut: boolean, notes: Notes): Described {
  const { text, html, cut } = cleanDescription(written.description ?? "");
  if (cut) notes.warn("cut-short", "description");
  if (cut || titleCut || endsCut(text)) notes.flag("truncated");
  return { description: text || null, descriptionHtml: html || null };
}

type Filled = Omit<ReadVacancy, "flags" | "origin">;

function fill(
  written: WrittenVacancy,
  title: string,
  described: Described,
  { now, postcodes }: { readonly now: number; readonly postcodes: FindPoint | undefined },
  notes: Notes,
): Filled {
  const prose = `${title}.\n${described.description ?? ""}`;
  const posted = understandPosted(written.posted, now, notes);
  const closes = understandCloses(written.closes ?? [], prose, { posted, now }, notes);
  // "£12.65 per hour, 6.25 hrs pw, TTO": what is said beside the pay is said as well.
  const mined = [prose, written.pay?.text].filter(Boolean).join("\n");
  const hours = understandHours(written, mined, notes);
  const contract = understandContract(written, title, described.description ?? "", hours, notes);
  const place = understandPlaces(written, postcodes, notes);
  const patterns = understandPatterns(written, mined, hours, place.remote, notes);
  const termTime = patterns.includes("term-time");
  const pay = understandPay(written.pay ?? {}, {
    time: { perWeek: hours.exact ? hours.perWeek : null, weeksPerYear: hours.weeksPerYear, termTime },
    fullTime: patterns.includes("full-time") && !patterns.includes("part-time"),
    contract,
    prose,
    at: Date.parse(closes ?? posted ?? new Date(now).toISOString()),
  }, notes); // prettier-ignore
  const applyUrl = understandLink(written, notes);
  flagText(`${prose}\n${pay.text ?? ""}`, notes);
  if (isMessagingOnly(prose, applyUrl)) notes.flag("messaging-only");
  return {
    reference: cleanLine(written.reference ?? "").text || null,
    title,
    titles: Object.fromEntries(Object.entries(written.titles ?? {}).map(([language, text]) => [language, cleanLine(text).text])), // prettier-ignore
    employer: understandEmployer(written.employer, notes),
    locations: place.locations,
    remote: place.remote,
    pay,
    hours: {
      text: cleanLine(written.hours ?? "", 300).text || null,
      perWeek: hours.perWeek,
      weeksPerYear: hours.weeksPerYear,
    },
    patterns,
    contract,
    ...understandWork(written, title, notes),
    posted,
    closes,
    applyUrl,
    ...described,
    ...understandLanguage(written, prose),
    trainingGiven: givesTraining(prose),
    noExperienceNeeded: needsNoExperience(prose),
    written: written.written,
  };
}

/** The better match of the title and what the work is called elsewhere; the source's own category goes before both. */
function understandWork(
  written: WrittenVacancy,
  title: string,
  notes: Notes,
): Pick<ReadVacancy, "sector" | "occupation"> {
  const [own, other] = [classify(title), written.occupation ? classify(written.occupation) : null];
  const { soc, sector, confidence } = other && other.confidence > own.confidence ? other : own;
  const stated = readSector(cleanLine(written.sector ?? "").text);
  notes.from("sector", stated ? "stated" : "derived");
  return { sector: stated ?? sector, occupation: { soc, confidence } };
}

function understandEmployer(written: string | undefined, notes: Notes): string | null {
  const employer = cleanLine(written ?? "");
  if (employer.cut) notes.warn("cut-short", "employer", employer.text);
  if (!employer.text) notes.flag("no-employer");
  return employer.text || null;
}

function understandPosted(written: string | undefined, now: number, notes: Notes): string | null {
  if (!written?.trim()) return null;
  const read = readPosted(written, { now });
  if (read.state === "problem") notes.warn(read.problem, "posted", written);
  if (read.state !== "known") return null;
  notes.from("posted", read.origin);
  return read.at;
}

interface TextHours extends UnderstoodHours {
  readonly field: UnderstoodHours;
  readonly prose: UnderstoodHours;
}

/** The source's own field first; what it leaves open may stand in the description. */
function understandHours(written: WrittenVacancy, text: string, notes: Notes): TextHours {
  const field = readHours(written.hours?.trim() ? written.hours : hoursAmongPatterns(written.patterns ?? ""));
  const prose = readHours(text, "prose");
  if (field.problem) notes.warn(field.problem, "hours", written.hours);
  const useProse = field.perWeek === null && field.exact && !field.zeroHours;
  const from = useProse ? prose : field;
  const perWeekOrigin = useProse ? "derived" : field.perWeekOrigin;
  if (from.perWeek !== null) notes.from("hours.perWeek", perWeekOrigin);
  const weeksPerYear = field.weeksPerYear ?? prose.weeksPerYear;
  if (weeksPerYear !== null)
    notes.from("hours.weeksPerYear", field.weeksPerYear === null ? "derived" : field.weeksOrigin);
  const zeroHours = field.zeroHours || prose.zeroHours;
  if (zeroHours) notes.flag("zero-hours");
  return { ...from, weeksPerYear, zeroHours, field, prose };
}

/** Where hours have no field of their own they stand beside the shifts; a bare number there may be of days. */
function hoursAmongPatterns(patterns: string): string {
  return /\d\s*(?:hours?|hrs?|h|am|pm|weeks?|wks?|[:.]\d\d)\b|\btto\b/i.test(patterns) ? patterns : "";
}

function understandContract(
  written: WrittenVacancy, title: string, description: string, hours: UnderstoodHours, notes: Notes,
): Contract | null {
  const field = written.contract ?? "";
  const stated = readContract(field);
  const isPattern = patternsInField(field).size > 0 || /^(?:other|n\/?a|-|none)?$/i.test(field.trim());
  if (!stated && !isPattern) notes.warn("not-understood", "contract", field);
  const found = stated ?? contractInTitle(title) ?? (hours.zeroHours ? "casual" : contractInProse(description));
  if (found) notes.from("contract", stated ? "stated" : "derived");
  return found;
} // prettier-ignore

/** "Leeds (hybrid)", "Remote / Leeds"; a remote farm is none. */
const FROM_HOME = /\bhybrid\b|\bremote(?:ly)?\b(?=\s*(?:$|[)\],;/|-]|working|role|or\b))/im;

function understandPatterns(
  written: WrittenVacancy, prose: string, hours: TextHours, remote: boolean, notes: Notes,
): ReadVacancy["patterns"] {
  const fields = [written.hours, written.patterns, written.contract].filter((text) => text !== undefined);
  const place = (written.places ?? []).map(({ text }) => text ?? "").join("\n");
  const home: FoundPatterns = new Map(remote || FROM_HOME.test(place) ? [["from-home", "derived"]] : []);
  const found = mergePatterns(
    ...fields.map(patternsInField),
    patternsFromHours({ ...hours.field, perWeek: hours.perWeek, weeksPerYear: hours.weeksPerYear, exact: hours.exact }),
    patternsInProse(prose),
    // What the field says about its shifts is not overruled by times that the description mentions.
    patternsFromHours({ ...hours.prose, shifts: hours.field.shifts.length > 0 ? [] : hours.prose.shifts }),
    home,
  );
  for (const [pattern, origin] of found) notes.from(`patterns.${pattern}`, origin);
  return [...found.keys()];
} // prettier-ignore

function understandPlaces(
  written: WrittenVacancy,
  postcodes: FindPoint | undefined,
  notes: Notes,
): Pick<ReadVacancy, "locations" | "remote"> {
  const places = (written.places ?? []).map((place) =>
    Object.assign({}, place, { text: cleanPlace(place.text) }),
  );
  const read = readPlaces(places, postcodes);
  for (const { problem, written: text } of read.problems) notes.warn(problem, "location", text);
  const remote = read.remote || (written.remote ?? false);
  if (read.locations.length === 0 && !remote) notes.flag("no-location");
  if (read.locations.length > 0) notes.from("locations", read.derived ? "derived" : "stated");
  if (remote) notes.from("remote", written.remote ? "stated" : "derived");
  return { locations: read.locations, remote };
}

/** Line breaks stay: they part one place from the next. */
function cleanPlace(text: string | undefined): string {
  return (text ?? "")
    .split("\n")
    .map((line) => cleanLine(line, 300).text)
    .join("\n");
}

function understandLink(written: WrittenVacancy, notes: Notes): string | null {
  if (!written.applyUrl?.trim()) return null;
  const link = readLink(written.applyUrl, written.base ?? null);
  if (link.url === null) notes.warn(link.problem, "applyUrl", written.applyUrl);
  else notes.from("applyUrl", link.derived ? "derived" : "stated");
  return link.url;
}

function understandLanguage(
  written: WrittenVacancy,
  prose: string,
): Pick<ReadVacancy, "language" | "needsWelsh"> {
  const language =
    readLanguage(written.language ?? "") ?? languageOf(prose) ?? readLanguage(written.languageAround ?? "");
  const needsWelsh = readWelshField(written.welsh ?? "") ?? readNeedsWelsh(prose);
  return { language, needsWelsh };
}

function flagText(text: string, notes: Notes): void {
  if (asksForMoney(text)) notes.flag("asks-for-money");
  if (hasPremiumNumber(text)) notes.flag("premium-rate-number");
  if (isCommissionOnly(text)) notes.flag("commission-only");
  if (isByAgency(text)) notes.flag("agency");
}
