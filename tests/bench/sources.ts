/**
 * Ten thousand vacancies read, understood and saved, as an API's pages and as a table, on both databases: how fast,
 * at what memory, and whether anybody at the hub had to wait. And a round over fifty sources that are known.
 */
import { readFileSync } from "node:fs";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import type { Run, Source } from "#shared/sources/schema.ts";
import { openDatabase, type Database } from "#server/db/open.ts";
import { launch } from "../support/chromium.ts";
import { noticeDraft } from "../support/drafts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type Advert, type JobSite, openJobSite, teachingVacanciesPage } from "../support/job-site.ts";
import { freshPostgres, startPostgres } from "../support/postgres.ts";
import { benchmark, type Keep } from "../support/bench/benchmark.ts";
import { monotonic } from "../support/bench/channel.mjs";
import { plantFullCentre } from "../support/bench/district.ts";
import { type HubProcess, startHub } from "../support/bench/hub.ts";
import { median, round } from "../support/bench/numbers.ts";
import type { Painted } from "../support/bench/probe.mjs";

const RECORDS = 10_000;
/** Pages as large as four of them need: the pauses between pages are the other side's time, not ours. */
const PER_PAGE = 2_500;
const SOURCES = 50;
const PER_SOURCE = 2_000;
const CENTRE = "larkhill";
/** All three parts, on a busy machine (ms). */
const LONGEST = 900_000;
const TARGET = { loopP99Ms: 50, grownMb: 200, publishMs: 250, roundCpuMs: 60_000 };

/** `npm run bench -- sources sqlite` measures that part alone. */
const PARTS = ["sqlite", "postgres", "round"] as const;
const asked = PARTS.filter((part) => process.argv.includes(part));
const parts: readonly string[] = asked.length > 0 ? asked : PARTS;

await benchmark("sources", async (keep) => {
  const site = await openJobSite();
  keep({ stop: () => site.close() });
  const folder = await temporaryFolder("bench-sources");
  keep({ stop: () => folder.remove() });
  const databases: Record<string, Awaited<ReturnType<typeof onOne>>> = {};
  if (parts.includes("sqlite")) databases.sqlite = await onOne(keep, site, `file:${folder.path}/signpost.db`);
  if (parts.includes("postgres")) {
    const postgres = await startPostgres();
    keep({ stop: postgres.stop });
    databases.postgres = await onOne(keep, site, (await freshPostgres(postgres.url)).url);
  }
  const full = parts.includes("round") ? await fullRound(keep, site, `file:${folder.path}/round.db`) : null;
  const bare = await bareInserts(folder.path);
  const each = Object.values(databases);
  const all = each.flatMap(({ json, csv }) => [json, csv]);
  return {
    figures: { ...databases, ...(full && { round: full }) },
    yardstick: { bareInsertsPerSecond: bare },
    ratio: Object.fromEntries(Object.entries(databases).map(([name, { csv }]) => [`${name}Csv`, round(bare / csv.perSecond, 1)])),
    target: TARGET,
    pass:
      all.every(({ loopP99Ms, grownMb, publishMs }) => loopP99Ms <= TARGET.loopP99Ms && grownMb <= TARGET.grownMb && publishMs <= TARGET.publishMs) &&
      (full === null || full.cpuMs <= TARGET.roundCpuMs) &&
      each.every(({ unchanged }) => unchanged.requests === 1 && unchanged.writes === 0),
    runs: 1,
  };
}, LONGEST); // prettier-ignore

/** Two thousand different jobs, over and over under other names. */
function adverts(count: number): readonly Advert[] {
  const titles = ["Teaching Assistant", "Cook", "Cleaner", "Receptionist", "Care Assistant", "Warehouse Operative", "Nursery Nurse", "Midday Supervisor"]; // prettier-ignore
  return Array.from({ length: count }, (_, index) => ({
    slug: `job-${index}`,
    title: `${titles[index % titles.length]} ${index}`,
    employer: `Employer ${index % 400}`,
    pay: `£${(12.71 + (index % 40) / 10).toFixed(2)} per hour`,
    description: `<p>We need somebody for ${10 + (index % 27)} hours per week, term time only, Monday to Friday.</p><p>${"You will work with children and their families. ".repeat(20)}</p>`,
  }));
}

