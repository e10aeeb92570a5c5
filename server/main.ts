/** The hub's process: reads the settings, serves until it is told to stop, and stops cleanly. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { listCentres } from "./centres/save.ts";
import { readConfig } from "./config.ts";
import { lockFolder } from "./db/lock.ts";
import { openHub } from "./hub.ts";
import { addressesOf, noteRunning } from "./running.ts";
import { openLog } from "./log.ts";
import { mishapInWords } from "./mishaps.ts";
import { app, builtFolder, contentFolder } from "./places.ts";

/** After this the process ends, whatever is still open. */
const PATIENCE = 4_500;

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    for (const mistake of read.refusal.details as string[]) console.error(`Setting: ${mistake}`);
    process.exit(2);
  }
  const config = read.value;
  const log = openLog(config.log);
  for (const name of config.unknown) log.warn({ name }, "a setting of this name is not known");
  mkdirSync(config.data, { recursive: true });
  const unlock = lockFolder(config.data);
  if (!unlock)
    fail(
      `Another hub uses the folder ${config.data}. Stop it first, or set SIGNPOST_DATA to another folder.`,
    );
  const running = stopOnSignal();
  const hub = await openHub({
    config,
    log,
    app,
    built: builtFolder,
    content: contentFolder,
    now: Date.now,
  });
  const port = await hub.listen();
  const forget = noteRunning(config, port);
  running(async () => {
    await hub.stop();
    forget();
    unlock();
    log.info("stopped");
  });
  const centres = (await listCentres(hub.database.reading)).map(({ centre }) => centre.slug);
  log.info({ port, data: path.resolve(config.data), engine: hub.database.engine }, "ready");
  process.stdout.write(`${addressesOf(config, port, centres, await hub.setUpLink())}\n`);
}

/**
 * Heeds signals from now on. A hub that is still starting is stopped as soon as it could be: what
 * it returns is told how.
 */
function stopOnSignal(): (stop: () => Promise<void>) => void {
  let stop: (() => Promise<void>) | null = null;
  let wanted = false;
  function end(): void {
    if (!wanted) setTimeout(() => process.exit(1), PATIENCE).unref();
    wanted = true;
    const stopping = stop;
    stop = null;
    stopping?.().then(
      () => process.exit(0),
      (error: unknown) => fail(`The hub did not stop cleanly: ${String(error)}`),
    );
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  // Started through another Node, the hub must not outlive it.
  process.on("disconnect", end);
  return (how) => {
    stop = how;
    if (wanted) end();
  };
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}

main().catch((error: unknown) =>
  fail(mishapInWords(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))),
);
