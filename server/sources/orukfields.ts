/** One service's fields, in whichever version of Open Referral they are written. */
import { createHash } from "node:crypto";
import type { EventFlag, ReadEvent, ReadFee, ReadTimes } from "#shared/events/read.ts";
import { readingAt } from "#shared/london.ts";
import { description, line, UNSAID, whereabouts, whoIn } from "./calendar/event.ts";
import { WEEKDAY_CODES } from "./calendar/rule.ts";
import { timeIn, type WrittenSchedule } from "./calendar/schedule.ts";
import { type Json, isObject } from "./jsonfile.ts";
import { readLink } from "./links.ts";
import type { WrittenPlace } from "./place.ts";

export interface OpenTimes extends WrittenSchedule {
  /** Where that differs from the service's own place. */
  readonly place: string | null;
}

export type Service = Omit<ReadEvent, "starts" | "ends" | "allDay"> & {
  readonly schedules: readonly OpenTimes[];
};

export function serviceOf(service: Json, now: number): Service {
  const today = readingAt(now).day;
  const title = line(text(service["name"]));
  const locations = lists(service, "service_at_locations", "service_at_location").map((one) => ({ at: one, location: child(one, "location") ?? one }));
  const where = whereabouts(locations.flatMap(({ location }) => placesOf(location)));
  const own = lists(service, "schedules", "regular_schedules", "regular_schedule");
  const theirs = locations.flatMap(({ at, location }) =>
    [at, location].flatMap((holder) => lists(holder, "schedules", "regular_schedules", "regular_schedule")).map((schedule) => ({ schedule, place: whereabouts(placesOf(location)).place })),
  );
  const closed = [service, ...locations.flatMap(({ at, location }) => [at, location])].flatMap((holder) => lists(holder, "holiday_schedules", "holiday_schedule")).flatMap(closedDays);
  const all = [...own.map((schedule) => ({ schedule, place: null })), ...theirs];
  const fees = lists(service, "cost_options").map(feeOf);
  const flags: EventFlag[] = [...where.flags];
  if (isStale(all.map(({ schedule }) => schedule), lists(service, "cost_options"), today)) flags.push("stale");
  return {
    ...UNSAID,
    uid: text(service["id"])?.slice(0, 200) ?? hashed(service),
    title,
    ...where,
    cancelled: /^(?:inactive|defunct|temporarily[ _]closed|closed)$/i.test(text(service["status"]) ?? ""),
    description: description([text(service["description"]), text(service["alert"])].filter(Boolean).join("\n\n")),
    url: linkOf(text(service["url"]) ?? text(service["application_process_url"])),
    languages: lists(service, "languages").map((one) => line(text(one["name"]) ?? text(one["language"]) ?? text(one["code"]), 60)).filter((name) => name !== null),
    free: isFree(fees, text(service["fees"])),
    fees,
    ages: agesOf(service),
    who: whoOf(service),
    organiser: line(text(child(service, "organization")?.["name"])),
    times: all.map(({ schedule }) => timesIn(schedule)),
    flags,
    schedules: all.map(({ schedule, place }) => ({ ...scheduleOf(schedule), except: closed, place })),
  };
} // prettier-ignore

function hashed(service: Json): string {
  return `service-${createHash("sha256").update(JSON.stringify(service)).digest("base64url").slice(0, 22)}`;
}

/** Objects under these names, whether one or a list of them. */
function lists(holder: Json, ...names: readonly string[]): readonly Json[] {
  return names
    .flatMap((name) => (Object.hasOwn(holder, name) ? [holder[name]].flat() : []))
    .filter(isObject)
    .slice(0, 500);
}

function child(holder: Json, name: string): Json | null {
  const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
  return isObject(value) ? value : null;
}