function table(all: readonly Advert[]): string {
  const rows = all.map(({ slug, title, employer, pay, description }) => `${slug},${title},${employer},LS9 7AB,${pay},31/12/2030,"${description}"`); // prettier-ignore
  return ["Reference,Job title,Employer,Postcode,Pay,Closing date,Description", ...rows].join("\n");
}

function source(site: JobSite, path: string, name: string): Source {
  return {
    name, url: `${site.url}${path}`, format: null, everyMinutes: 10_000, mostPages: 100, paused: true,
    employer: null, record: null, fields: {}, to: { centres: [CENTRE] },
  }; // prettier-ignore
}

async function onOne(keep: Keep, site: JobSite, databaseUrl: string) {
  const browser = await launch();
  keep({ stop: () => browser.close() });
  const plant = (database: Database) =>
    plantFullCentre(database, CENTRE, { vacancies: 20, leaflets: 6, events: 8 });
  const hub = keep(await startHub({ databaseUrl, plant, env: { SIGNPOST_ALLOW_PRIVATE: site.host } }));
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(`${hub.url}/board?centre=${CENTRE}`);
  await page.locator(".board").waitFor();
  const [all, more] = [adverts(RECORDS), table(adverts(RECORDS))];
  site.answers(({ path, search }) =>
    path.endsWith(".csv")
      ? more
      : teachingVacanciesPage(site.url, all, Number(search.get("page") ?? 1), PER_PAGE),
  );
  const json = await measured(hub, source(site, "/api/v1/jobs.json", "JSON"));
  const csv = await measured(hub, source(site, "/jobs.csv", "CSV"));
  const unchanged = await again(hub, site, csv.id, databaseUrl);
  await browser.close();
  await hub.stop();
  return { json: json.figures, csv: csv.figures, unchanged };
}

async function measured(hub: HubProcess, what: Source) {
  const { id } = (await hub.order("saveSource", { source: what, over: null })) as { id: string };
  await publish(hub, `warm-${id}`);
  const before = await hub.ask<number>("rss");
  await hub.ask("loopBegins");
  const began = monotonic();
  const going = { on: true };
  const reading = (hub.order("readSource", { id }) as Promise<Run>).finally(() => (going.on = false));
  let most = before;
  const painted: number[] = [];
  while (going.on) {
    most = Math.max(most, await hub.ask<number>("rss"));
    painted.push(await publish(hub, `n-${id}-${painted.length}`));
  }
  const run = await reading;
  const seconds = (monotonic() - began) / 1000;
  if (run.added !== RECORDS) throw new Error(`Only ${run.added} came in: ${JSON.stringify(run)}`);
  const figures = {
    perSecond: round(RECORDS / seconds),
    seconds: round(seconds, 1),
    grownMb: round((most - before) / 1e6, 1),
    loopP99Ms: round(await hub.ask<number>("loopP99"), 1),
    publishMs: round(median(painted), 1),
    slowestPublishMs: round(Math.max(...painted), 1),
    publishes: painted.length,
  };
  return { id, figures };
}

/** Milliseconds from the publish command until a real board has drawn it. */
async function publish(hub: HubProcess, id: string): Promise<number> {
  await hub.order("saveItem", noticeDraft(id, `The crèche is full this morning (${id}).`, [CENTRE]));
  const painted = hub.ask<Painted>("nextPainted");
  const sent = monotonic();
  await hub.order("publishItem", { id, over: null });
  const { at } = await painted;
  const gone = hub.ask<Painted>("nextPainted");
  await hub.order("withdrawItem", { id, over: null });
  await gone;
  return at - sent;
}

/** The same source once more: what it costs where nothing has changed. */
async function again(hub: HubProcess, site: JobSite, id: string, databaseUrl: string) {
  const before = await everything(databaseUrl);
  site.asked.length = 0;
  const run = (await hub.order("readSource", { id })) as Run;
  if (run.outcome !== "unchanged") throw new Error(`It was ${run.outcome}.`);
  return { requests: site.asked.length, status: site.asked[0]?.status, writes: (await everything(databaseUrl)) - before };
} // prettier-ignore

