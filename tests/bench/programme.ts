/** One whole centre's text, full texts and all languages, as the API sends it compressed. */
import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import type { Changes, EntryType } from "#shared/programme.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { plantFullCentre } from "../support/bench/district.ts";
import { startHub } from "../support/bench/hub.ts";
import { round } from "../support/bench/numbers.ts";

const MOST = 40_000;
const CENTRE = "larkhill";
const SIZE = { vacancies: 64, leaflets: 18, events: 15 };

await benchmark("programme", async (keep) => {
  const hub = keep(await startHub({ plant: (database) => plantFullCentre(database, CENTRE, SIZE) }));
  const address = `${hub.url}/api/v1/centres/${CENTRE}/programme`;
  const [plain, gzip, brotli] = await Promise.all(
    ["identity", "gzip", "br"].map((kind) => bytesSent(address, kind)),
  );
  const { entries }: Changes = JSON.parse(plain!.toString());
  const count = (type: EntryType) => entries.filter((entry) => entry.type === type).length;
  const figures = {
    vacancies: count("vacancy"),
    leaflets: count("leaflet"),
    events: count("event"),
    plainBytes: plain!.length,
    gzipBytes: gzip!.length,
    brotliBytes: brotli!.length,
  };
  const yardstick = { gzipBytes: gzipSync(plain!, { level: 9 }).length };
  return {
    figures,
    yardstick,
    ratio: { gzipBytes: round(figures.gzipBytes / yardstick.gzipBytes, 2) },
    target: { gzipBytes: MOST, brotliBytes: MOST },
    pass: Math.max(figures.gzipBytes, figures.brotliBytes) <= MOST,
    runs: 1,
  };
});

/** The body as it came over the wire. Throws where it is encoded otherwise than asked. */
function bytesSent(address: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { "Accept-Encoding": encoding } }, (response) => {
      const came = response.headers["content-encoding"] ?? "identity";
      if (came === encoding) resolve(buffer(response));
      else reject(new Error(`Asked for ${encoding}, got ${came}.`));
    }).once("error", reject);
  });
}
