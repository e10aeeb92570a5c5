/** The apprenticeship service's Display advert API, version 2, with the NHS and Civil Service adverts it carries. */
import { readJsonRecords } from "./jsonfile.ts";
import type { Reader } from "./reading.ts";
import { asWritten } from "./shape.ts";
import type { Fields } from "./tree.ts";
import { readVacancies } from "./vacancies.ts";
import type { WrittenPlace } from "./place.ts";
import type { WrittenPay, WrittenVacancy } from "./written.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

export const displayAdvert: Reader<ReadVacancy> = {
  format: "display-advert",
  kind: "vacancies",

  recognises({ text }) {
    const start = text.slice(0, 8000).trimStart();
    if (!/^[{[]/.test(start)) return 0;
    return /"wageType"|"vacancyReference"|"isNationalVacancy"|"apprenticeshipLevel"/.test(start) ? 0.95 : 0;
  },

  read({ text }, options) {
    const { records, rejected, beside } = readJsonRecords(text, "vacancies", "", ".");
    const written = records.map(({ where, fields }) => toWritten(fields, where));
    const [pages, total] = [Number(beside.text("totalPages") ?? 1), Number(beside.text("totalFiltered", "total") ?? 0)]; // prettier-ignore
    const complete = !(pages > 1) && !(total > records.length + rejected.length);
    return readVacancies(this.format, written, rejected, [], options, { complete, pages, results: total });
  },
};

function toWritten(fields: Fields, where: string): WrittenVacancy {
  const national = fields.text("isNationalVacancy") === "true";
  const nationalText = fields.text("isNationalVacancyDetails");
  const otherSource = /nhs|csj/i.test(fields.text("vacancySource", "source") ?? "");
  const week = fields.text("workingWeekDescription");
  return {
    where,
    reference: fields.text("vacancyReference"),
    title: fields.text("title"),
    employer: fields.text("employerName"),
    places: places(fields, national ? nationalText : undefined),
    remote: national && /\bhome\b|remote/i.test(`${nationalText} ${fields.text("title")}`),
    pay: pay(fields),
    hours: [hoursText(fields.text("hoursPerWeek")), week].filter(Boolean).join(", "),
    patterns: week,
    contract: otherSource ? (fields.text("contractType") ?? "") : "apprenticeship",
    sector: fields.text("route"),
    occupation: fields.text("course/title"),
    posted: fields.text("postedDate"),
    closes: fields.texts("closingDate"),
    applyUrl: fields.text("applicationUrl", "vacancyUrl"),
    description: [
      fields.text("description"),
      fields.text("fullDescription", "longDescription"),
      fields.text("trainingDescription"),
      national ? nationalText : undefined,
    ]
      .filter(Boolean)
      .join("\n\n"),
    written: asWritten(fields),
  };
}

const hoursText = (hours: string | undefined) => (hours && Number(hours) > 0 ? `${hours} hours a week` : "");

function places(fields: Fields, national: string | undefined): readonly WrittenPlace[] {
  const addresses = fields.parts("addresses", "address", "otherAddresses");
  const found = addresses.map((address) => ({
    text: [1, 2, 3, 4]
      .map((line) => address.text(`addressLine${line}`))
      // An employer may hide its name; the word is no place.
      .filter((line) => line !== undefined && !/^anonymous$/i.test(line))
      .join(", "),
    postcode: address.text("postcode"),
    lat: address.text("latitude", "lat"),
    lon: address.text("longitude", "lon"),
  }));
  return found.length === 0 && national ? [{ text: undefined }] : found;
}

const UNITS: Readonly<Record<string, string>> = {
  annually: "year", yearly: "year", monthly: "month", weekly: "week", hourly: "hour", daily: "day",
}; // prettier-ignore
const WAGES: Readonly<Record<string, string>> = {
  apprenticeshipminimum: "Apprenticeship minimum wage",
  nationalminimumforapprentices: "Apprenticeship minimum wage",
  nationalminimum: "National minimum wage",
  competitivesalary: "Competitive salary",
  unwaged: "Unwaged",
};

/** `Custom` names a sum; the minimum wages need not; a text may stand beside either. */
function pay(fields: Fields): WrittenPay {
  const type = fields.text("wageType") ?? "";
  const more = fields.text("wageAdditionalInformation");
  const named = WAGES[type.replace(/\W/g, "").toLowerCase()];
  const unit = UNITS[(fields.text("wageUnit") ?? "").toLowerCase()];
  const low = fields.text("wageAmount", "wageAmountLowerBound", "fixedWageYearlyAmount");
  const high = fields.text("wageAmountUpperBound") ?? low;
  if (low && Number(low) > 0) {
    const text = [`£${low}${high === low ? "" : ` to £${high}`}${unit ? ` a ${unit}` : ""}`, named, more];
    return { text: text.filter(Boolean).join(". "), min: low, max: high, unit, currency: "GBP" };
  }
  return { text: [named ?? type, more].filter(Boolean).join(". ") || undefined };
}
