/** What every reader of vacancies ends with: records understood, counted and compared. */
import { createHash } from "node:crypto";
import { identity } from "./identity.ts";
import { remark, type More, type ReadOptions, type Remark, type VacancyReading } from "./reading.ts";
import type { FindPoint } from "./postcodes.ts";
import { understand } from "./understand.ts";
import type { WrittenVacancy } from "./written.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

/** More than any district has; what is beyond is named, not dropped in silence. */
const MOST = 20_000;

export interface Rest extends More {
  readonly complete?: boolean;
}

export function readVacancies(
  format: string,
  written: readonly WrittenVacancy[],
  rejectedBefore: readonly Remark[],
  warningsBefore: readonly Remark[],
  { now, employer, known, postcodes }: ReadOptions,
  { complete = true, ...more }: Rest = {},
): VacancyReading {
  const read: ReadVacancy[] = [];
  const [prints, same]: [string[], string[]] = [[], []];
  const rejected = [...rejectedBefore];
  const warnings = [...warningsBefore];
  for (const record of written.slice(0, MOST)) {
    const whole = record.employer?.trim() || !employer ? record : { ...record, employer };
    const print = known ? fingerprint(whole) : "";
    if (known?.has(print)) {
      same.push(print);
      continue;
    }
    const understood = tryToUnderstand(whole, now, postcodes);
    if (!understood.ok) {
      rejected.push(understood.rejected);
      continue;
    }
    read.push(understood.vacancy);
    if (known) prints.push(print);
    warnings.push(...understood.warnings);
  }
  if (written.length > MOST) rejected.push(remark(written[MOST]!.where, "too-many"));
  return {
    kind: "vacancies",
    format,
    read: markDuplicates(read),
    rejected,
    warnings,
    complete,
    more,
    prints,
    same,
  };
}

/** To be raised when the rules of understanding change: then every record is understood anew, once. */
const RULES = 3;

/** Of the source's own words. Its place in the file is none of them. */
function fingerprint(record: WrittenVacancy): string {
  return createHash("sha256")
    .update(`${RULES}${JSON.stringify({ ...record, where: "" })}`)
    .digest("base64url")
    .slice(0, 16);
}

/** One record that trips over a mistake of ours must not cost the others. */
function tryToUnderstand(
  record: WrittenVacancy,
  now: number,
  postcodes?: FindPoint,
): ReturnType<typeof understand> {
  try {
    return understand(record, now, postcodes);
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
