/** DfE Teaching Vacancies API (OpenAPI at /api/v1): pages of JobPosting, whose salary is free text. */
import { readJsonRecords } from "./jsonfile.ts";
import { postingToWritten } from "./jobpostingfields.ts";
import type { Reader } from "./reading.ts";
import { readVacancies } from "./vacancies.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";
import type { WrittenVacancy } from "./written.ts";

export const teachingVacancies: Reader<ReadVacancy> = {
  format: "teaching-vacancies",
  kind: "vacancies",

  recognises({ text }) {
    const start = text.slice(0, 3000).trimStart();
    if (!start.startsWith("{")) return 0;
    if (/GOV UK - Teaching Vacancies/i.test(start)) return 1;
    // One job's own page of the API.
    if (
      /^\{\s*"@context"[^{}]{0,300}"JobPosting"/.test(start) &&
      /teaching-vacancies\.service\.gov\.uk/.test(text)
    )
      return 0.95;
    return /"data"\s*:\s*\[/.test(start) && /JobPosting|"openapi"/.test(start) ? 0.95 : 0;
  },

  read({ text }, options) {
    const { records, rejected, beside } = readJsonRecords(text, "data", ".");
    const written = records.map(({ where, value }): WrittenVacancy => {
      const posting = postingToWritten(value, { where, base: null, language: "en", resolve: (part) => part });
      return {
        ...posting,
        reference: slugOf(posting.applyUrl) ?? posting.reference,
        // It has no code for a fixed term, and writes this one for it.
        contract: posting.contract?.replace(/\bTEMPORARY\b/g, "fixed term"),
      };
    });
    // Nothing comes after the last page, though pages came before it.
    const next = beside.text("links/next");
    return readVacancies(this.format, written, rejected, [], options, { complete: next === undefined, next });
  },
};

/** The last part of a job's address names it for good; the posting itself has no reference. */
function slugOf(url: string | undefined): string | undefined {
  return /\/jobs\/([^/?#]+)/.exec(url ?? "")?.[1];
}
