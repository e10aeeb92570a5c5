/** What schema.org's properties hold: text, or items that hold it, one or several, in all the ways of the web. */
import type { Item } from "./jsonld.ts";
import type { WrittenPlace } from "./place.ts";

/** Follows `{"@id": …}` to the item that it names. */
export interface Resolving {
  resolve(value: unknown): unknown;
}

export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
export const isItem = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const own = (item: Item, name: string): unknown =>
  Object.hasOwn(item, name) ? item[name] : undefined;

/** The first thing said, as text: of an item its value or name. `null`, flags and empty text say nothing. */
export function text(value: unknown, depth = 0): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === "string") return /^(?:null|undefined)?$/i.test(value.trim()) ? undefined : value;
  if (depth > 4) return undefined;
  if (Array.isArray(value)) {
    for (const part of value) {
      const found = text(part, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return isItem(value)
    ? (text(own(value, "@value"), depth + 1) ?? text(own(value, "name"), depth + 1))
    : undefined;
}

/** The language that the first text said is marked with, as JSON-LD does it. */
export function languageSaid(value: unknown): string | undefined {
  const [first] = list(value);
  return isItem(first) ? text(own(first, "@language")) : undefined;
}

/** Of texts in several languages the one in this. */
export function textIn(value: unknown, language: string | undefined): string | undefined {
  const same = language && list(value).find((part) => isItem(part) && own(part, "@language") === language);
  return text(same || value);
}

export function texts(value: unknown): readonly string[] {
  return list(value)
    .map((part) => text(part))
    .filter((part) => part !== undefined);
}

export function identifier(value: unknown): string | undefined {
  const [first] = list(value);
  return isItem(first) ? (text(own(first, "value")) ?? text(own(first, "@id"))) : text(first);
}

export function readPlace(place: unknown, context: Resolving): readonly WrittenPlace[] {
  if (!isItem(place)) return texts(place).map((written) => ({ text: written }));
  const geo = context.resolve(own(place, "geo"));
  const point = isItem(geo) ? { lat: text(own(geo, "latitude")), lon: text(own(geo, "longitude")) } : {};
  const addresses = list(own(place, "address") ?? own(place, "streetAddress"));
  if (addresses.length === 0) return [{ text: text(own(place, "name")), ...point }];
  return addresses.map((address) => Object.assign(readAddress(context.resolve(address)), point));
}

function readAddress(address: unknown): WrittenPlace {
  if (!isItem(address)) return { text: text(address) };
  const parts = ["streetAddress", "addressLocality", "addressRegion"].map((name) =>
    text(own(address, name))?.trim(),
  );
  const named = parts.some(Boolean) ? parts : [text(own(address, "name"))];
  const postcode = text(own(address, "postalCode"));
  return { text: [...new Set(named.filter(Boolean))].join(", "), postcode };
}
