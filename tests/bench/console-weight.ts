/** Every file of the console's first load, as an adviser's browser gets it; beside it the libraries that it is built on. */
import { launch } from "../support/chromium.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { CONSOLE_BUDGET, weighConsole, weighConsoleLibraries } from "../support/bench/console-weight.ts";
import { startHub } from "../support/bench/hub.ts";
import { round } from "../support/bench/numbers.ts";
import { sum } from "../support/bench/weight.ts";
import { Browser, enterBy } from "../support/people.ts";

await benchmark("console-weight", async (keep) => {
  const hub = keep(await startHub({ demo: true }));
  const browser = await launch();
  keep({ stop: () => browser.close() });
  const who = { email: "ada@example.org", role: "adviser" as const, centres: ["larkhill"], decides: [] };
  const handed = await hub.order("addPerson", who);
  const adviser = new Browser(hub.url);
  await enterBy(adviser, {
    link: (handed as { link: string }).link,
    password: "correct horse battery staple",
  });
  const files = await weighConsole(browser, hub.url, adviser.cookie);
  const libraries = await weighConsoleLibraries();
  const bytes = sum(files);
  return {
    figures: { bytes, files },
    yardstick: { bytes: libraries },
    ratio: { bytes: round(bytes / libraries, 2) },
    target: { bytes: CONSOLE_BUDGET },
    pass: bytes <= CONSOLE_BUDGET,
    runs: 1,
  };
});
