/** The centres that are one's own, and the one that is being looked at. */
import { computed, effect, signal } from "@preact/signals";
import type { Centre } from "#shared/centres/schema.ts";
import { collection } from "./collection.ts";

export interface KeptCentre {
  readonly revision: number;
  readonly centre: Centre;
}

export const centres = collection<readonly KeptCentre[], "listCentres">({
  command: "listCentres",
  input: {},
  topics: ["saveCentre"],
});

const CHOSEN = "signpost-centre";
const chosen = signal<string | null>(sessionStorage.getItem(CHOSEN));

/** The centre that is being looked at: the chosen one, else the first. */
export const here = computed<Centre | null>(() => {
  const { value } = centres.held;
  const all = value.state === "loading" ? [] : (value.value ?? []);
  return (all.find(({ centre }) => centre.slug === chosen.value) ?? all[0])?.centre ?? null;
});

export function lookAt(slug: string): void {
  chosen.value = slug;
}

effect(() => {
  if (chosen.value !== null) sessionStorage.setItem(CHOSEN, chosen.value);
});

/** A centre's name in its first language. */
export function nameOf(centre: Pick<Centre, "name">): string {
  return centre.name.words[centre.name.original] ?? "";
}

/** One's own centres by slug and name, as far as they are known. */
export function named(): readonly { readonly slug: string; readonly name: string }[] {
  const { value } = centres.held;
  const all = value.state === "loading" ? [] : (value.value ?? []);
  return all.map(({ centre }) => ({ slug: centre.slug, name: nameOf(centre) }));
}
