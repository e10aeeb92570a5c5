/** How the command line finds the hub that runs on this machine, and what the hub says when it is ready. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { listCentres } from "./centres/save.ts";
import type { Config } from "./config.ts";
import type { Hub } from "./hub.ts";

/** Writes down where this hub listens; returns the forgetting. */
export function noteRunning(config: Config, port: number): () => void {
  const file = noteFile(config.data);
  writeFileSync(file, JSON.stringify({ url: localUrl(config, port), pid: process.pid }));
  return () => rmSync(file, { force: true });
}

/** The address of the hub that wrote its note in this data folder; it may have died since. */
export function runningHub(data: string): string | null {
  try {
    const note: unknown = JSON.parse(readFileSync(noteFile(data), "utf8"));
    return typeof note === "object" && note && "url" in note && typeof note.url === "string"
      ? note.url
      : null;
  } catch {
    return null;
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

/** What a person who has just started the hub wants to open. */
export async function addressesOf(hub: Hub, config: Config, port: number): Promise<string> {
  const local = localUrl(config, port).replace("127.0.0.1", "localhost");
  const base = config.publicUrl ?? local;
  const centres = (await listCentres(hub.database.reading)).slice(0, 3).map(({ centre }) => centre.slug);
  const lines = ["", "Signpost is ready.", "", `  Start here      ${base}/`];
  for (const slug of centres) lines.push(`  A board         ${base}/board?centre=${slug}`);
  for (const slug of centres.slice(0, 1)) lines.push(`  A kiosk         ${base}/kiosk?centre=${slug}`);
  lines.push(`  Pair a screen   ${base}/pair`);
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
