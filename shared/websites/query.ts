/** What a pattern asks of an address's query: each of its `&` tokens in any order. */

export interface Condition {
  readonly key: string;
  readonly value: string;
  /** Every occurrence of the key must have the value; else any one is enough. */
  readonly every: boolean;
}

/** Stands for `&` and for both ends, so that a token is found as a whole. */
const EDGE = "\u{FFFC}";

/**
 * The conditions of a pattern's query. A trailing `*` is a prefix. To allow, every occurrence of a
 * key must match, so that `?video=good&video=bad` does not slip through; to block, any does.
 */
export function conditionsOf(query: string, allow: boolean): readonly Condition[] {
  const found = new Map<string, Condition>();
  const tokens = query.replace(/&$/, "").split("&");
  for (const token of query === "" ? [] : tokens) {
    const condition = conditionOf(token, allow);
    // Chromium holds conditions in a set that compares what it looks for: of two values for one key the first stays.
    const sought = condition.every ? condition.key : condition.key + condition.value;
    const same = `${condition.every} ${sought}`;
    if (!found.has(same)) found.set(same, condition);
  }
  return [...found.values()];
}

function conditionOf(token: string, allow: boolean): Condition {
  const equals = token.indexOf("=");
  const key = equals < 0 ? token : token.slice(0, equals);
  const value = equals < 0 ? "" : token.slice(equals + 1);
  const written = value === "" ? key : value;
  const prefix = written.endsWith("*");
  const stem = prefix ? written.slice(0, -1) : written;
  const end = prefix ? "" : EDGE;
  return value === ""
    ? { key: EDGE + stem, value: end, every: allow && end !== "" }
    : { key: `${EDGE}${key}=`, value: stem + end, every: allow && stem + end !== "" };
}

/** Whether an address's query (without `?`; `null` for none) fulfils them all. */
export function fulfils(query: string | null, conditions: readonly Condition[]): boolean {
  const text = query === null ? "" : EDGE + query.replaceAll("&", EDGE) + EDGE;
  return conditions.every((condition) => holds(text, condition));
}

function holds(text: string, { key, value, every }: Condition): boolean {
  if (!every) return text.includes(key + value);
  let at = text.indexOf(key);
  if (at < 0) return false;
  while (at >= 0) {
    if (!text.startsWith(value, at + key.length)) return false;
    at = text.indexOf(key, at + key.length + value.length - 1);
  }
  return true;
}
