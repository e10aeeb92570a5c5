/** schema.org JobPosting: a JSON-LD file, or a saved page that holds postings in whatever way. */
import { postingToWritten } from "./jobpostingfields.ts";
import { findSchemaItems, type Types } from "./schemaitems.ts";
import { remark, type Reader, type SourceFile } from "./reading.ts";
import { readVacancies } from "./vacancies.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

const POSTINGS: Types = { types: new Set(["JobPosting"]), names: /JobPosting/ };

export const jobposting: Reader<ReadVacancy> = {
  format: "jobposting",
  kind: "vacancies",

  recognises({ name, text }: SourceFile): number {
    const start = text.slice(0, 2000).trimStart();
    const says = text.includes("JobPosting");
    if (/^[{[]/.test(start))
      return says ? 0.9 : /schema\.org/.test(start) || /\.jsonld$/i.test(name) ? 0.3 : 0;
    if (!start.startsWith("<")) return 0;
    if (says && !/^<(?:\?xml[^>]*\?>\s*<)?(?:rss|feed)\b/i.test(start)) return 0.9;
    return /<(?:!doctype html|html|head|body)\b/i.test(start) ? 0.2 : 0;
  },

  read({ text }, options) {
    const { graph, context, rejected, warnings } = findSchemaItems(text, POSTINGS);
    const written = graph.items.map((item, index) =>
      postingToWritten(item, { ...context, where: `item ${index + 1}`, resolve: graph.resolve }),
    );
    const none = written.length === 0 && rejected.length === 0 ? [remark("file", "no-postings")] : [];
    const deep = graph.tooDeep ? [remark("file", "too-deep")] : [];
    return readVacancies(jobposting.format, written, rejected, [...warnings, ...none, ...deep], options);
  },
};
