/** Stylesheets of the console stay once they were loaded, so a class may get its look in one of them alone. */
import type { Sources } from "./rules.ts";

/** Classes that stand alone before a block in more than one stylesheet, as `.class in one and other`. */
export function looksTwice(sheets: Sources): readonly string[] {
  const places = new Map<string, Set<string>>();
  for (const [path, css] of sheets)
    for (const [, name = ""] of css.matchAll(/^\.([\w-]+)(?=,?\s*(\{|\n))/gm))
      places.set(name, (places.get(name) ?? new Set()).add(path));
  return [...places].flatMap(([name, paths]) =>
    paths.size > 1 ? [`.${name} in ${[...paths].join(" and ")}`] : [],
  );
}
