import { join } from "node:path";
import { inject } from "vitest";
import { temporaryFolder } from "./folder.ts";
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
  const { path, remove } = await temporaryFolder("sqlite");
  return { url: `file:${join(path, "signpost.db")}`, close: remove };
}
