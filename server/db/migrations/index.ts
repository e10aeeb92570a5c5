/** Every migration, in order, forward only. A name once released never changes. */
import type { Migration } from "kysely/migration";
import { first } from "./2026-11-22-first.ts";

export const migrations: Readonly<Record<string, Migration>> = {
  "2026-11-22-first": first,
};
