/** How a form of job board names its values: enough to read it. A new board is one more shape, and no code. */
import { columnOf, type Column, type Corrections, type Header } from "./headers.ts";
import { fromColumns, placeFromColumns, type Cells } from "./columns.ts";
import { type Fields, plainName } from "./tree.ts";
import type { WrittenPlace } from "./place.ts";
import type { WrittenVacancy } from "./written.ts";

export type FieldNames = Readonly<Partial<Record<Column, readonly string[]>>>;

export interface Shape {
  readonly format: string;
  /** The element, or the list, of which each is one vacancy; the first that is there counts. */
  readonly records: readonly string[];
  /** In order of trust. What is not named here is looked for under the names that most boards use. */
  readonly fields: FieldNames;
}

/** The names that job boards use most; joints and case do not matter. */
const USUAL: FieldNames = {
  reference: ["reference", "referenceNumber", "jobReference", "jobRef", "vacancyReference", "vacancyRef", "refNo", "ref", "referenceId", "vacancyId", "requisitionReference", "requisitionId", "jobId", "externalId", "id", "guid", "@id"],
  title: ["jobTitle", "vacancyTitle", "positionTitle", "postTitle", "title", "roleTitle", "position", "role", "name", "label"],
  employer: ["employer", "employerName", "companyName", "company", "organisation", "organization", "organisationName", "organizationName", "hiringOrganization", "advertiser", "advertiserName", "clientName", "client", "schoolName", "school", "recruiter", "employer/name", "company/name", "advertiser/name", "organisation/name", "organization/name", "client/name", "school/name", "homeName"],
  location: ["locations/location", "location", "jobLocation", "locationName", "jobLocations/jobLocation", "location/name", "place", "area"],
  address: ["streetAddress", "address", "address1", "addressLine1", "street"],
  town: ["city", "town", "addressLocality"],
  postcode: ["postcode", "postalCode", "zipCode", "zip"],
  lat: ["latitude", "lat"],
  lon: ["longitude", "lon", "lng", "long"],
  pay: ["salaryText", "salaryDescription", "salaryDisplay", "salaryRange", "salaryDetails", "formattedSalaryDescription", "salary", "pay", "payRate", "wage", "rateOfPay", "compensation", "remuneration", "salary/text"],
  payMin: ["salaryMin", "minSalary", "minimumSalary", "salaryMinimum", "salaryFrom", "salaryRangeFrom", "salary/min", "salary/minimum", "salary/from", "payFrom", "payMin"],
  payMax: ["salaryMax", "maxSalary", "maximumSalary", "salaryMaximum", "salaryTo", "salaryRangeTo", "salary/max", "salary/maximum", "salary/to", "payTo", "payMax"],
  payUnit: ["salaryUnit", "salaryPeriod", "salaryFrequency", "salaryInterval", "salaryPer", "salaryType", "payPeriod", "salary/frequency", "salary/period", "salary/unit"],
  currency: ["salaryCurrency", "currency", "salaryCurrencyCode"],
  hours: ["hoursPerWeek", "hours", "workingHours", "weeklyHours", "workHours", "contractedHours", "contractualHours"],
  weeks: ["weeksPerYear"],
  patterns: ["workingPattern", "workingPatterns", "workPattern", "shiftPattern", "shift", "schedule", "jobType", "employmentType", "workType", "hoursType", "positionType", "remoteType", "fullTimePartTime", "contractTime", "basis"],
  contract: ["contractType", "contract", "vacancyType", "tenure", "jobType", "employmentType"],
  sector: ["sector", "category", "jobCategory", "industry"],
  posted: ["datePosted", "postedDate", "postDate", "publishOn", "publishDate", "publicationDate", "datePublished", "published", "createdDate", "dateCreated", "created", "activationDate", "openingDate", "opens", "posted", "pubDate", "date"],
  closes: ["closingDate", "closeDate", "dateClosing", "expiresAt", "expiryDate", "expirationDate", "expireDate", "applicationDeadline", "applicationClosingDate", "applicationsClose", "deadline", "validThrough", "closes", "closing", "expires", "expiry", "dateExpires", "applyBy", "endDate"],
  applyUrl: ["applicationUrl", "applyUrl", "applyLink", "advertUrl", "vacancyUrl", "jobUrl", "detailUrl", "url", "webpage", "link", "deepLink", "redirectUrl", "apply"],
  description: ["jobAdvert", "advertText", "fullDescription", "jobDescription", "description", "advert", "body", "content", "details", "summary", "text"],
  language: ["language", "lang", "@lang"],
}; // prettier-ignore

