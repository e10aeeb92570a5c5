/** Reads a file of any supported form. */
import { decodeText } from "./decode.ts";
import { isZip } from "./zip.ts";
import { READERS } from "./readers.ts";
import {
  remark,
  type Reader,
  type Reading,
  type ReadOptions,
  type RemarkCode,
  type SourceFile,
  type SourceKind,
} from "./reading.ts";

export interface FileOptions extends ReadOptions {
  readonly kind?: SourceKind;
  readonly format?: string;
}

/** A district's list is a hundred times smaller; a file beyond it would hold the hub up while it is read. Its words say so. */
const LARGEST = 20 * 1024 * 1024;

/** The same for any file, also a workbook, which takes its time to unpack. */
export async function readAnyFile(name: string, bytes: Uint8Array, options: FileOptions): Promise<Reading> {
  if (!isZip(bytes)) return readFile(name, bytes, options);
  if (bytes.length > LARGEST) return refuse("too-large", options);
  const { workbookAsCsv } = await import("./excel.ts");
  const text = await workbookAsCsv(bytes);
  if (!text.ok) return refuse(text.refusal.code === "too-large" ? "too-large" : "not-a-workbook", options);
  const { format, ...rest } = options;
  const reading = readFile(
    `${name}.csv`,
    new TextEncoder().encode(text.value),
    format === "excel" ? rest : options,
  );
  return { ...reading, format: reading.format === "csv" ? "excel" : reading.format };
}

/**
 * Guesses kind and format where they are not given. Never throws for bad input and never fetches anything:
 * what cannot be read is named in `rejected`.
 */
export function readFile(name: string, bytes: Uint8Array, options: FileOptions): Reading {
  if (bytes.length > LARGEST) return refuse("too-large", options);
  const file = { name, bytes, text: decodeText(bytes) };
  if (!file.text.trim()) return refuse("empty", options);
  const reader = chooseReader(file, options);
  if (!reader) return refuse("unknown-format", options);
  try {
    return reader.read(file, options);
  } catch (error) {
    // Deep nesting overflows the stack of some parser; anything else is a mistake of ours, and named all the same.
    return refuse(error instanceof RangeError ? "too-deep" : "reader-failed", options, reader);
  }
}

function chooseReader(file: SourceFile, { kind, format }: FileOptions): Reader | null {
  const able = READERS.filter(
    (reader) => (!kind || reader.kind === kind) && (!format || reader.format === format),
  );
  if (format) return able[0] ?? null;
  const scored = able
    .map((reader) => ({ reader, score: confidence(reader, file) }))
    .filter(({ score }) => score > 0);
  return scored.toSorted((a, b) => b.score - a.score)[0]?.reader ?? null;
}

function confidence(reader: Reader, file: SourceFile): number {
  try {
    return reader.recognises(file);
  } catch {
    return 0;
  }
}

function refuse(code: RemarkCode, { kind, format }: FileOptions, reader?: Reader): Reading {
  return {
    kind: reader?.kind ?? kind ?? "vacancies",
    format: reader?.format ?? format ?? "unknown",
    read: [],
    rejected: [remark("file", code)],
    warnings: [],
    complete: true,
  };
}
