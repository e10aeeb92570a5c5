/** A file of records, each checked by itself, so that a mistake is named where it stands. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";

/**
 * Reads a JSON array, checks each record with `schema` and makes something of it.
 * Throws with the file's name, the record's `id` or `slug` (else its number) and what is wrong there.
 */
export async function recordsIn<Form, Made>(
  path: string,
  schema: z.ZodType<Form>,
  make: (form: Form) => Made | Promise<Made>,
): Promise<Made[]> {
  const records = z.array(z.unknown()).parse(JSON.parse(await readFile(path, "utf8")));
  return Promise.all(
    records.map(async (record, index) => {
      try {
        return await make(schema.parse(record));
      } catch (problem) {
        const reason = problem instanceof z.ZodError ? z.prettifyError(problem) : String(problem);
        throw new Error(`${basename(path)}, ${nameOf(record, index)}: ${reason}`, { cause: problem });
      }
    }),
  );
}

function nameOf(record: unknown, index: number): string {
  const { id, slug } = z.object({ id: z.string(), slug: z.string() }).partial().catch({}).parse(record);
  return id ?? slug ?? `record ${index + 1}`;
}