function text(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function placesOf(location: Json): readonly WrittenPlace[] {
  const addresses = lists(location, "addresses", "physical_addresses", "address");
  const name = text(location["name"]);
  const point = {
    lat: text(location["latitude"]) ?? undefined,
    lon: text(location["longitude"]) ?? undefined,
  };
  const physical = addresses.find((one) => text(one["address_type"]) === "physical") ?? addresses[0];
  if (!physical) return name || point.lat ? [{ text: name ?? undefined, ...point }] : [];
  const parts = ["address_1", "address_2", "city", "region"].map((part) => text(physical[part]));
  const words = [...new Set([name, ...parts].filter((part) => part !== null))].join(", ");
  return [{ text: words, postcode: text(physical["postal_code"]) ?? undefined, ...point }];
}

/** Days are ISO 8601 by the standard; "01/12/2026" is what some publishers type. */
const isoDay = (written: string | null): string | null =>
  written?.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/, (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`) ?? null; // prettier-ignore

function scheduleOf(schedule: Json): WrittenSchedule {
  const value = (name: string) => (name === "byday" ? daysOf(schedule) : isoDay(listed(schedule[name])));
  const frequency = value("freq")?.toUpperCase() ?? (value("byday") ? "WEEKLY" : null);
  const parts = [["INTERVAL", "interval"], ["BYDAY", "byday"], ["BYMONTHDAY", "bymonthday"], ["BYWEEKNO", "byweekno"], ["BYYEARDAY", "byyearday"], ["COUNT", "count"], ["WKST", "wkst"], ["UNTIL", "until"]] as const; // prettier-ignore
  const said = parts.flatMap(([part, name]) => (value(name) ? [`${part}=${value(name)}`] : []));
  return {
    first: latest(value("dtstart"), value("valid_from")),
    last: earliest(value("until"), value("valid_to")),
    opens: value("opens_at"),
    closes: value("closes_at"),
    rule: frequency && [`FREQ=${frequency.replace(/^(?:WEEK|MONTH)$/, "$&LY")}`, ...said.filter((part) => !part.startsWith("UNTIL")), ...(earliest(value("until"), value("valid_to")) ? [`UNTIL=${earliest(value("until"), value("valid_to"))!.slice(0, 10)}`] : [])].join(";"), // prettier-ignore
    except: [],
  };
}

/** "2,3,4", and `[2, 3, 4]` as some publishers send it. */
function listed(value: unknown): string | null {
  return Array.isArray(value) ? value.flatMap((one) => text(one) ?? []).join(",") || null : text(value);
}

/** "MO,WE"; before version 3 also a `weekday` by its name or its number, Monday being 1. */
function daysOf(schedule: Json): string | null {
  const said = listed(schedule["byday"]);
  if (said !== null) return said;
  const days = (listed(schedule["weekday"]) ?? "").split(/[,;/ ]+/).flatMap((day) => {
    const at = /^[1-7]$/.test(day) ? Number(day) - 1 : DAY_NAMES.findIndex((name) => day.toLowerCase().startsWith(name.slice(0, 2)));
    return at < 0 || day.length === 0 ? [] : [WEEKDAY_CODES[at]!];
  });
  return days.join(",") || null;
} // prettier-ignore

const latest = (one: string | null, other: string | null): string | null => (one && other ? (one > other ? one : other) : (one ?? other)); // prettier-ignore
const earliest = (one: string | null, other: string | null): string | null => (one && other ? (one < other ? one : other) : (one ?? other)); // prettier-ignore

/** The days of a holiday on which it is closed, a year at most. */
function closedDays(holiday: Json): readonly string[] {
  const [first, last] = [isoDay(text(holiday["start_date"])), isoDay(text(holiday["end_date"]))];
  if (first === null || !/^(?:true|1|yes)$/i.test(String(holiday["closed"] ?? "true"))) return [];
  const begin = Date.parse(`${first.slice(0, 10)}T00:00:00Z`);
  const end = Date.parse(`${(last ?? first).slice(0, 10)}T00:00:00Z`);
  const count = Math.min(Math.max(0, Math.floor((end - begin) / 86_400_000)), 366);
  if (Number.isNaN(count)) return [];
  return Array.from({ length: count + 1 }, (_day, index) => new Date(begin + index * 86_400_000).toISOString().slice(0, 10));
} // prettier-ignore

const DAY_NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

function timesIn(schedule: Json): ReadTimes {
  const codes = (daysOf(schedule) ?? "").toUpperCase().match(/MO|TU|WE|TH|FR|SA|SU/g) ?? [];
  return {
    days: [...new Set(codes)].map((code) => DAY_NAMES[WEEKDAY_CODES.indexOf(code as "MO")]!),
    opens: timeIn(text(schedule["opens_at"])),
    closes: timeIn(text(schedule["closes_at"])),
    text: line(text(schedule["description"]), 300),
  };
}

function feeOf(cost: Json): ReadFee {
  const amount = Number(text(cost["amount"]) ?? Number.NaN);
  const words = [text(cost["option"]), text(cost["amount_description"]) ?? text(cost["cost_description"])].filter(Boolean).join(", ");
  const plausible = amount >= 0 && amount < 100_000;
  return { amount: plausible ? amount : null, currency: plausible ? (text(cost["currency"]) ?? "GBP") : null, text: line(words, 300) };
} // prettier-ignore

function isFree(fees: readonly ReadFee[], words: string | null): boolean | null {
  if (fees.length > 0) return fees.every(({ amount }) => amount === 0);
  return words !== null && /^\s*(?:free|no (?:charge|cost|fee)s?|am ddim)\b/i.test(words) ? true : null;
}

function agesOf(service: Json): ReadEvent["ages"] {
  const eligible = lists(service, "eligibilitys", "eligibility", "eligibilities")[0];
  const age = (name: string): number | null => {
    const years = Number(text(service[name]) ?? text(eligible?.[name]) ?? Number.NaN);
    return years >= 0 && years <= 130 ? years : null;
  };
  const [from, to] = [age("minimum_age"), age("maximum_age")];
  return from === null && to === null ? null : { from, to };
}

/** Version 3 says it of the service, the ones before in a record of its own; "null" is what some publishers send. */
function whoOf(service: Json): string | null {
  const said = [service["eligibility_description"], ...lists(service, "eligibilitys", "eligibility", "eligibilities").map((one) => one["eligibility"])];
  const words = said.map((one) => line(text(one), 200)).filter((one) => one !== null && !/^(?:null|none|n\/?a)$/i.test(one));
  return words.join("; ") || whoIn(description(text(service["description"])));
} // prettier-ignore

/** Every time that it is open ran out, or a price did: nobody has looked after it. */
function isStale(schedules: readonly Json[], costs: readonly Json[], today: string): boolean {
  const over = (one: Json) =>
    ["valid_to", "until"].some((name) => (isoDay(text(one[name])) ?? "9999") < today);
  return (schedules.length > 0 && schedules.every(over)) || costs.some(over);
}

function linkOf(written: string | null): string | null {
  return written === null ? null : readLink(written).url;
}
