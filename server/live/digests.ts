/** Fingerprints of what each centre's screens should hold, kept until something changes there. */
import { digestMarks, type Mark } from "#shared/programme.ts";
import type { Reading } from "#server/db/open.ts";
import { EVERYWHERE, marksOf } from "#server/items/entries.ts";

export interface Fingerprint {
  /** The number of the last change to this centre's entries. */
  readonly version: number;
  readonly digest: string;
}

export interface Digests {
  /** As of `now`, epoch ms. */
  of(centre: string, now: number): Promise<Fingerprint>;
  /** Something changed at these centres. */
  forget(centres: Iterable<string>): void;
}

interface Kept {
  readonly version: number;
  readonly marks: readonly Mark[];
}

export function openDigests(db: Reading): Digests {
  const kept = new Map<string, Promise<Kept>>();

  async function read(centre: string): Promise<Kept> {
    const marks = await marksOf(db, centre);
    return { version: marks.version, marks: marks.alive };
  }

  return {
    async of(centre, now) {
      const reading = kept.get(centre) ?? read(centre);
      kept.set(centre, reading);
      try {
        const { version, marks } = await reading;
        return { version, digest: digestMarks(marks, now) };
      } catch (error) {
        kept.delete(centre);
        throw error;
      }
    },
    forget(centres) {
      for (const centre of centres) {
        if (centre === EVERYWHERE) kept.clear();
        else kept.delete(centre);
      }
    },
  };
}
