import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { hear, type Program, program } from "../tasks/checkout.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let data: Awaited<ReturnType<typeof temporaryFolder>>;
let npm: Program;

beforeEach(async () => {
  data = await temporaryFolder("data");
  const env = { ...process.env, PORT: "0", HOST: "127.0.0.1", SIGNPOST_DATA: data.path };
  npm = program({ path: root }, "npm", ["start"], env);
});
afterEach(async () => {
  npm.child.kill("SIGTERM");
  await npm.end;
  await data.remove();
});

test("who ends only npm ends the hub: cleanly, within 5 s, and nothing stays running", async () => {
  await hear(npm, "Signpost is ready");
  npm.child.kill("SIGTERM");
  const late = new Promise((resolve) => setTimeout(resolve, 5000, "late"));
  expect(await Promise.race([npm.end, late])).toMatchObject({ status: 0 });
});
