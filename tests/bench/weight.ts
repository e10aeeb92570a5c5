/** Every file of a board's first load, as a browser gets it; beside it the libraries that it is built on. */
import { launch } from "../support/chromium.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { startHub } from "../support/bench/hub.ts";
import { round } from "../support/bench/numbers.ts";
import { BUDGET, sum, weighBoard, type Weight, weighLibraries } from "../support/bench/weight.ts";

/** The demo's: what a board loads depends on its centre's languages. */
const CENTRES = ["larkhill", "northbrook", "aberhelyg"];

await benchmark("weight", async (keep) => {
  const hub = keep(await startHub({ demo: true }));
  const browser = await launch();
  keep({ stop: () => browser.close() });
  const weights: Weight[] = [];
  for (const centre of CENTRES) weights.push(await weighBoard(browser, hub.url, centre));
  const inAll = ({ bytes, languages }: Weight) => bytes + sum(languages);
  const heaviest = weights.toSorted((one, other) => inAll(other) - inAll(one))[0]!;
  const libraries = await weighLibraries();
  return {
    figures: {
      bytes: heaviest.bytes,
      withLanguagesBytes: inAll(heaviest),
      serviceWorkerBytes: heaviest.worker.bytes,
      files: [...heaviest.files, ...heaviest.languages, heaviest.worker],
    },
    yardstick: { bytes: libraries },
    ratio: { bytes: round(heaviest.bytes / libraries, 2) },
    target: { bytes: BUDGET },
    pass: heaviest.bytes <= BUDGET,
    runs: CENTRES.length,
  };
});
