/** In what two versions of an item differ, field by field. */
export interface Difference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What is another at every save says nothing. */
const LEFT = /^(revision|changed|by|created|id|kind)$/;

export function differences(before: object, after: object): readonly Difference[] {
  const [one, other] = [flat(before), flat(after)];
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths]
    .filter((path) => !LEFT.test(path) && one.get(path) !== other.get(path))
    .map((path) => ({ path, before: one.get(path) ?? "–", after: other.get(path) ?? "–" }));
}

/** Every value by its path, such as `body.title.words.en`. */
function flat(value: unknown, path = "", into = new Map<string, string>()): Map<string, string> {
  if (typeof value !== "object" || value === null) {
    if (value !== null && value !== undefined && value !== "") into.set(path, String(value));
    return into;
  }
  for (const [name, inner] of Object.entries(value))
    flat(inner, path === "" ? name : `${path}.${name}`, into);
  return into;
}
