/** The demo district as the tests of content/ look at it. */
import { fileURLToPath } from "node:url";
import { instantOf } from "#shared/london.ts";
import type { Kind } from "#shared/kinds.ts";
import type { Demo, DemoItem } from "#server/seed/demo.ts";

export const CONTENT = fileURLToPath(new URL("../../content", import.meta.url));
export const TODAY = "2026-11-24";
export const NOW = instantOf(TODAY, "10:24");
export const CENTRES = ["larkhill", "northbrook", "aberhelyg"];

type Of<K extends Kind> = Extract<DemoItem, { kind: K }>;

export function ofKind<K extends Kind>(kind: K, { items }: Demo): Of<K>[] {
  return items.filter((item): item is Of<K> => item.kind === kind);
}

export function isFor({ audience }: DemoItem, centre: string): boolean {
  return audience === "all" || audience.includes(centre);
}

export function termsOf(slug: string, { centres }: Demo) {
  return centres.find(({ centre }) => centre.slug === slug)!.centre.terms;
}
