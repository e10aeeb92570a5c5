import type { Sources } from "./rules.ts";

/** Packages come from wherever npm is told to fetch them: no file says where. */
export const registryHost =
  /registry\.(npmjs|yarnpkg)|npm\.pkg\.github|npmmirror|\b(artifactory|verdaccio|nexus)\./;

/** A path that exists on the machine of whoever wrote it. */
export const machinePath = /(^|["'`\s(=:])\/(work|root|tmp|home\/\w+|Users\/\w+)\//;

/** A test that does not run, or that keeps the others from running. */
export const leftOut =
  /\b(test|it|describe|suite|bench)(\.\w+)*\.(skip|only|todo)\b|(^|[^.\w])(xit|fit|xdescribe|fdescribe)\(/;

/** Where a line matches, as `path:line` and the line. */
export function linesWith(pattern: RegExp, among: Sources): readonly string[] {
  return [...among].flatMap(([path, text]) =>
    text
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}
