/** NHS Jobs search (`/api/v1/search_xml`): ten short adverts a page, unless `limit` says more. */
import type { Reader } from "./reading.ts";
import { shapeToWritten, type Shape } from "./shape.ts";
import { readVacancies, type Rest } from "./vacancies.ts";
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

/** Where the service is, whoever saved the file: an advert's address may be written without it. */
const SERVICE = "https://www.jobs.nhs.uk/";

export const nhsJobs: Reader<ReadVacancy> = {
  format: SHAPE.format,
  kind: "vacancies",

  recognises({ text }) {
    return /^\s*</.test(text) && rootOf(text) === "nhsjobs" ? 1 : 0;
  },

  read({ text }, options) {
    const { records, rejected } = readRecords(text, SHAPE.records);
    const written = records.map(({ where, fields }) => ({
      ...shapeToWritten(fields, SHAPE, where, options.fields),
      base: SERVICE,
    }));
    return readVacancies(this.format, written, rejected, [], options, restOf(text, records.length));
  },
};

function restOf(text: string, found: number): Rest {
  const [pages = 1, results = found] = [count(text, "totalPages"), count(text, "totalResults")];
  return { complete: pages <= 1 && results <= found, pages, results };
}

function count(text: string, name: string): number | undefined {
  const digits = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?>\\s*(\\d{1,9})\\s*</`, "i").exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
