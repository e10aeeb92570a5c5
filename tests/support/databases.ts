import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { freshPostgres } from "./postgres.ts";

export interface Fresh {
  /** As in `DATABASE_URL`. */
  readonly url: string;
  /** Throws the database away, even while somebody is still connected. */
  readonly close: () => Promise<void>;
}

/** Both databases that a hub may stand on; `describe.each(databases)("…, on $name", ({ fresh }) => …)`. */
export const databases: readonly { name: "sqlite" | "postgres"; fresh: () => Promise<Fresh> }[] = [
  { name: "sqlite", fresh: freshSqlite },
  { name: "postgres", fresh: () => freshPostgres(inject("postgres")) },
];

async function freshSqlite(): Promise<Fresh> {
  const folder = await mkdtemp(join(tmpdir(), "signpost-sqlite-"));
  return {
    url: `file:${join(folder, "signpost.db")}`,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
