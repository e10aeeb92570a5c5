/** The demo's leaflets: content/leaflets/<slug>/<lang>.md, one file a language. */
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readingAt } from "#shared/london.ts";
import { LANGUAGES, type Language, type Text } from "#shared/languages.ts";
import { bodySchemas } from "#shared/schemas.ts";
import { readLeafletFile, type LeafletFile } from "#server/leaflets/markdown.ts";
import { fileName, type Form } from "./forms.ts";
import { envelope, fileToKeep, type DemoItem, type FilesToKeep } from "./items.ts";
import { relativeDay } from "./relative.ts";

type InLanguage = LeafletFile & { readonly language: Language };

/**
 * Puts a leaflet's languages together. The file without `translation_of` is the original; what holds
 * for all (topics, edition, review) is taken from it, and a translation of another edition counts as older.
 */
export async function leafletItem(
  form: Form<"leaflet">,
  content: string,
  now: number,
): Promise<DemoItem<"leaflet">> {
  const files = await languagesOf(join(content, "leaflets", form.slug), now);
  const originals = files.filter((file) => file.translationOf === null);
  const [original] = originals;
  if (!original || originals.length > 1) throw new Error(`leaflets/${form.slug} needs one original`);
  const text = (part: (file: InLanguage) => string | null) => joined(files, original, part);
  const body = bodySchemas.leaflet.parse({
    title: text((file) => file.title),
    summary: text((file) => file.summary),
    text: text((file) => file.text),
    topics: original.topics,
    edition: original.edition,
    reviewed: original.reviewed,
    reviewBy: original.reviewBy,
    picture: null,
    pdfs: {},
  });
  return { ...envelope(form), kind: "leaflet", body, files: filesOf(files, original, join(content, "demo")) };
}

async function languagesOf(folder: string, now: number): Promise<InLanguage[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).toSorted();
  return Promise.all(names.map((name) => oneLanguage(join(folder, name), now)));
}

async function oneLanguage(path: string, now: number): Promise<InLanguage> {
  const read = readLeafletFile(await readFile(path, "utf8"), readingAt(now).day, (words) =>
    relativeDay(words, now),
  );
  if (!read.ok) throw new Error(`${path}: ${read.refusal.code}`);
  const { language } = read.value;
  if (!language || `${language}.md` !== basename(path))
    throw new Error(`${path}: its lang is not its file's`);
  return { ...read.value, language };
}

/** One part of the leaflet in every language that has it. */
function joined(
  files: readonly InLanguage[],
  original: InLanguage,
  part: (file: InLanguage) => string | null,
): Text {
  const words = Object.fromEntries(files.flatMap((file) => [[file.language, part(file)] as const].filter(([, said]) => said))); // prettier-ignore
  const older = LANGUAGES.filter((language) =>
    files.some((file) => file.language === language && words[language] && file.edition !== original.edition),
  );
  return { original: original.language, words, ...(older.length > 0 ? { older } : {}) };
}

function filesOf(files: readonly InLanguage[], original: InLanguage, demo: string): FilesToKeep {
  const alt = files.some((file) => file.pictureAlt)
    ? joined(files, original, (file) => file.pictureAlt)
    : null;
  const pdfs = files.flatMap(({ language, pdf }) => {
    const file = pdf && fileToKeep({ file: fileName.parse(pdf), alt: null }, demo);
    return file ? [[language, file] as const] : [];
  });
  return {
    picture: original.picture ? fileToKeep({ file: fileName.parse(original.picture), alt }, demo) : null,
    video: null,
    pdfs: Object.fromEntries(pdfs),
  };
}
