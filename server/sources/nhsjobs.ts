/** NHS Jobs search (`/api/v1/search_xml`): ten short adverts a page, unless `limit` says more. */
import type { Reader } from "./reading.ts";
import { shapeToWritten, type Shape } from "./shape.ts";
import { readVacancies } from "./vacancies.ts";
import { rootOf } from "./xml.ts";
import { readRecords } from "./xmlrecords.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const SHAPE: Shape = {
  format: "nhs-jobs",
  records: ["vacancyDetails"],
  fields: {
    reference: ["reference", "id"],
    contract: ["type"],
    closes: ["closeDate"],
    posted: ["postDate"],
    applyUrl: ["url"],
    location: ["locations/location"],
  },
};

export const nhsJobs: Reader<ReadVacancy> = {
  format: SHAPE.format,
  kind: "vacancies",

  recognises({ text }) {
    return /^\s*</.test(text) && rootOf(text) === "nhsjobs" ? 1 : 0;
  },

  read({ text }, options) {
    const { records, rejected } = readRecords(text, SHAPE.records);
    const written = records.map(({ where, fields }) => shapeToWritten(fields, SHAPE, where, options.fields));
    return readVacancies(this.format, written, rejected, [], options, isAll(text, records.length));
  },
};

function isAll(text: string, found: number): boolean {
  const [pages, results] = [count(text, "totalPages"), count(text, "totalResults")];
  return (pages ?? 1) <= 1 && (results ?? found) <= found;
}

function count(text: string, name: string): number | null {
  const digits = new RegExp(`<${name}>\\s*(\\d{1,9})\\s*</`, "i").exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
