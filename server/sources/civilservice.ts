/** Civil Service Jobs' partner file: values in English and Welsh, and the only one that lists term-time work. */
import { readJsonRecords } from "./jsonfile.ts";
import type { Reader } from "./reading.ts";
import { asWritten } from "./shape.ts";
import type { Fields } from "./tree.ts";
import { readVacancies } from "./vacancies.ts";
import type { WrittenPlace } from "./place.ts";
import type { WrittenVacancy } from "./written.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

export const civilService: Reader<ReadVacancy> = {
  format: "civil-service",
  kind: "vacancies",

  recognises({ text }) {
    const start = text.slice(0, 8000).trimStart();
    if (!start.startsWith("{") && !start.startsWith("[")) return 0;
    return /"jobs"\s*:/.test(start) && /"jobTitle"\s*:\s*\{|"keyTimes"|"csjobs"|"jobCode"/.test(start) ? 0.97 : 0;
  },

  read({ text }, options) {
    const { records, rejected, beside } = readJsonRecords(text, "jobs", "");
    const written = records.map(({ where, fields }) => toWritten(fields, where));
    const all = Number(beside.text("numberOfJobs") ?? 0) <= records.length + rejected.length;
    return readVacancies(this.format, written, rejected, [], options, { complete: all });
  },
}; // prettier-ignore

/** English first; what is only there in Welsh is shown in Welsh. */
function said(fields: Fields, name: string): readonly string[] {
  return fields.texts(`${name}/en`, `${name}/cy`, name);
}

function toWritten(fields: Fields, where: string): WrittenVacancy {
  const first = (name: string) => said(fields, name)[0];
  const english = fields.text("jobTitle/en", "jobTitle");
  const welsh = fields.text("jobTitle/cy");
  return {
    where,
    reference: fields.text("jobReference", "jobCode"),
    title: english ?? welsh,
    titles: english && welsh ? { cy: welsh } : undefined,
    employer: first("department") ?? first("agency"),
    places: places(fields),
    remote: fields.text("locationFlags/remoteWorking") === "true",
    pay: {
      text: first("salaryDescription") ?? first("salary"),
      min: fields.text("salaryMinimum"),
      max: fields.text("salaryMaximum"),
      unit: "year",
      currency: fields.text("salaryCurrency"),
    },
    hours: first("hours"),
    patterns: said(fields, "workingPattern").join(", "),
    contract: said(fields, "contractType").join(", "),
    sector: said(fields, "role")[0],
    posted: fields.text("keyTimes/publishedTime"),
    closes: fields.texts("keyTimes/closingTime"),
    applyUrl: first("jobApplyURL") ?? first("jobURL"),
    description: first("jobDescription") ?? first("jobSummary") ?? first("summary"),
    language: english ? "en" : welsh ? "cy" : undefined,
    written: asWritten(fields),
  };
}

/** Points without names; where there is one region and one point, they are the same place. */
function places(fields: Fields): readonly WrittenPlace[] {
  const points = fields.parts("locationGeoCoordinates").flatMap((point) => {
    const [lat, lon] = [point.text("lat", "latitude"), point.text("lon", "lng", "longitude")];
    return lat && lon ? [{ lat, lon }] : [];
  });
  const names = [...said(fields, "locations"), ...said(fields, "location"), ...said(fields, "city")];
  const regions = names.length > 0 ? names : said(fields, "countryRegions");
  const text = regions.join(", ") || undefined;
  if (points.length === 0) return text ? [{ text }] : [];
  if (names.length === points.length) return points.map((point, index) => ({ ...point, text: names[index] }));
  return points.map((point) => ({ ...point, text }));
}
