import { posix } from "node:path";
import { importsOf } from "./imports.ts";

/** The files of the house by their path from the repository on. */
export type Sources = ReadonlyMap<string, string>;

interface Side {
  /** Of which other sides it may import. */
  readonly sees: readonly string[];
  /** Folders that every feature of the side may lean on, and that lean on no feature. Any other folder is a feature. */
  readonly layers: readonly string[];
  /** What puts the features together: it may import all, and only its like may import it. */
  readonly composes: RegExp;
  /** Its bundle goes to screens: the schema library stays out of it. */
  readonly light: boolean;
}

/** Who may import whom. */
export const sides: Readonly<Record<string, Side>> = {
  shared: { sees: [], layers: [], composes: /^\w+\.ts$/, light: false },
  server: {
    sees: ["shared"],
    layers: ["db", "items", "live", "media", "messages", "outside"],
    composes: /^(main|hub|handlers|running|duties|read-worker|look-worker)\.ts$|^(cli|seed)\//,
    light: false,
  },
  kiosk: {
    sees: ["shared"],
    layers: ["live", "ui", "language"],
    composes: /^(board|touch|pair|preview|draft|kinds|sw|mirror)\.tsx?$/,
    light: true,
  },
  console: {
    sees: ["shared", "kiosk"],
    layers: ["live", "ui", "language"],
    composes: /^(main|pages|kinds)\.tsx?$/,
    light: true,
  },
};

/** Of the kiosk the console takes the slides, for an exact preview, and what slides are made of. */
const previewed = /^kiosk\/((ui|language|live)\/|kinds\.tsx$|\w+\/\w*slide\w*\.tsx?$)/i;

/** Every import that the rules forbid, as `file imports file: reason`. */
export function strays(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, source]) =>
    importsOf(path, source).flatMap(({ from }) => {
      const target = resolve(path, from);
      const why = target === null ? null : forbidden(path, target);
      return why ? [`${path} imports ${target}: ${why}`] : [];
    }),
  );
}

/** The chains of imports by which a value of the schema library would reach a screen's bundle. */
export function heavy(sources: Sources): readonly string[] {
  const light = [...sources.keys()].filter((path) => sides[sideOf(path)]?.light);
  return light.flatMap((path) => wayToSchemas(sources, path, [path], new Set()) ?? []);
}

function wayToSchemas(
  sources: Sources,
  path: string,
  way: readonly string[],
  seen: Set<string>,
): string | null {
  const source = sources.get(path);
  if (source === undefined || seen.has(path)) return null;
  seen.add(path);
  for (const { from, typesOnly } of importsOf(path, source)) {
    if (typesOnly) continue;
    if (/^zod(\/|$)/.test(from)) return [...way, from].join(" → ");
    const target = resolve(path, from);
    const found = target && wayToSchemas(sources, target, [...way, target], seen);
    if (found) return found;
  }
  return null;
}

/** Path from the repository on; null for a package. */
function resolve(path: string, from: string): string | null {
  const plain = from.replace(/\?.*$/, "");
  if (plain.startsWith("#")) return plain.slice(1);
  return plain.startsWith(".") ? posix.normalize(posix.join(posix.dirname(path), plain)) : null;
}

function forbidden(path: string, target: string): string | null {
  const side = sides[sideOf(path)];
  const other = sides[sideOf(target)];
  if (!side || (!other && /^(content|docs)$/.test(sideOf(target)))) return null;
  if (!other) return `${sideOf(target)} is none of its business`;
  if (side === other) return withinSide(side, path, target);
  if (!side.sees.includes(sideOf(target))) return `${sideOf(path)} may not see ${sideOf(target)}`;
  if (sideOf(target) === "kiosk" && !previewed.test(target))
    return "of the kiosk only slides, ui, language and live";
  return null;
}

function withinSide(side: Side, path: string, target: string): string | null {
  if (side.composes.test(inner(path))) return null;
  const [mine, theirs] = [folderOf(path), folderOf(target)];
  if (mine === theirs) return null;
  if (theirs === null) return composerOnly(side, target);
  if (side.layers.includes(theirs)) return null;
  return mine !== null && side.layers.includes(mine)
    ? "a layer leans on no feature"
    : "features do not know each other; what composes them does";
}

function composerOnly(side: Side, target: string): string | null {
  const everyones = side === sides.shared || !side.composes.test(inner(target));
  return everyones ? null : "it composes the side, and nothing in the side may lean on it";
}

function sideOf(path: string): string {
  return path.split("/")[0] ?? "";
}

function inner(path: string): string {
  return path.slice(path.indexOf("/") + 1);
}

/** Folder within the side, or null for a file at its top. */
function folderOf(path: string): string | null {
  return path.split("/")[2] === undefined ? null : (path.split("/")[1] ?? null);
}
