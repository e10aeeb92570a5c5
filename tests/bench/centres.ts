/** What a publish costs in a district of 3,500 centres, beside the same in a district of ten, on both databases. */
import { noticeDraft } from "../support/drafts.ts";
import { freshPostgres, startPostgres } from "../support/postgres.ts";
import { connectScreen, type TestScreen } from "../support/screens.ts";
import { benchmark, type Keep } from "../support/bench/benchmark.ts";
import { ITEMS_EACH, plantCentres, slugOf } from "../support/bench/centres.ts";
import { monotonic } from "../support/bench/channel.mjs";
import { type HubProcess, startHub } from "../support/bench/hub.ts";
import { median, round } from "../support/bench/numbers.ts";

const FEW = 10;
const MANY = 3_500;
const RUNS = 100;
const WARM_UP = 20;
const MOST = 1.5;

/** A hub with a screen in one of its centres. */
interface District {
  readonly hub: HubProcess;
  readonly screen: TestScreen;
  readonly centre: string;
  /** From the command until its change was at the screen, ms. */
  readonly tookMs: number[];
  readonly cpuMs: number[];
}

await benchmark("centres", async (keep) => {
  const postgres = keep(await startPostgres());
  const sqlite = [await district(keep, FEW), await district(keep, MANY)] as const;
  const onPostgres = [
    await district(keep, FEW, (await freshPostgres(postgres.url)).url),
    await district(keep, MANY, (await freshPostgres(postgres.url)).url),
  ] as const;
  for (let run = 0; run < WARM_UP + RUNS; run += 1)
    for (const each of [...sqlite, ...onPostgres]) await publish(each, run);
  const [fewOnSqlite, manyOnSqlite] = sqlite.map(summary);
  const [fewOnPostgres, manyOnPostgres] = onPostgres.map(summary);
  const ratio = {
    sqliteMs: round(manyOnSqlite!.ms / fewOnSqlite!.ms, 2),
    sqliteHubCpuMs: round(manyOnSqlite!.cpuMs / fewOnSqlite!.cpuMs, 2),
    postgresMs: round(manyOnPostgres!.ms / fewOnPostgres!.ms, 2),
    postgresHubCpuMs: round(manyOnPostgres!.cpuMs / fewOnPostgres!.cpuMs, 2),
  };
  return {
    figures: { centres: MANY, ...named(manyOnSqlite!, manyOnPostgres!) },
    yardstick: { centres: FEW, ...named(fewOnSqlite!, fewOnPostgres!) },
    ratio,
    target: { "ratio of sqliteMs": MOST, "ratio of postgresMs": MOST },
    pass: Math.max(ratio.sqliteMs, ratio.postgresMs) <= MOST,
    runs: RUNS,
  };
});

async function district(keep: Keep, centres: number, databaseUrl?: string): Promise<District> {
  const hub = keep(
    await startHub({
      plant: (database) => plantCentres(database, centres),
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    }),
  );
  const centre = slugOf(centres >> 1);
  const screen = await connectScreen(hub.url);
  keep({ stop: () => screen.close() });
  const welcome = await screen.hello({ centre });
  const held = welcome.state === "welcome" ? welcome.changes.entries.length : 0;
  if (held !== ITEMS_EACH + 1) throw new Error(`The screen of ${centre} holds ${held} entries.`);
  return { hub, screen, centre, tookMs: [], cpuMs: [] };
}

async function publish({ hub, screen, centre, tookMs, cpuMs }: District, run: number): Promise<void> {
  const id = `bench-${run}`;
  await hub.order("saveItem", noticeDraft(id, `Bench ${run}`, [centre]));
  const cpu = await hub.ask<number>("cpu");
  const sent = monotonic();
  const arrived = screen.nextChanges().then(monotonic);
  await hub.order("publishItem", { id, over: null });
  const took = (await arrived) - sent;
  if (run < WARM_UP) return;
  tookMs.push(took);
  cpuMs.push((await hub.ask<number>("cpu")) - cpu);
}

function summary({ tookMs, cpuMs }: District) {
  return { ms: round(median(tookMs), 2), cpuMs: round(median(cpuMs), 2) };
}

function named(sqlite: ReturnType<typeof summary>, postgres: ReturnType<typeof summary>) {
  return {
    sqliteMs: sqlite.ms,
    sqliteHubCpuMs: sqlite.cpuMs,
    postgresMs: postgres.ms,
    postgresHubCpuMs: postgres.cpuMs,
  };
}
