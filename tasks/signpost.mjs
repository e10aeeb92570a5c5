#!/usr/bin/env node
// `npm run signpost -- …` and `npx signpost …`: the command line. Its output is all that appears.
import { join } from "node:path";
import { build } from "./setup/build.mjs";
import { install } from "./setup/install.mjs";
import { root, task } from "./setup/root.mjs";
import { run } from "./setup/run.mjs";

await task(async () => {
  await install({ dev: false });
  await build();
  await run(join(root, "dist/server/cli.js"), process.argv.slice(2));
});
