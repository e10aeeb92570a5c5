import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { operatorToken } from "#server/live/identity.ts";
import type { Pairing } from "#shared/screens/protocol.ts";
import { centre, noticeDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { SECRET } from "../../support/process.ts";
import { connectScreen, cookieFrom } from "../../support/screens.ts";

const main = join(import.meta.dirname, "../../../dist/server/main.js");
const METRICS = "a token for the scraper";

describe.each(databases)("what the hub writes down of a busy day, on $name", ({ fresh }) => {
  let database: Fresh;
  let folder: { path: string; remove: () => Promise<void> };

  beforeEach(async () => {
    database = await fresh();
    folder = await temporaryFolder("log");
  });
  afterEach(async () => {
    await folder.remove();
    await database.close();
  });

  test("is JSON with level, time and message, and holds no secret, token, cookie or code", async () => {
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, PORT: "0", HOST: "127.0.0.1", DATABASE_URL: database.url, SIGNPOST_DATA: folder.path, SIGNPOST_DEMO: "no", SIGNPOST_LOG: "debug", SIGNPOST_SECRET: SECRET, SIGNPOST_METRICS_TOKEN: METRICS, SIGNPOST_DMEO: "yes" },
      stdio: ["ignore", "pipe", "pipe"],
    }); // prettier-ignore
    let log = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
    await once(child.stdout, "data");
    const { url } = JSON.parse(await readFile(join(folder.path, "hub.json"), "utf8"));
    const token = operatorToken(SECRET);
    const order = (name: string, input: unknown) =>
      fetch(`${url}/api/v1/commands/${name}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
      });

    await order("saveCentre", { centre: centre("larkhill"), over: null });
    await order("saveItem", noticeDraft("n1", "Snow day", ["larkhill"]));
    const begun = await fetch(`${url}/api/v1/pairings`, { method: "POST" });
    const { code } = (await begun.json()) as Extract<Pairing, { state: "waiting" }>;
    await order("pairScreen", { code: "AAAAAA", centre: "larkhill", kind: "board", name: "R" });
    await order("pairScreen", { code, centre: "larkhill", kind: "board", name: "R" });
    const collected = await fetch(`${url}/api/v1/pairings/mine`, { headers: { cookie: cookieFrom(begun) } });
    const cookie = cookieFrom(collected);
    const screen = await connectScreen(url, cookie);
    expect(await screen.hello()).toMatchObject({ state: "welcome" });
    screen.socket.emit("painted", -1);
    await fetch(`${url}/api/v1/screens/hello`, { method: "POST", headers: { cookie, "Content-Type": "application/json" }, body: "{" }); // prettier-ignore
    const metrics = await fetch(`${url}/metrics`, { headers: { Authorization: `Bearer ${METRICS}`, "X-Forwarded-For": "203.0.113.9" } }); // prettier-ignore
    expect(metrics.status).toBe(200);
    const counted = await metrics.text();
    screen.close();
    child.kill("SIGTERM");
    await once(child, "close");

    const lines = log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const line of lines) {
      expect(line).toMatchObject({
        level: expect.stringMatching(/^(debug|info|warn|error)$/),
        msg: expect.any(String),
      });
      expect(new Date(line.time).toISOString()).toBe(line.time);
    }
    expect(lines).toContainEqual(expect.objectContaining({ level: "warn", name: "SIGNPOST_DMEO" }));
    expect(lines).toContainEqual(expect.objectContaining({ level: "debug", msg: "request", method: "POST", path: "/api/v1/commands/saveItem", status: 200 })); // prettier-ignore
    expect(lines.filter(({ level }) => level === "error")).toEqual([]);
    const secrets = [
      SECRET,
      token,
      METRICS,
      code,
      ...[begun, collected].map((one) => cookieFrom(one).split("=")[1] ?? ""),
    ];
    expect(secrets.every((secret) => secret.length >= 6)).toBe(true);
    for (const secret of secrets) expect(log + counted).not.toContain(secret);
  });
});
