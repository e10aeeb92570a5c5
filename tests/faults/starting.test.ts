import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "#server/db/open.ts";
import { temporaryFolder } from "../support/folder.ts";
import { tomorrow } from "../support/migrations.ts";

const main = join(import.meta.dirname, "../../dist/server/main.js");

describe("a hub that cannot start", () => {
  let folder: { path: string; remove: () => Promise<void> };
  beforeEach(async () => {
    folder = await temporaryFolder("starting");
  });
  afterEach(() => folder.remove());

  async function start(
    env: Record<string, string>,
  ): Promise<{ status: number | null; stderr: string; stdout: string }> {
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, PORT: "0", HOST: "127.0.0.1", SIGNPOST_DATA: folder.path, SIGNPOST_DEMO: "no", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    }); // prettier-ignore
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
    const [status] = (await once(child, "close")) as [number | null];
    return { status, ...said };
  }
  const oneLine = (words: RegExp) => ({ status: 1, stdout: "", stderr: expect.stringMatching(new RegExp(`^[^\\n]*${words.source}[^\\n]*\\n$`)) }); // prettier-ignore

  test("names every setting that is wrong, and ends with 2", async () => {
    const wrong = { PORT: "70000", DATABASE_URL: "mysql://nowhere", SIGNPOST_DEMO: "perhaps", SIGNPOST_TRUST_PROXY: "everybody", SIGNPOST_SECRET: "short", SIGNPOST_PUBLIC_URL: "our hub", SIGNPOST_ALLOW_PRIVATE: "printer", SIGNPOST_TLS_CERT: main, SIGNPOST_METRICS_TOKEN: "short", SIGNPOST_LOG: "loud" }; // prettier-ignore
    const { status, stderr } = await start(wrong);
    expect(status).toBe(2);
    for (const name of Object.keys(wrong)) expect(stderr).toMatch(new RegExp(`^Setting: ${name}\\b`, "m"));
    expect(stderr.trim().split("\n")).toHaveLength(Object.keys(wrong).length);
  });

  test("asks for a secret with Postgres, where several hubs must share one", async () => {
    const { status, stderr } = await start({ DATABASE_URL: "postgres://localhost/signpost" });
    expect({ status, stderr }).toEqual({ status: 2, stderr: "Setting: SIGNPOST_SECRET is required with Postgres, and the same on every hub\n" }); // prettier-ignore
  });

  test("says that its port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    expect(await start({ PORT: String(port) })).toMatchObject(
      oneLine(/port is in use\. Set PORT to another one/),
    );
    other.close();
  });

  test("says that its address is no address of this computer", async () => {
    expect(await start({ HOST: "203.0.113.1" })).toMatchObject(
      oneLine(/no address of this computer\. Check HOST/),
    );
  });

  test("says that its database does not answer", async () => {
    // Nobody listens there, nor is given that port by chance.
    const env = {
      DATABASE_URL: "postgres://signpost@127.0.0.1:1/signpost",
      SIGNPOST_SECRET: "x".repeat(32),
    };
    expect(await start(env)).toMatchObject(oneLine(/database does not answer\. Check DATABASE_URL/));
  });

  test("says that its database is none, or was written by a newer Signpost", async () => {
    const file = join(folder.path, "signpost.db");
    await writeFile(file, "Dear hub, this is no database. ".repeat(100));
    expect(await start({})).toMatchObject(oneLine(/database cannot be used/));
    const newer = `file:${join(folder.path, "newer.db")}`;
    await (await openDatabase(newer, { migrations: tomorrow })).close();
    expect(await start({ DATABASE_URL: newer })).toMatchObject(
      oneLine(/newer Signpost .*Update Signpost first/),
    );
  });

  test("says that its certificate cannot be used", async () => {
    const file = join(folder.path, "nonsense.pem");
    await writeFile(file, "nonsense");
    const env = { SIGNPOST_TLS_CERT: file, SIGNPOST_TLS_KEY: file };
    expect(await start(env)).toMatchObject(oneLine(/SIGNPOST_TLS_CERT and SIGNPOST_TLS_KEY cannot be used/));
  });

  test("says that its data folder is no folder", async () => {
    const file = join(folder.path, "file");
    await writeFile(file, "");
    expect(await start({ SIGNPOST_DATA: join(file, "data") })).toMatchObject(
      oneLine(/may not be used\. Check .*SIGNPOST_DATA/),
    );
    await mkdir(join(folder.path, "signpost.db"));
    expect(await start({})).toMatchObject(oneLine(/database cannot be used/));
  });
});