/** The names that schools' recruitment systems share (DfE's applicant tracking interface). */
export const DFE: FieldNames = {
  reference: ["reference"],
  title: ["jobTitle"],
  description: ["jobAdvert"],
  posted: ["publishOn"],
  closes: ["expiresAt"],
  applyUrl: ["applicationUrl", "advertUrl"],
  pay: ["salary"],
  patterns: ["workingPatterns"],
  contract: ["contractType"],
  employer: ["schoolName", "employer"],
};

/** Columns of which all names count together: full-time in one element, permanent in the next. */
const TOGETHER: ReadonlySet<Column> = new Set(["patterns", "contract"]);
/** What stands in codes: `part_time`, `Barnstaple,_Devon`. */
const CODED: ReadonlySet<Column> = new Set(["patterns", "contract", "location", "town", "sector"]);

/** `own`: names that the adviser has given for this source; they go before all others. */
export function shapeToWritten(
  fields: Fields,
  shape: Shape,
  where: string,
  own: FieldNames & Corrections = {},
): WrittenVacancy {
  const silent = new Set((own[""] ?? []).map(plainName));
  const named = (column: Column): readonly string[] => {
    const names = namesFor(column, shape, own).filter((name) => !silent.has(plainName(name)));
    if (!TOGETHER.has(column)) return fields.texts(...names);
    return [...new Set(names.flatMap((name) => fields.texts(name)))];
  };
  const cells: Cells = (column) => {
    const found = named(column);
    const values = found.length > 0 ? found : guessed(fields, column);
    return CODED.has(column) ? values.map((value) => value.replaceAll("_", " ")) : values;
  };
  return {
    ...fromColumns(cells, undefined),
    where,
    places: places(cells),
    written: asWritten(fields),
  };
}

function namesFor(column: Column, shape: Shape, own: FieldNames): readonly string[] {
  return own[column] ?? [...(shape.fields[column] ?? []), ...(USUAL[column] ?? [])];
}

const MOST_NAMES = 60;

/** The source's own names for its values, and what each is taken for: for whoever corrects it. */
export function namesIn(records: readonly Fields[], shape: Shape, own: FieldNames & Corrections = {}): readonly Header[] {
  const names = new Set(records.slice(0, 20).flatMap(({ leaves }) => leaves.map(([name]) => name)));
  const meant = new Map<string, Column>();
  for (const column of Object.keys(USUAL) as Column[])
    for (const name of namesFor(column, shape, own)) {
      const plain = plainName(name.split("/").at(-1)!);
      if (!meant.has(plain)) meant.set(plain, column);
    }
  const silent = new Set((own[""] ?? []).map(plainName));
  return [...names].slice(0, MOST_NAMES).map((name) => {
    const plain = plainName(name);
    return { name, column: silent.has(plain) ? null : (meant.get(plain) ?? meant.get(plain.replace("@", "")) ?? columnOf(name)) };
  });
} // prettier-ignore

/** Names that no list knows, understood as a table's header would be. */
function guessed({ leaves }: Fields, column: Column): readonly string[] {
  return leaves.filter(([name]) => columnOf(name) === column).map(([, value]) => value);
}

/** "at_one_school" is a code for a school that is named elsewhere. */
function places(cells: Cells): readonly WrittenPlace[] {
  const texts = cells("location").filter((text) => !/^at (?:one|multiple|central) \w+$/i.test(text));
  const only: Cells = (column) => (column === "location" ? texts : cells(column));
  const codes = cells("postcode");
  if (texts.length < 2 || codes.length === 1) return [placeFromColumns(only)];
  return texts.map((text, index) => ({
    text,
    ...(codes.length === texts.length ? { postcode: codes[index] } : {}),
  }));
}

export function asWritten({ leaves }: Fields): Readonly<Record<string, string>> {
  const written: Record<string, string> = {};
  for (const [name, value] of leaves.slice(0, 200)) {
    const key = name.slice(0, 80);
    if (/^(?:description|jobAdvert|advert_?text|content|__proto__)$/i.test(key)) continue;
    written[key] = (written[key] === undefined ? value : `${written[key]}, ${value}`).slice(0, 500);
  }
  return written;
}
