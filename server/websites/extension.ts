/**
 * The guard as this hub gives it out: signed with a key that the hub made for itself, under a version that goes up
 * whenever the guard was built anew, so that kiosks take it over.
 */
import { createHash, generateKeyPairSync } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { change } from "#server/db/change.ts";
import type { Database, Writing } from "#server/db/open.ts";
import { sealingUnder } from "#server/sealing.ts";
import { done } from "#shared/result.ts";
import { pack, type Packed } from "./crx.ts";

export interface Extension extends Packed {
  readonly version: string;
}

type Files = Readonly<Record<string, Uint8Array>>;

/**
 * Packs what was built in `folder`; `null` where nothing was. All hubs of one database give out the same.
 * @param now epoch ms
 */
export async function makeExtension(
  database: Database,
  folder: string,
  secret: string,
  now: number,
): Promise<Extension | null> {
  const files = await readFiles(folder);
  if (files === null) return null;
  const digest = digestOf(files);
  const result = await change(database, async (tx) => done(await rowFor(tx, secret, digest, now)));
  if (!result.ok) return null;
  const { key, version } = result.value;
  return { version, ...pack(withVersion(files, version), key) };
}

async function readFiles(folder: string): Promise<Files | null> {
  const names: string[] = await readdir(folder).catch(() => []);
  if (!names.includes("manifest.json")) return null;
  const files = names
    .filter((name) => /\.(js|json|html|css)$/.test(name))
    .toSorted()
    .map(async (name) => [name, await readFile(path.join(folder, name))] as const);
  return Object.fromEntries(await Promise.all(files));
}

function digestOf(files: Files): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of Object.entries(files)) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest("base64url");
}

function withVersion(files: Files, version: string): Files {
  const manifest = JSON.parse(Buffer.from(files["manifest.json"]!).toString("utf8")) as object;
  return { ...files, "manifest.json": Buffer.from(JSON.stringify({ ...manifest, version })) };
}

async function rowFor(tx: Writing, secret: string, digest: string, now: number) {
  // A copy of the database alone signs nothing.
  const { seal, open } = sealingUnder(secret, "guard key");
  const before = await tx.selectFrom("guard").selectAll().where("id", "=", 1).executeTakeFirst();
  const held = before && open(before.key);
  if (before && held && before.digest === digest) return { key: held, version: before.version };
  // A database from another hub brings a key that this one cannot read: kiosks then get a new guard.
  const key = held ?? newKey();
  const version = laterThan(before?.version ?? "", now);
  const row = { key: seal(key), digest, version };
  await tx
    .insertInto("guard")
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  return { key, version };
}

const MINUTES_A_DAY = 1_440;

/** Days and minutes of now: four numbers below 65,536 that only go up, also after a backup was restored. */
function laterThan(before: string, now: number): string {
  const minutes = Math.floor((now - Date.UTC(2026, 0, 1)) / 60_000);
  const [, days = 0, rest = 0] = before.split(".").map(Number);
  const next = Math.max(minutes, days * MINUTES_A_DAY + rest + 1);
  return `1.${Math.floor(next / MINUTES_A_DAY)}.${next % MINUTES_A_DAY}`;
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
