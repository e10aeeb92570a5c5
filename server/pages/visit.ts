/** One reading of one page: by whom (as far as the address says), where, when and in which language. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Language } from "#shared/languages.ts";
import type { Words } from "./words.ts";

export interface Visit {
  readonly words: Words;
  /** The languages of the links at the top, this one's among them. */
  readonly offered: readonly Language[];
  /** Whether the language was asked for in the address, so that links keep it. */
  readonly asked: boolean;
  /** The page's own path, such as "/c/larkhill". */
  readonly path: string;
  /** Under whose name the page stands, `null` for none. */
  readonly centre: PublicCentre | null;
  /** Epoch ms, and the day on London's calendar. */
  readonly now: number;
  readonly today: string;
  readonly publicUrl: string | null;
}

/** The address of a page of ours that keeps the visitor's language, and where needed their centre. */
export function linkTo(
  visit: Visit,
  path: string,
  keep: "language" | "language-and-centre" = "language",
): string {
  const query = new URLSearchParams();
  if (keep === "language-and-centre" && visit.centre) query.set("centre", visit.centre.slug);
  if (visit.asked) query.set("lang", visit.words.language);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** This page in another language. */
export function inLanguage(visit: Visit, language: Language): string {
  const query = new URLSearchParams();
  if (visit.centre && !visit.path.startsWith("/c/")) query.set("centre", visit.centre.slug);
  query.set("lang", language);
  return `${visit.path}?${query}`;
}

/** The one address under which the page is known, in this language; `null` without a public address. */
export function canonical(visit: Visit): string | null {
  return visit.publicUrl === null ? null : new URL(linkTo(visit, visit.path), visit.publicUrl).href;
}

export function linkToCentre(visit: Visit, { slug }: PublicCentre): string {
  return linkTo(visit, `/c/${slug}`);
}

export function linkToMedia({ id }: { readonly id: string }): string {
  return `/media/${encodeURIComponent(id)}`;
}
