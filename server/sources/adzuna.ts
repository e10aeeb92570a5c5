/** Adzuna's search API: a meta-search, whose pay is often its own guess (`salary_is_predicted`). */
import { readJsonRecords } from "./jsonfile.ts";
import type { Reader } from "./reading.ts";
import { asWritten } from "./shape.ts";
import type { Fields } from "./tree.ts";
import { readVacancies } from "./vacancies.ts";
import type { WrittenVacancy } from "./written.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

export const adzuna: Reader<ReadVacancy> = {
  format: "adzuna",
  kind: "vacancies",

  recognises({ text }) {
    const start = text.slice(0, 8000).trimStart();
    if (!start.startsWith("{")) return 0;
    return /Adzuna::API|"salary_is_predicted"|adzuna\.co/i.test(start) ? 0.95 : 0;
  },

  read({ text }, options) {
    const { records, rejected, beside } = readJsonRecords(text, "results");
    const written = records.map(({ where, fields }) => toWritten(fields, where));
    const results = Number(beside.text("count") ?? 0);
    const complete = results <= records.length + rejected.length;
    return readVacancies(this.format, written, rejected, [], options, { complete, results });
  },
};

function toWritten(fields: Fields, where: string): WrittenVacancy {
  const predicted = /^(?:1|true)$/i.test(fields.text("salary_is_predicted") ?? "");
  // A year's by its documentation; what is too little for that is as the advertiser typed it.
  const [min, max] = [fields.text("salary_min"), fields.text("salary_max")];
  return {
    where,
    reference: fields.text("id"),
    title: fields.text("title"),
    employer: fields.text("company/display_name"),
    places: [
      {
        text: fields.text("location/display_name") ?? [...fields.texts("location/area")].toReversed().join(", "),
        lat: fields.text("latitude"),
        lon: fields.text("longitude"),
      },
    ],
    pay: { min, max, unit: Number(max ?? min) >= 1_000 ? "year" : undefined, currency: "GBP", predicted },
    patterns: fields.text("contract_time")?.replaceAll("_", "-"),
    // Its "contract" is one of a fixed length.
    contract: fields.text("contract_type")?.replace(/^contract$/i, "fixed term"),
    sector: fields.text("category/label"),
    posted: fields.text("created"),
    applyUrl: fields.text("redirect_url"),
    description: fields.text("description"),
    written: asWritten(fields),
  };
} // prettier-ignore
