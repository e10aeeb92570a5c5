// `npm run bench -- NAME [--json]`: one benchmark, side by side with its yardstick.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "./setup/build.mjs";
import { install } from "./setup/install.mjs";
import { root, task, Unready } from "./setup/root.mjs";
import { run } from "./setup/run.mjs";

const folder = join(root, "tests/bench");
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -3)] : []));

await task(async () => {
  const [name = "", ...rest] = process.argv.slice(2);
  if (!names.includes(name)) {
    throw new Unready(`Usage: npm run bench -- NAME [--json]\nNAME is one of: ${names.join(" ")}`, 2);
  }
  await install({ dev: true });
  await build();
  await run(join(folder, `${name}.ts`), rest);
});
