/** DWP Find a job's bulk upload XML (an employer's own file; there is no feed outward). Codes as in its guide. */
import type { Reader } from "./reading.ts";
import { asWritten } from "./shape.ts";
import type { Fields } from "./tree.ts";
import { readVacancies } from "./vacancies.ts";
import { rootOf } from "./xml.ts";
import { readRecords } from "./xmlrecords.ts";
import type { WrittenPay, WrittenVacancy } from "./written.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

export const findAJob: Reader<ReadVacancy> = {
  format: "find-a-job",
  kind: "vacancies",

  recognises({ text }) {
    const start = text.slice(0, 5000);
    return /^\s*</.test(text) && rootOf(text) === "vacancies" && /vacancyRefCode/i.test(start) ? 1 : 0;
  },

  read({ text }, options) {
    const { records, rejected } = readRecords(text, ["Vacancy"]);
    const codes = new Map(records.map(({ fields }) => [codeOf(fields), fields.text("Title")]));
    const written = records.map(({ where, fields }) => toWritten(fields, where, codes));
    return readVacancies(this.format, written, rejected, [], options);
  },
};

/** Elements that hold a code alone. */
const CODED = ["VacancyType", "VacancyStatus", "VacancyCategory", "ApplyMethod"] as const;
type Codes = ReadonlyMap<string | undefined, string>;
const TYPES: Codes = new Map([["1", "permanent"], ["2", "contract, fixed term"], ["3", "temporary"], ["4", "apprenticeship"]]); // prettier-ignore
const STATUSES: Codes = new Map([["1", "full-time"], ["2", "part-time"]]); // prettier-ignore
/** Those that are known for certain: what the DfE's own export sends. */
const CATEGORIES: Codes = new Map([["14", "IT"], ["27", "Education"]]); // prettier-ignore

const codeOf = (fields: Fields) => fields.text("@vacancyRefCode")?.trim();

function toWritten(fields: Fields, where: string, codes: ReadonlyMap<string | undefined, string | undefined>): WrittenVacancy {
  const { "@id": _nameless, ...others } = asWritten(fields);
  const coded = Object.fromEntries(CODED.flatMap((name) => {
    const code = fields.text(`${name}/@id`) ?? fields.text(name);
    return code === undefined ? [] : [[name, code.trim()]];
  })) as Partial<Record<(typeof CODED)[number], string>>;
  // What is no code that is known goes on as it was written: it may be words, and else it is said that nobody understood it.
  const said = (name: (typeof CODED)[number], known: Codes) => known.get(coded[name]) ?? coded[name];
  return {
    where,
    reference: baseReference(codeOf(fields), fields.text("Title"), codes),
    title: fields.text("Title"),
    employer: fields.text("EmployerName", "Employer", "CompanyName", "Company/Name", "Company"),
    places: [
      {
        text: [fields.text("StreetAddress"), fields.text("City"), fields.text("State")].filter(Boolean).join(", "),
        postcode: fields.text("PostalCode"),
      },
    ],
    pay: pay(fields),
    hours: fields.text("Hours"),
    patterns: said("VacancyStatus", STATUSES),
    contract: said("VacancyType", TYPES),
    sector: said("VacancyCategory", CATEGORIES),
    posted: fields.text("VacancyPosted", "DatePosted"),
    closes: fields.texts("VacancyExpiry"),
    applyUrl: fields.text("ApplyUrl"),
    description: fields.text("Description"),
    written: { ...others, ...coded },
  };
} // prettier-ignore

/** A job that is posted again has the same code with "-2": so with a UUID, or where the first is there by the same title. */
function baseReference(code: string | undefined, title: string | undefined, codes: ReadonlyMap<string | undefined, string | undefined>): string | undefined {
  const [, base, long] = /^(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|.+)-\d{1,4}$/i.exec(code ?? "") ?? [];
  return base !== undefined && (long !== undefined || (title !== undefined && codes.get(base) === title)) ? base : code;
} // prettier-ignore

function pay(fields: Fields): WrittenPay {
  const [salary] = fields.parts("Salary");
  const get = (name: string) => salary?.text(name, `@${name}`) ?? fields.text(`Salary${name}`);
  return {
    text: get("Text") ?? fields.text("Salary"),
    min: get("Min"),
    max: get("Max"),
    unit: get("Frequency") ?? salary?.text("Frequency/@id"),
  };
}
