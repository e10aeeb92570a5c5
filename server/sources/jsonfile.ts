/** A JSON file as its records; one that is broken off still gives those that are whole. */
import { parseLooseJson } from "./jsonrepair.ts";
import { remark, type Remark } from "./reading.ts";
import { fieldsOf, treeOfJson, type Fields } from "./tree.ts";

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export interface JsonRecord {
  readonly where: string;
  readonly value: Json;
  readonly fields: Fields;
}

export interface JsonRecords {
  readonly records: readonly JsonRecord[];
  readonly rejected: readonly Remark[];
  /** What stands beside the list: how many pages there are, and where the next is. */
  readonly beside: Fields;
}

/** The values of the list that `path` names (`data/jobs`; empty: the file itself is the list). */
export function readJsonRecords(text: string, ...paths: readonly string[]): JsonRecords {
  if (/^\s*</.test(text)) return { records: [], rejected: [remark("file", "web-page")], beside: nothing };
  const value = parseLooseJson(text);
  if (value === undefined) return salvage(text);
  const list = paths.map((path) => listAt(value, path)).find((found) => found !== null);
  if (!list) return { records: [], rejected: [remark("file", "no-records")], beside: nothing };
  return { ...toRecords(list), beside: fieldsOf(treeOfJson(without(value, list))) };
}

const nothing = fieldsOf({ name: "", text: null, children: [] });

function at(value: unknown, path: string): unknown {
  const steps = path.split("/").filter(Boolean);
  return steps.reduce<unknown>((part, step) => (isObject(part) && Object.hasOwn(part, step) ? part[step] : undefined), value); // prettier-ignore
}

/** One job alone is written without a list by some programs, and a list by others with its numbers as names. */
function listAt(value: unknown, path: string): readonly unknown[] | null {
  const found = path === "." ? [value].filter(isObject) : at(value, path);
  if (Array.isArray(found)) return found;
  if (!isObject(found) || path === "") return null;
  const parts = Object.entries(found);
  if (parts.length > 0 && parts.every(([name, part]) => /^\d+$/.test(name) && isObject(part))) return Object.values(found);
  const [inner] = Object.values(found);
  if (parts.length === 1 && Array.isArray(inner)) return inner;
  if (parts.length === 1 && isObject(inner)) return [inner];
  return parts.some(([, part]) => typeof part === "string") ? [found] : null;
} // prettier-ignore

function without(value: unknown, list: unknown): unknown {
  if (!isObject(value)) return {};
  const entries = Object.entries(value).filter(([, part]) => part !== list);
  return Object.fromEntries(entries.map(([key, part]) => [key, isObject(part) ? without(part, list) : part]));
}

function toRecords(list: readonly unknown[]): Pick<JsonRecords, "records" | "rejected"> {
  const records: JsonRecord[] = [];
  const rejected: Remark[] = [];
  for (const [index, value] of list.entries()) {
    const where = `item ${index + 1}`;
    if (isObject(value)) records.push({ where, value, fields: fieldsOf(treeOfJson(value)) });
    else rejected.push(remark(where, "unreadable-record", null, JSON.stringify(value) ?? ""));
  }
  return { records, rejected };
}

/** Objects of the outermost list, cut by their brackets: the last is where the file breaks off. */
function salvage(text: string): JsonRecords {
  const start = text.indexOf("[");
  const parts = start < 0 ? [] : cutObjects(text, start + 1);
  if (parts.length === 0) return { records: [], rejected: [remark("file", "unreadable-block", null, text)], beside: nothing }; // prettier-ignore
  const values = parts.map(parseLooseJson);
  const { records, rejected } = toRecords(values.map((value) => value ?? null));
  const remarks = rejected.map(({ where }) => remark(where, "unreadable-record", null, parts[Number(where.slice(5)) - 1])); // prettier-ignore
  return { records, rejected: remarks, beside: nothing };
}

function cutObjects(text: string, from: number): readonly string[] {
  const parts: string[] = [];
  let [depth, begin, quoted] = [0, from, false];
  for (let index = from; index < text.length; index++) {
    const sign = text[index];
    if (sign === "\\" && quoted) index++;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === "{" && depth++ === 0) begin = index;
    else if (sign === "}" && depth > 0 && --depth === 0) parts.push(text.slice(begin, index + 1));
    else if (sign === "]" && depth === 0) return parts;
  }
  if (depth > 0) parts.push(text.slice(begin));
  return parts;
}
