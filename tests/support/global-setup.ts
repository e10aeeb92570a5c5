import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the run's Postgres; `tests/support/databases.ts` makes databases on it. */
    postgres: string;
  }
}

/** One Postgres for the whole run. If it does not start, nothing is tested and the run fails with the reason. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  project.provide("postgres", postgres.url);
  return postgres.stop;
}
