/** `signpost showing`: whether an item in a file shows at given instants, by the rule of the screens. */
import { z } from "zod";
import { done, refused, type Result } from "#shared/result.ts";
import { daySchema, stateSchema, termSchema, windowSchema } from "#shared/schema.ts";
import { because, type Because } from "#shared/showing.ts";

export interface Showing {
  /** The instant as it was given. */
  readonly at: string;
  readonly showing: boolean;
  readonly because: Because;
}

const ZONE = "Europe/London";
/** Seconds may be left out, as ISO 8601 has it; the offset may not, for then it is no instant. */
const instantSchema = z
  .string()
  .transform((written) => written.toUpperCase().replace(/(T\d\d:\d\d)(?=Z|[+-])/, "$1:00"))
  .pipe(z.iso.datetime({ offset: true }));

/** What is left out or `null` binds nothing. For whom the item is meant is not asked here. */
const fileSchema = z.object({
  state: stateSchema.nullish().transform((state) => state ?? "published"),
  from: instantSchema.nullish().transform((from) => from ?? null),
  until: instantSchema.nullish().transform((until) => until ?? null),
  pattern: z
    .array(windowSchema)
    .nullish()
    .transform((pattern) => pattern ?? []),
  exceptDates: z
    .array(daySchema)
    .nullish()
    .transform((days) => days ?? []),
  termTimeOnly: z
    .boolean()
    .nullish()
    .transform((only) => only ?? false),
  zone: z
    .string()
    .nullish()
    .transform((zone) => zone ?? ZONE),
  terms: z
    .array(termSchema)
    .nullish()
    .transform((terms) => terms ?? []),
});

/**
 * Says for each instant (ISO 8601 with any offset), in the order asked, whether the item shows and why.
 * Refuses with `not-json`, `bad-item` (`{fields: {where, reason}[]}`), `unknown-zone` (`{zone}`) and
 * `bad-instant` (`{instants}`: those that are none).
 */
export function showing(fileText: string, instants: readonly string[]): Result<readonly Showing[]> {
  const read = readItem(fileText);
  if (!read.ok) return read;
  const bad = instants.filter((at) => !instantSchema.safeParse(at).success);
  if (bad.length > 0) return refused("bad-instant", { instants: bad });
  const { terms, ...item } = read.value;
  return done(
    instants.map((at) => {
      const reason = because(item, { centre: null, terms }, Date.parse(instantSchema.parse(at)));
      return { at, showing: reason === "showing", because: reason };
    }),
  );
}

function readItem(fileText: string): Result<z.output<typeof fileSchema>> {
  const json = parse(fileText);
  if (!json.ok) return json;
  const read = fileSchema.safeParse(json.value);
  if (!read.success) return refused("bad-item", { fields: read.error.issues.map(whereAndWhy) });
  return read.data.zone === ZONE ? done(read.data) : refused("unknown-zone", { zone: read.data.zone });
}

function parse(text: string): Result<unknown> {
  try {
    return done(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return refused("not-json");
  }
}

function whereAndWhy(issue: z.core.$ZodIssue) {
  return { where: issue.path.join("."), reason: issue.code };
}
