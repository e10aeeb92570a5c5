/** A record of any nesting, from XML or JSON, asked for its values by the names that sources give them. */

export interface Tree {
  readonly name: string;
  /** Its own text; `null` where it only holds others. */
  readonly text: string | null;
  readonly children: readonly Tree[];
}

export interface Fields {
  /** The text of the record itself. */
  readonly own: string | null;
  /** The first value that is not empty, under the first of the names that has one. */
  text(...names: readonly string[]): string | undefined;
  /** Every value that is not empty, under the first of the names that has any. */
  texts(...names: readonly string[]): readonly string[];
  /** The parts of that name, to be asked in their turn. */
  parts(...names: readonly string[]): readonly Fields[];
  /** Every value by its own name, in order, whatever it means. */
  readonly leaves: readonly (readonly [name: string, value: string])[];
}

/** Deeper than any advert, and shallow enough for every walk. */
const DEEPEST = 40;
const MOST_VALUES = 2_000;

/**
 * A name finds its value wherever in the record it stands; `city/name` only a name within a city. Case,
 * prefixes and the joints of names do not matter: `Vacancy_Title`, `job:vacancyTitle`.
 */
export function fieldsOf(tree: Tree): Fields {
  const index = new Map<string, Tree[]>();
  const leaves: [string, string][] = [];
  const walk = (part: Tree, depth: number): void => {
    if (depth > DEEPEST || leaves.length >= MOST_VALUES) return;
    for (const child of part.children) {
      const name = plainName(child.name);
      const known = index.get(name);
      if (known) known.push(child);
      else index.set(name, [child]);
      if (child.text?.trim()) leaves.push([child.name, child.text]);
      walk(child, depth + 1);
    }
  };
  walk(tree, 0);

  function find(path: string): readonly Tree[] {
    const [first, ...rest] = path.split("/").map(plainName);
    // Some boards write attributes where others have elements.
    let found: readonly Tree[] = index.get(first!) ?? index.get(`@${first}`) ?? [];
    for (const step of rest)
      found = found.flatMap(({ children }) => {
        const elements = children.filter(({ name }) => plainName(name) === step);
        return elements.length > 0 ? elements : children.filter(({ name }) => plainName(name) === `@${step}`);
      });
    // Some boards have both: `VacancyID` a number of the program's, `Vacancy_ID` the reference that people see.
    const exact = found.filter(({ name }) => name.toLowerCase() === path.toLowerCase());
    return exact.length > 0 ? exact : found;
  }
  function texts(...names: readonly string[]): readonly string[] {
    for (const name of names) {
      const values = find(name).flatMap((part) => textOf(part) ?? []);
      if (values.length > 0) return values;
    }
    return [];
  }
  return {
    own: tree.text,
    texts,
    text: (...names) => texts(...names)[0],
    parts: (...names) => (names.map(find).find((found) => found.length > 0) ?? []).map(fieldsOf),
    leaves,
  };
}

/** `<employer name="Oak"/>` and `{"value": 12}` hold their text one step further in. */
function textOf({ text, children }: Tree): string | undefined {
  if (text?.trim()) return text;
  const inner = ["@name", "@value", "@text", "@label", "@title", "value", "#text"];
  if (children.length > 4) return undefined;
  return inner.flatMap((name) => children.find((child) => child.name.toLowerCase() === name)?.text?.trim() || [])[0];
} // prettier-ignore

export function plainName(name: string): string {
  return name
    .replace(/^.*:/, "")
    .replace(/[\s_.-]/g, "")
    .toLowerCase();
}

/** A JSON value as a tree: a list is the same name several times, `null` is nothing. */
export function treeOfJson(value: unknown, name = ""): Tree {
  return { name, text: scalar(value), children: childrenOf(value, 0) };
}

function childrenOf(value: unknown, depth: number): readonly Tree[] {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    [part].flat(3).map((one) => ({ name, text: scalar(one), children: childrenOf(one, depth + 1) })),
  );
}

function scalar(value: unknown): string | null {
  if (typeof value === "string") return /^\s*(?:null|undefined)\s*$/i.test(value) ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
