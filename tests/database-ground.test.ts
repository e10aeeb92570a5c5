import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { databases } from "./support/databases.ts";

describe("the databases of the tests", () => {
  test("are both there, are empty when fresh, and go although somebody is connected", async () => {
    const made = await Promise.all(databases.map((database) => database.fresh()));
    expect(made.map(({ url }) => new URL(url).protocol)).toEqual(["file:", "postgres:"]);
    const client = new Client({ connectionString: made[1]?.url });
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as n from pg_tables where schemaname = 'public'",
    );
    expect(rows).toEqual([{ n: 0 }]);
    // Its connection is cut by the closing, which must not wait for it.
    client.on("error", () => {});
    const cut = new Promise<void>((resolve) => client.once("end", resolve));
    await Promise.all(made.map(({ close }) => close()));
    await cut;
  });
});
