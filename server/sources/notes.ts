/** What is noted while one record is understood. */
import { remark, type Remark, type RemarkCode } from "./reading.ts";
import type { Origin, ReadFlag } from "#shared/vacancies/read.ts";

export interface Notes {
  readonly warnings: readonly Remark[];
  readonly flags: readonly ReadFlag[];
  readonly origin: Readonly<Record<string, Origin>>;
  warn(code: RemarkCode, field: string, written?: string): void;
  flag(flag: ReadFlag): void;
  /** How the field's value came about; what stays `null` needs no origin. */
  from(field: string, origin: Origin): void;
}

export function takeNotes(where: string): Notes {
  const warnings: Remark[] = [];
  const flags = new Set<ReadFlag>();
  const origin: Record<string, Origin> = {};
  return {
    warnings,
    origin,
    get flags() {
      return [...flags];
    },
    warn: (code, field, written) => warnings.push(remark(where, code, field, written)),
    flag: (flag) => flags.add(flag),
    from: (field, how) => (origin[field] = how),
  };
}
