// `npm test`: everything that must hold before a change is taken, up to the first thing that does not.
import { build } from "./setup/build.mjs";
import { ensureChromium } from "./setup/chromium.mjs";
import { ensureGlass } from "./setup/glass.mjs";
import { install } from "./setup/install.mjs";
import { mustSucceed, task } from "./setup/root.mjs";
import { tool } from "./setup/run.mjs";
import { ensureVoice } from "./setup/voice.mjs";

await task(async () => {
  await install({ dev: true });
  const env = { ...process.env, CHROMIUM: await ensureChromium() };
  await ensureVoice();
  await ensureGlass();
  await build();
  await hold("tsc", ["--noEmit"]);
  await hold("oxlint", ["--quiet"]);
  await hold("prettier", ["--check", "--log-level=warn", "."]);
  process.exitCode = await tool("vitest", ["run", ...process.argv.slice(2)], { env });
});

/** @param {string} name @param {string[]} args */
async function hold(name, args) {
  mustSucceed(await tool(name, args), `${name} found what stands above.`);
}
