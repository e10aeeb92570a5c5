/** One JobPosting's properties as the fields of a vacancy. Names and shapes: schema.org/JobPosting, and what sites make of them. */
import type { Item } from "./jsonld.ts";
import { identifier, isItem, list, own, readPlace, text, texts } from "./schemavalues.ts";
import { readSector } from "./sector.ts";
import type { WrittenPay, WrittenVacancy } from "./written.ts";

export interface PostingContext {
  readonly where: string;
  /** The page's own address and language. */
  readonly base: string | null;
  readonly language: string | undefined;
  resolve(value: unknown): unknown;
}

export function postingToWritten(posting: Item, context: PostingContext): WrittenVacancy {
  const get = (name: string) => (Object.hasOwn(posting, name) ? context.resolve(posting[name]) : undefined);
  const types = texts(get("employmentType"))
    .map((type) => type.replace(/^https?:\/\/schema\.org\//i, ""))
    .join(", ");
  const kinds = [get("industry"), get("occupationalCategory")].flatMap(texts);
  return {
    where: context.where,
    reference: identifier(get("identifier")),
    title: text(get("title")) ?? text(get("name")),
    employer: text(get("hiringOrganization")),
    places: list(get("jobLocation")).flatMap((place) => readPlace(context.resolve(place), context)),
    remote: texts(get("jobLocationType")).some((type) => /telecommute|remote/i.test(type)),
    pay: readPay(get, context),
    hours: text(get("workHours")),
    patterns: types,
    contract: types,
    sector: kinds.find((kind) => readSector(kind) !== null),
    posted: text(get("datePosted")),
    closes: texts(get("validThrough")),
    applyUrl:
      text(get("url")) ?? text(posting["@id"])?.match(/^https?:\/\/.+/)?.[0] ?? context.base ?? undefined,
    base: context.base,
    description: description(get),
    language: text(get("inLanguage")),
    languageAround: context.language,
    written: asWritten(posting),
  };
}

type Get = (name: string) => unknown;

function description(get: Get): string | undefined {
  const parts = ["description", "responsibilities", "qualifications", "skills"].flatMap((name) =>
    texts(get(name)).slice(0, 1),
  );
  // Most sites repeat in these what the description says already.
  return text(get("description")) ?? (parts.join("\n\n") || undefined);
}

/** A `MonetaryAmount` as specified, or a number, a text, its figures a level too high, or a site's own guess. */
function readPay(get: Get, context: PostingContext): WrittenPay {
  const stated = get("baseSalary") ?? get("salary");
  const amount = list(stated ?? get("estimatedSalary"))[0];
  const predicted = stated === undefined && amount !== undefined;
  const currency = text(get("salaryCurrency"));
  if (!isItem(amount)) return { ...figures(text(amount)), currency, predicted };
  const value = context.resolve(list(own(amount, "value"))[0]);
  const inner = isItem(value) ? value : {};
  const pick = (name: string) => text(own(inner, name)) ?? text(own(amount, name));
  const first = (...names: readonly string[]) => names.map(pick).find((found) => found !== undefined);
  // A price's names are used for a wage as well.
  const [min, max] = [
    first("minValue", "minPrice", "percentile10"),
    first("maxValue", "maxPrice", "percentile90"),
  ];
  const single = isItem(value)
    ? (text(own(value, "value")) ?? text(own(value, "median")) ?? text(value))
    : text(value);
  return {
    ...(min || max ? { min, max } : figures(single ?? first("median", "price"))),
    unit: first("unitText", "unitCode", "duration"),
    currency: first("currency", "priceCurrency") ?? currency,
    predicted,
  };
}

function figures(single: string | undefined): WrittenPay {
  if (single === undefined) return {};
  const isNumber = /^\s*\d[\d,]*(?:\.\d+)?\s*$/.test(single);
  return isNumber ? { min: single.trim(), max: single.trim() } : { text: single };
}

function asWritten(posting: Item): Readonly<Record<string, string>> {
  const entries = Object.entries(posting).filter(
    ([name, value]) => !name.startsWith("@") && name !== "description" && value !== null,
  );
  return Object.fromEntries(
    entries.slice(0, 60).map(([name, value]) => [name.slice(0, 80), asText(value).slice(0, 500)]),
  );
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
