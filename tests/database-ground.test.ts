import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { databases } from "./support/databases.ts";

describe("the databases of the tests", () => {
  test("are both there, and a fresh one is empty", async () => {
    const made = await Promise.all(databases.map((database) => database.fresh()));
    expect(made.map(({ url }) => new URL(url).protocol)).toEqual(["file:", "postgres:"]);
    const client = new Client({ connectionString: made[1]?.url });
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as n from pg_tables where schemaname = 'public'",
    );
    expect(rows).toEqual([{ n: 0 }]);
    client.on("error", () => {});
    await Promise.all(made.map(({ close }) => close()));
  });
});
