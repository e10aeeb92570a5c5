/** Every migration, in order, forward only. A name once released never changes. */
import type { Migration } from "kysely/migration";
import { first } from "./2026-11-22-first.ts";
import { painted } from "./2026-11-27-painted.ts";
import { vacancies } from "./2026-11-27-vacancies.ts";
import { messages } from "./2026-11-27-messages.ts";
import { screens } from "./2026-11-27-screens.ts";
import { uses } from "./2026-11-27-uses.ts";
import { audit } from "./2026-11-27-audit.ts";
import { people } from "./2026-11-27-people.ts";
import { sources } from "./2026-11-27-sources.ts";
import { calls } from "./2026-11-28-calls.ts";
import { tries } from "./2026-11-28-tries.ts";
import { wordsAndLinks } from "./2026-11-28-words-and-links.ts";
import { websites } from "./2026-11-27-websites.ts";
import { retries } from "./2026-11-29-retries.ts";

/** By name; a name begins with its day, so that they sort by age. */
export type Migrations = Readonly<Record<string, Migration>>;

export const released: Migrations = {
  "2026-11-22-first": first,
  "2026-11-27-painted": painted,
  "2026-11-27-vacancies": vacancies,
  "2026-11-27-messages": messages,
  "2026-11-27-screens": screens,
  "2026-11-27-uses": uses,
  "2026-11-27-audit": audit,
  "2026-11-27-people": people,
  "2026-11-27-sources": sources,
  "2026-11-27-websites": websites,
  // After those of the day before, which databases already have.
  "2026-11-28-calls": calls,
  "2026-11-28-tries": tries,
  "2026-11-28-words-and-links": wordsAndLinks,
  "2026-11-29-retries": retries,
};
