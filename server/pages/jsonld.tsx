/** What search engines read of a page: schema.org, as data that no browser runs. */
import type { Occurrence } from "#shared/events/occurrences.ts";
import type { Event } from "#shared/events/schema.ts";
import type { Shown } from "#shared/item.ts";
import type { Location, Vacancy } from "#shared/vacancies/schema.ts";
import { webAddress } from "./facts.ts";
import { plain } from "./text.tsx";
import { canonical, type Visit } from "./visit.ts";

type Data = Readonly<Record<string, unknown>>;

/** Nothing in it can end the element early (HTML, 4.12.1.3). */
export function JsonLd({ data }: { readonly data: Data }) {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

const UNITS = { hour: "HOUR", day: "DAY", week: "WEEK", month: "MONTH", year: "YEAR" } as const;
const KINDS = {
  permanent: null, "fixed-term": "CONTRACTOR", temporary: "TEMPORARY", casual: "PER_DIEM", apprenticeship: "INTERN",
  volunteer: "VOLUNTEER",
} as const; // prettier-ignore

export function jobPosting(visit: Visit, { body, until }: Shown<"vacancy">, id: string): Data {
  const { words } = visit;
  return {
    "@type": "JobPosting",
    title: plain(body.title, words),
    description: body.description ? plain(body.description, words) : plain(body.title, words),
    identifier: { "@type": "PropertyValue", name: body.source ?? "Signpost", value: body.reference ?? id },
    datePosted: body.posted ?? undefined,
    validThrough: until ?? undefined,
    hiringOrganization: body.employer ? { "@type": "Organization", name: body.employer } : undefined,
    employmentType: employmentOf(body),
    jobLocation: body.locations.map(placeOf),
    jobLocationType: body.remote ? "TELECOMMUTE" : undefined,
    applicantLocationRequirements: body.remote ? { "@type": "Country", name: "GB" } : undefined,
    baseSalary: salaryOf(body),
    workHours: body.hours?.text ?? undefined,
    inLanguage: body.title.original,
    url: canonical(visit) ?? webAddress(body.applyUrl)?.href,
    directApply: false,
  };
}

function employmentOf({ patterns, contract }: Vacancy): readonly string[] | undefined {
  const kinds = [
    patterns.includes("full-time") ? "FULL_TIME" : null,
    patterns.includes("part-time") ? "PART_TIME" : null,
    contract ? KINDS[contract] : null,
  ].filter((kind) => kind !== null);
  return kinds.length > 0 ? kinds : undefined;
}

function placeOf({ text, postcode, outcode, lat, lon }: Location): Data {
  return {
    "@type": "Place",
    address: {
      "@type": "PostalAddress",
      addressLocality: text ?? undefined,
      postalCode: postcode ?? outcode ?? undefined,
      addressCountry: "GB",
    },
    geo:
      lat === null || lon === null ? undefined : { "@type": "GeoCoordinates", latitude: lat, longitude: lon },
  };
}

function salaryOf({ pay }: Vacancy): Data | undefined {
  if (!pay?.unit || (pay.min === null && pay.max === null)) return undefined;
  const amount =
    pay.min === pay.max
      ? { value: pay.min }
      : { minValue: pay.min ?? undefined, maxValue: pay.max ?? undefined };
  const value = { "@type": "QuantitativeValue", unitText: UNITS[pay.unit], ...amount };
  return { "@type": "MonetaryAmount", currency: pay.currency ?? "GBP", value };
}

export function eventData(visit: Visit, event: Event, next: Occurrence): Data {
  const { words, centre } = visit;
  const status = next.cancelled ? "EventCancelled" : "EventScheduled";
  const place = [event.place, centre?.name].flatMap((text) => (text ? [plain(text, words)] : []));
  const address = centre?.address
    ? `${plain(centre.address, words)} ${centre.postcode ?? ""}`.trim()
    : undefined;
  return {
    "@type": "Event",
    name: plain(event.title, words),
    description: event.summary ? plain(event.summary, words) : undefined,
    startDate: next.allDay ? next.day : new Date(next.starts).toISOString(),
    endDate: next.ends === null || next.allDay ? undefined : new Date(next.ends).toISOString(),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: place.length > 0 ? { "@type": "Place", name: place.join(", "), address } : undefined,
    isAccessibleForFree: event.free,
    inLanguage: event.languages.length > 0 ? event.languages : undefined,
    organizer: centre ? { "@type": "Organization", name: plain(centre.name, words) } : undefined,
    url: canonical(visit) ?? undefined,
  };
}
