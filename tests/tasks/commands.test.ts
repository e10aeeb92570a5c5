import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Checkout, checkout, hear, program } from "./checkout.ts";

let here: Checkout;
const lock = (): string => join(here.path, ".cache/setup.lock");

beforeAll(async () => {
  here = await checkout();
  await program(here, "npm", ["run", "-s", "signpost"]).end;
});
afterAll(() => here.remove());

describe("npm start", () => {
  test("ends with status 0 when only npm is told to end, and leaves nothing running", async () => {
    const npm = program(here, "npm", ["start"]);
    await hear(npm, "ready");
    npm.child.kill("SIGTERM");
    const { status, stdout } = await npm.end;
    expect(status).toBe(0);
    expect(stdout).toContain("stopped");
  });

  test("is silent about what need not be done", async () => {
    const npm = program(here, "npm", ["start"]);
    await hear(npm, "ready");
    npm.child.kill("SIGINT");
    expect((await npm.end).stderr).not.toMatch(/Building|Installing/);
  });
});

describe("a hub that an older Node started", () => {
  test("ends when that Node is told to, and passes on its status", async () => {
    const older = program(here, process.execPath, ["follow.mjs"]);
    await hear(older, "ready");
    older.child.kill("SIGTERM");
    const { status, stdout } = await older.end;
    expect(status).toBe(0);
    expect(stdout).toContain("stopped");
  });

  test("ends when that Node is killed", async () => {
    const older = program(here, process.execPath, ["follow.mjs"]);
    await hear(older, "ready");
    older.child.kill("SIGKILL");
    // Both hold the same standard output: it ends with the last of them.
    expect((await older.end).stdout).toContain("stopped");
  });
});

describe("the command line", () => {
  test("prints nothing but its own output, and passes on its status", async () => {
    const { status, stdout, stderr } = await program(here, "npm", [
      "run",
      "-s",
      "signpost",
      "--",
      "3",
      "two words",
    ]).end;
    expect({ status, stdout, stderr }).toEqual({ status: 3, stdout: `["3","two words"]\n`, stderr: "" });
  });

  test("is built again after a change, and says so aside", async () => {
    writeFileSync(join(here.path, "server/cli/signpost.ts"), `console.log("changed");`);
    const { stdout, stderr } = await program(here, "npm", ["run", "-s", "signpost"]).end;
    expect(stdout).toBe("changed\n");
    expect(stderr).toContain("Building");
  });

  test("says in one line that a build failed, and leaves the former one in place", async () => {
    const hub = join(here.path, "server/main.ts");
    const former = readFileSync(hub, "utf8");
    const builtBefore = readFileSync(join(here.path, "dist/server/main.js"), "utf8");
    writeFileSync(hub, "this is no program");
    const { status, stderr } = await program(here, "npm", ["run", "-s", "signpost"]).end;
    writeFileSync(hub, former);
    expect(status).toBe(1);
    expect(stderr).toContain("The build failed");
    expect(readFileSync(join(here.path, "dist/server/main.js"), "utf8")).toBe(builtBefore);
  });
});

describe("two commands at once", () => {
  test("build only once", async () => {
    writeFileSync(join(here.path, "server/cli/signpost.ts"), `console.log("built once");`);
    const both = [1, 2].map(() => program(here, "npm", ["run", "-s", "signpost"]).end);
    const ended = await Promise.all(both);
    expect(ended.map(({ stdout }) => stdout)).toEqual(["built once\n", "built once\n"]);
    expect(ended.filter(({ stderr }) => stderr.includes("Building"))).toHaveLength(1);
    expect(existsSync(lock())).toBe(false);
  });

  test("do not wait for one that was killed over its work", async () => {
    const killed = program(here, process.execPath, ["-e", ""]);
    await killed.end;
    writeFileSync(lock(), String(killed.child.pid));
    writeFileSync(join(here.path, "server/cli/signpost.ts"), `console.log("built again");`);
    expect((await program(here, "npm", ["run", "-s", "signpost"]).end).stdout).toBe("built again\n");
  });
});

describe("npm run bench", () => {
  test("lists the names when there is none of that name", async () => {
    const { status, stderr } = await program(here, "npm", ["run", "-s", "bench", "--", "nothing"]).end;
    expect(status).toBe(2);
    expect(stderr).toContain("weight");
  });

  test("prints one JSON object with --json", async () => {
    const { status, stdout } = await program(here, "npm", ["run", "-s", "bench", "--", "weight", "--json"])
      .end;
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ name: "weight", args: ["--json"] });
  });
});
