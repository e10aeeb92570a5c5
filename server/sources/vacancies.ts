/** What every reader of vacancies ends with: records understood, counted and compared. */
import { identity } from "./identity.ts";
import { remark, type ReadOptions, type Remark, type VacancyReading } from "./reading.ts";
import { understand } from "./understand.ts";
import type { WrittenVacancy } from "./written.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

/** More than any district has; what is beyond is named, not dropped in silence. */
const MOST = 20_000;

export function readVacancies(
  format: string,
  written: readonly WrittenVacancy[],
  rejectedBefore: readonly Remark[],
  warningsBefore: readonly Remark[],
  { now, employer }: ReadOptions,
  complete = true,
): VacancyReading {
  const read: ReadVacancy[] = [];
  const rejected = [...rejectedBefore];
  const warnings = [...warningsBefore];
  for (const record of written.slice(0, MOST)) {
    const understood = tryToUnderstand(
      record.employer?.trim() || !employer ? record : { ...record, employer },
      now,
    );
    if (!understood.ok) {
      rejected.push(understood.rejected);
      continue;
    }
    read.push(understood.vacancy);
    warnings.push(...understood.warnings);
  }
  if (written.length > MOST) rejected.push(remark(written[MOST]!.where, "too-many"));
  return { kind: "vacancies", format, read: markDuplicates(read), rejected, warnings, complete };
}

/** One record that trips over a mistake of ours must not cost the others. */
function tryToUnderstand(record: WrittenVacancy, now: number): ReturnType<typeof understand> {
  try {
    return understand(record, now);
  } catch {
    return { ok: false, rejected: remark(record.where, "reader-failed", null, record.title) };
  }
}

/** The same job twice in one file: both are kept, the later one is flagged. */
function markDuplicates(vacancies: readonly ReadVacancy[]): readonly ReadVacancy[] {
  const seen = new Set<string>();
  return vacancies.map((vacancy) => {
    const key = JSON.stringify([identity(vacancy), vacancy.reference]);
    if (seen.has(key)) return Object.assign({}, vacancy, { flags: [...vacancy.flags, "duplicate" as const] });
    seen.add(key);
    return vacancy;
  });
}
