import { parseSync, Visitor } from "vite";

/** One import, re-export or dynamic import, as a file writes it. */
export interface Import {
  readonly from: string;
  /** Gone when the program runs: `import type`, `export type`, `import("…").T`. */
  readonly typesOnly: boolean;
}

/**
 * The imports of a file, read from its syntax, so that nothing in a comment or a string counts.
 * `import { type A }` is no import of types only: what is left of it runs the other file.
 * @param path its ending says which language it is
 * @throws when the source cannot be parsed
 */
export function importsOf(path: string, source: string): readonly Import[] {
  const { module, program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const typesOnly = (start: number): boolean =>
    /^(import|export)\s+type\b(?!\s+from\b)/.test(source.slice(start));
  const imports = module.staticImports.map(({ start, moduleRequest }) => ({
    from: moduleRequest.value,
    typesOnly: typesOnly(start),
  }));
  const exports = module.staticExports.flatMap(({ start, entries }) =>
    entries.flatMap(({ moduleRequest }) =>
      moduleRequest ? [{ from: moduleRequest.value, typesOnly: typesOnly(start) }] : [],
    ),
  );
  const inside: Import[] = [];
  const note = (literal: { type: string }, types: boolean): void => {
    if ("value" in literal && typeof literal.value === "string")
      inside.push({ from: literal.value, typesOnly: types });
  };
  new Visitor({
    ImportExpression: (node) => note(node.source, false),
    TSImportType: (node) => note(node.source, true),
  }).visit(program);
  return [...imports, ...exports, ...inside];
}
