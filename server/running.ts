/** How the command line finds the hub that runs on this machine, and what the hub says when it is ready. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import path from "node:path";
import type { Config } from "./config.ts";

/** Writes down where this hub listens; returns the forgetting. */
export function noteRunning(config: Config, port: number): () => void {
  const file = noteFile(config.data);
  writeFileSync(file, JSON.stringify({ url: localUrl(config, port), pid: process.pid }));
  return () => rmSync(file, { force: true });
}

/** The address of the hub that runs on this data folder; the note of one that was killed counts for nothing. */
export function runningHub(data: string): string | null {
  try {
    const note = JSON.parse(readFileSync(noteFile(data), "utf8")) as { url?: unknown; pid?: unknown };
    return typeof note.url === "string" && isAlive(Number(note.pid)) ? note.url : null;
  } catch {
    return null;
  }
}

/** A process of somebody else is alive as well, though it may not be signalled. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function noteFile(data: string): string {
  return path.join(data, "hub.json");
}

function localUrl(config: Config, port: number): string {
  const anywhere = config.host === "0.0.0.0" || config.host === "::";
  const host = anywhere ? "127.0.0.1" : config.host.includes(":") ? `[${config.host}]` : config.host;
  return `${config.tls ? "https" : "http"}://${host}:${port}`;
}

/**
 * What a person who has just started the hub wants to open; a few of its `centres`, by their slugs.
 * @param setUp where the first district lead comes in, once, from the hub's address on
 */
export function addressesOf(
  config: Config,
  port: number,
  centres: readonly string[],
  setUp: string | null,
): string {
  const local = localUrl(config, port).replace("127.0.0.1", "localhost");
  const base = config.publicUrl ?? local;
  const lines = ["", "Signpost is ready.", "", `  Start here      ${base}/`];
  for (const slug of centres.slice(0, 3)) lines.push(`  A board         ${base}/board?centre=${slug}`);
  for (const slug of centres.slice(0, 1)) lines.push(`  A kiosk         ${base}/kiosk?centre=${slug}`);
  lines.push(`  Pair a screen   ${base}/pair`, `  The console     ${base}/console`);
  if (setUp !== null) lines.push(`  Set it up       ${base}${setUp}`);
  const others = config.publicUrl || config.host !== "0.0.0.0" ? [] : lanAddresses();
  for (const address of others)
    lines.push(`  From a screen   ${config.tls ? "https" : "http"}://${address}:${port}/pair`);
  return [...lines, "", "Ctrl-C stops it."].join("\n");
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}
