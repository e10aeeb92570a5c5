/** Job boards and agencies in XML: each a shape of names, and one for all that are not known by name. */
import { remark, type Reader, type SourceFile } from "./reading.ts";
import { DFE, namesIn, shapeToWritten, type Shape } from "./shape.ts";
import { readVacancies } from "./vacancies.ts";
import { readRecords } from "./xmlrecords.ts";
import { rootOf } from "./xml.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

interface Board extends Shape {
  /** How sure it is, of a file's beginning and its outermost element. */
  likely(start: string, root: string | null): number;
}

const has =
  (...words: readonly string[]) =>
  (start: string) =>
    words.every((word) => start.includes(word));
const startsDfe = has("<jobAdvert", "<jobTitle");

const BOARDS: readonly Board[] = [
  {
    format: "broadbean",
    records: ["item"],
    fields: DFE,
    likely: (start, root) => (startsDfe(start) ? (root === "items" ? 0.95 : 0.85) : 0),
  },
  {
    format: "vacancyposter",
    records: ["item"],
    fields: DFE,
    likely: (start, root) =>
      startsDfe(start) && (root === "channel" || /vacancyposter|vpmain|vprs/i.test(start)) ? 0.97 : 0,
  },
  {
    format: "ventrus",
    records: ["item"],
    fields: {
      reference: ["Vacancy_ID", "VacancyID"],
      title: ["Vacancy_title", "vTitle"],
      description: ["Advert_text"],
      closes: ["Expiry_date"],
      pay: ["Salary"],
      location: ["Job_Location"],
      contract: ["Contract_Type", "vContractType"],
      applyUrl: ["link"],
      posted: ["updated"],
    },
    likely: (start) => (/<Vacancy_?title>|<vTitle>/i.test(start) && /<Advert_text/i.test(start) ? 0.97 : 0),
  },
  {
    format: "oleeo",
    records: ["vacancy", "opportunity", "item"],
    fields: {
      reference: ["reference", "vacancy_reference", "id", "@id"],
      title: ["title", "vacancy_title", "job_title"],
      closes: ["closing_date", "closes", "expires"],
      posted: ["opening_date", "live_date", "posted"],
      applyUrl: ["apply_url", "url", "link"],
    },
    likely: (start) => (/\btal\.net\b|oleeo|wcn\.co\.uk/i.test(start) ? 0.9 : 0),
  },
  {
    format: "indeed",
    records: ["job"],
    fields: {
      reference: ["referencenumber", "requisitionid"],
      title: ["title"],
      employer: ["company", "sourcename"],
      posted: ["date"],
      closes: ["expirationdate"],
      pay: ["salary"],
      address: ["streetaddress"],
      town: ["city"],
      applyUrl: ["url"],
    },
    likely: (start, root) => (root === "source" && /<job[\s>]/i.test(start) ? 0.95 : 0),
  },
  {
    format: "careerjet",
    records: ["job"],
    fields: {
      reference: ["id", "reference", "ref"],
      title: ["title"],
      employer: ["company", "company_name"],
      location: ["location", "locations"],
      posted: ["date", "posted"],
      closes: ["expiry_date", "expires"],
      contract: ["contract_type", "contracttype"],
      patterns: ["contract_period", "work_hours", "working_hours", "contractperiod"],
    },
    likely: (start, root) =>
      /careerjet/i.test(start) ||
      (root === "jobs" && /<contract_?(?:type|period)|<work_?hours/i.test(start) && /<company/i.test(start))
        ? 0.9
        : 0,
  },
  {
    format: "carehome",
    records: ["job", "vacancy"],
    fields: {
      reference: ["jobref", "job_ref", "reference", "jobid"],
      employer: ["homename", "home_name", "carehome", "care_home", "group", "groupname", "company"],
      closes: ["closingdate", "closing_date", "expirydate"],
    },
    likely: (start) => (/carehome|<home_?name|<care_?home/i.test(start) ? 0.92 : 0),
  },
  {
    format: "job-xml",
    records: ["job", "vacancy", "jobposting", "position", "advert", "listing", "opportunity", "item", "entry", "post", "record", "row"],
    fields: {},
    likely: (start, root) =>
      root === null || /^(?:rss|feed|rdf|html|svg|urlset|opml)$/.test(root)
        ? 0
        : /<(?:\w+:)?(?:job|vacancy|jobposting|position|advert|listing|opportunity)[\s>]/i.test(start)
          ? 0.7
          : /<(?:\w+:)?\w*title[\s>]/i.test(start) ? 0.3 : 0.05,
  },
]; // prettier-ignore

const START = 20_000;

export const jobBoards: readonly Reader<ReadVacancy>[] = BOARDS.map((board) => ({
  format: board.format,
  kind: "vacancies" as const,

  recognises({ text }: SourceFile): number {
    return /^\s*</.test(text) ? board.likely(text.slice(0, START), rootOf(text)) : 0;
  },

  read({ text }, options) {
    const names = options.record ? [options.record] : board.records;
    const { records, rejected } = readRecords(text, names);
    const written = records.map(({ where, fields }) => shapeToWritten(fields, board, where, options.fields));
    const none =
      records.length + rejected.length === 0
        ? [remark("file", rootOf(text) === "html" ? "web-page" : "no-records")]
        : [];
    const headers = namesIn(
      records.map(({ fields }) => fields),
      board,
      options.fields,
    );
    return { ...readVacancies(board.format, written, [...rejected, ...none], [], options), headers };
  },
}));
