/** Reed's search API: dates day first, and a description that is cut. */
import { readJsonRecords } from "./jsonfile.ts";
import type { Reader } from "./reading.ts";
import { asWritten } from "./shape.ts";
import type { Fields } from "./tree.ts";
import { readVacancies } from "./vacancies.ts";
import type { WrittenVacancy } from "./written.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

export const reed: Reader<ReadVacancy> = {
  format: "reed",
  kind: "vacancies",

  recognises({ text }) {
    const start = text.slice(0, 8000).trimStart();
    if (!/^[{[]/.test(start)) return 0;
    return /"jobId"/.test(start) && /"employerName"/.test(start) && /"expirationDate"|"locationName"/.test(start)
      ? 0.95
      : 0;
  },

  read({ text }, options) {
    const { records, rejected, beside } = readJsonRecords(text, "results", "", ".");
    const written = records.map(({ where, fields }) => toWritten(fields, where));
    const results = Number(beside.text("totalResults") ?? 0);
    const complete = results <= records.length + rejected.length;
    return readVacancies(this.format, written, rejected, [], options, { complete, results });
  },
}; // prettier-ignore

function toWritten(fields: Fields, where: string): WrittenVacancy {
  const type = [fields.text("jobType"), fields.text("partTime") === "true" ? "part-time" : "", fields.text("fullTime") === "true" ? "full-time" : ""].filter(Boolean).join(", "); // prettier-ignore
  return {
    where,
    reference: fields.text("jobId"),
    title: fields.text("jobTitle"),
    employer: fields.text("employerName"),
    places: [{ text: fields.text("locationName") }],
    pay: {
      text: fields.text("salary"),
      min: fields.text("minimumSalary"),
      max: fields.text("maximumSalary"),
      unit: fields.text("salaryType"),
      currency: fields.text("currency"),
    },
    patterns: type,
    contract: fields.text("contractType"),
    posted: fields.text("date", "datePosted"),
    closes: fields.texts("expirationDate"),
    applyUrl: fields.text("externalUrl", "jobUrl", "url"),
    description: fields.text("jobDescription"),
    written: asWritten(fields),
  };
}
