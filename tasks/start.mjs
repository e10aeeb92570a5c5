// `npm start`: the hub, with all that must be done before it.
import { join } from "node:path";
import { build } from "./setup/build.mjs";
import { install } from "./setup/install.mjs";
import { root, task } from "./setup/root.mjs";
import { run } from "./setup/run.mjs";

await task(async () => {
  await install({ dev: false });
  await build();
  await run(join(root, "dist/server/main.js"), process.argv.slice(2));
});
