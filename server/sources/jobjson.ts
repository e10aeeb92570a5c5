/** A list of jobs in JSON: schools' recruitment systems (Fusion and its like), and any other whose names can be told. */
import { isObject, readJsonRecords } from "./jsonfile.ts";
import { parseLooseJson } from "./jsonrepair.ts";
import type { Reader, SourceFile } from "./reading.ts";
import { DFE, namesIn, shapeToWritten, type Shape } from "./shape.ts";
import { readVacancies } from "./vacancies.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const FUSION: Shape = {
  format: "fusion",
  records: ["", "result", "data/jobs", "jobs"],
  fields: DFE,
};
const ANY: Shape = { format: "job-json", records: [], fields: {} };

export const fusion = readerOf(FUSION, (start) =>
  /"jobTitle"/.test(start) && /"(?:jobAdvert|advertUrl|schoolUrns)"/.test(start) ? 0.96 : 0,
);

export const jobJson = readerOf(ANY, (start) =>
  // A page of GOV.UK has a title and a publisher too.
  /"@type"|"schema_name"|"publishing_app"|"base_path"/.test(start)
    ? 0
    : /"(?:job_?title|vacancy_?title|title|position)"/i.test(start) &&
        /"(?:employer|company|organi[sz]ation|salary|closing|job|vacanc|apply)\w*"/i.test(start)
      ? 0.5
      : 0,
);

function readerOf(shape: Shape, likely: (start: string) => number): Reader<ReadVacancy> {
  return {
    format: shape.format,
    kind: "vacancies",
    recognises({ text }: SourceFile): number {
      const start = text.slice(0, 8000).trimStart();
      return /^[{[]/.test(start) ? likely(start) : 0;
    },
    read({ text }, options) {
      const lists = options.record ? [options.record] : shape.records.length > 0 ? shape.records : listsIn(text);
      const { records, rejected, beside } = readJsonRecords(text, ...lists);
      const written = records.map(({ where, fields }) => shapeToWritten(fields, shape, where, options.fields));
      const total = Number(beside.text("totalJobCount", "totalResults", "totalCount", "total", "count") ?? 0);
      const next = beside.text("links/next", "next", "nextPage");
      const complete = next === undefined && !(total > records.length + rejected.length);
      const headers = namesIn(records.map(({ fields }) => fields), shape, options.fields);
      return { ...readVacancies(shape.format, written, rejected, [], options, { complete, next }), headers };
    },
  };
} // prettier-ignore

/** Every list of objects within three steps, the longest first. */
function listsIn(text: string): readonly string[] {
  const found: { readonly path: string; readonly length: number }[] = [];
  const look = (value: unknown, path: string, depth: number): void => {
    if (Array.isArray(value)) {
      if (value.some(isObject)) found.push({ path, length: value.length });
    } else if (isObject(value) && depth < 3)
      for (const [key, part] of Object.entries(value)) look(part, path ? `${path}/${key}` : key, depth + 1);
  };
  look(parseLooseJson(text), "", 0);
  // A file without a list is one job.
  return [...found.toSorted((a, b) => b.length - a.length).map(({ path }) => path), "."];
}