/** A number that grows with every write to what a source writes to. */
async function everything(databaseUrl: string): Promise<number> {
  const database = await openDatabase(databaseUrl);
  try {
    const { rows } = await sql<{ sum: number }>`SELECT (SELECT count(*) FROM item_history) + (SELECT count(*) FROM source_run) + (SELECT count(*) FROM source_record) + (SELECT version FROM hub) AS sum`.execute(database.reading); // prettier-ignore
    return Number(rows[0]?.sum);
  } finally {
    await database.close();
  }
}

/** Fifty sources of two thousand vacancies each, all known and all sent whole once more, each a little changed at its end. */
async function fullRound(keep: Keep, site: JobSite, databaseUrl: string) {
  let tail = "";
  const text = table(adverts(PER_SOURCE));
  site.answers(() => text + tail);
  const env = { SIGNPOST_ALLOW_PRIVATE: site.host };
  const plant = (database: Database) => plantFullCentre(database, CENTRE, { vacancies: 20, leaflets: 6, events: 8 }); // prettier-ignore
  const first = keep(await startHub({ databaseUrl, plant, env }));
  const { id } = (await first.order("saveSource", { source: source(site, "/jobs.csv", "Many"), over: null })) as { id: string }; // prettier-ignore
  await first.order("readSource", { id });
  await first.stop();
  const ids = await multiply(databaseUrl, id);
  const hub = keep(await startHub({ databaseUrl, env }));
  tail = "\n";
  const before = await cpuOf(hub);
  const began = monotonic();
  for (const one of ids) {
    const run = (await hub.order("readSource", { id: one })) as Run;
    if (run.found !== PER_SOURCE || run.added + run.changed > 0) throw new Error(JSON.stringify(run));
  }
  const figures = {
    sources: ids.length,
    known: ids.length * PER_SOURCE,
    cpuMs: round((await cpuOf(hub)) - before),
    wallMs: round(monotonic() - began),
  };
  await hub.stop();
  return figures;
}

/** The one source and what came of it, forty-nine times more under other names. */
async function multiply(databaseUrl: string, id: string): Promise<readonly string[]> {
  const database = await openDatabase(databaseUrl);
  const ids = [id];
  for (let number = 1; number < SOURCES; number += 1) {
    const name = `${id}-${number}`;
    ids.push(name);
    await sql`INSERT INTO source SELECT ${name}, revision, body, secret, due, memory, changed, changed_by FROM source WHERE id = ${id}`.execute(database.reading); // prettier-ignore
    await sql`INSERT INTO item SELECT id || ${`-${number}`}, kind, state, audience, timing, until, revision, created, changed, ${`source:${name}`}, body FROM item WHERE changed_by = ${`source:${id}`}`.execute(database.reading); // prettier-ignore
    await sql`INSERT INTO source_record SELECT ${name}, key, vacancy || ${`-${number}`}, print, same, "like", leads, first_seen, closes, missed, gone FROM source_record WHERE source = ${id}`.execute(database.reading); // prettier-ignore
  }
  await database.close();
  return ids;
}

/** Of the hub and of the process in which it reads, milliseconds. */
async function cpuOf(hub: HubProcess): Promise<number> {
  const children = readFileSync(`/proc/${hub.pid}/task/${hub.pid}/children`, "utf8").trim().split(" ").filter(Boolean); // prettier-ignore
  return [String(hub.pid), ...children].reduce((sum, pid) => sum + cpuOfProcess(pid), 0);
}

/** User and system time in hundredths of a second, proc(5). */
function cpuOfProcess(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** What the disk alone allows: as many rows of the same size, forty at a time, nothing understood. */
async function bareInserts(folder: string): Promise<number> {
  const database = new SQLite(`${folder}/bare.db`);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("CREATE TABLE item (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
  const insert = database.prepare("INSERT INTO item VALUES (?, ?)");
  const all = adverts(RECORDS);
  const began = monotonic();
  for (let at = 0; at < all.length; at += 40) {
    database.transaction(() => {
      for (const advert of all.slice(at, at + 40)) insert.run(advert.slug, JSON.stringify(advert));
    })();
  }
  const seconds = (monotonic() - began) / 1000;
  database.close();
  return round(RECORDS / seconds);
}
