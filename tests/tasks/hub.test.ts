import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { hear, program } from "./checkout.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let data: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  data = await temporaryFolder("data");
});
afterEach(() => data.remove());

test("the hub ends cleanly when only npm is told to end, within 5 s, and nothing stays running", async () => {
  const env = { ...process.env, PORT: "0", HOST: "127.0.0.1", SIGNPOST_DATA: data.path };
  const npm = program({ path: root }, "npm", ["start"], env);
  await hear(npm, "Signpost is ready");
  npm.child.kill("SIGTERM");
  const late = new Promise((resolve) => setTimeout(resolve, 5000, "late"));
  expect(await Promise.race([npm.end, late])).toMatchObject({ status: 0 });
});
