/** Who has the console open. */
import { computed, signal } from "@preact/signals";
import type { PersonRole } from "#shared/command.ts";
import type { Person, Visitor } from "#shared/people/person.ts";
import { hasAll } from "#shared/people/rules.ts";

/** `null` until the hub has said; `away` where it cannot be reached at the very start. */
export const visitor = signal<Visitor | "away" | null>(null);

/** The person who is here; pages are only shown to one. */
export const me = computed<Person | null>(() => {
  const who = visitor.value;
  return who !== null && who !== "away" && who.state === "here" ? who.person : null;
});

export function hasRole(...roles: readonly PersonRole[]): boolean {
  return me.value !== null && roles.includes(me.value.role);
}

/** Whether they may decide a centre's vacancies. */
export function decidesAt(slug: string): boolean {
  return me.value !== null && hasAll(me.value.decides, [slug]);
}
