import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { done, refused, type Result } from "#shared/result.ts";

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly extension: Extension;
}

export type Extension = "webp" | "mp4" | "webm" | "pdf";

export interface Store {
  /** Keeps all of them or none; ids in the order given. Refuses with `disk-full`. */
  keep(files: readonly StoredFile[]): Promise<Result<readonly string[]>>;
  /** Where a file with this id lies, or would lie. Refuses what is no id of ours with `no-such-file`. */
  path(id: string): Result<string>;
  read(id: string): Promise<Result<Buffer>>;
}

/** 43 characters are a SHA-256 in base64url: no dot, no slash, so an id cannot lead out of the folder. */
const ID = /^[A-Za-z0-9_-]{43}\.(?:webp|mp4|webm|pdf)$/;
const INCOMING = ".incoming-";
const ABANDONED_AFTER = 60 * 60 * 1000;

/**
 * A folder of files named by the hash of their bytes: the same bytes are one file, and what an address shows never
 * changes, so browsers may keep it for good.
 */
export async function openStore(folder: string): Promise<Store> {
  await mkdir(folder, { recursive: true });
  await sweep(folder);
  const path = (id: string): Result<string> =>
    ID.test(id) ? done(join(folder, id)) : refused("no-such-file");
  return {
    path,
    keep: (files) => keep(folder, files),
    async read(id) {
      const where = path(id);
      if (!where.ok) return where;
      const bytes = await readFile(where.value).catch(absent);
      return bytes ? done(bytes) : refused("no-such-file");
    },
  };
}

async function keep(folder: string, files: readonly StoredFile[]): Promise<Result<readonly string[]>> {
  const ids = files.map(idOf);
  const written: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const [place, file] of files.entries()) {
      const to = join(folder, ids[place]!);
      if (await holds(to, file.bytes.byteLength)) {
        // Handed in anew: it is not of no use to anybody, however long it has lain there.
        await utimes(to, new Date(), new Date());
        continue;
      }
      const from = join(folder, INCOMING + randomUUID());
      written.push({ from, to });
      await write(from, file.bytes);
    }
    for (const { from, to } of written) await rename(from, to);
    await flush(folder);
    return done(ids);
  } catch (error) {
    await Promise.all(written.map(({ from }) => rm(from, { force: true })));
    if (isFull(error)) return refused("disk-full");
    throw error;
  }
}

function idOf({ bytes, extension }: StoredFile): string {
  return `${createHash("sha256").update(bytes).digest("base64url")}.${extension}`;
}

async function holds(path: string, length: number): Promise<boolean> {
  return (await stat(path).catch(absent))?.size === length;
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is only safe from a power cut once the folder itself is on the disk. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a crash left half-written. Another hub on the same folder may be writing now, hence the age. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(INCOMING)) continue;
    const path = join(folder, name);
    const since = (await stat(path).catch(absent))?.mtimeMs;
    if (since !== undefined && Date.now() - since > ABANDONED_AFTER) await rm(path, { force: true });
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/** A full disk, a full quota, and a file larger than this process may write. */
function isFull(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT", "EFBIG"].includes((error as NodeJS.ErrnoException).code ?? "");
}
