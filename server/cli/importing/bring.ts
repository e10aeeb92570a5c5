/** What is to be imported: a file of this machine, or what lies at an address. */
import { readFile as readBytes } from "node:fs/promises";
import path from "node:path";
import { done, refused, type Result } from "#shared/result.ts";
import { readWayOut } from "#server/config.ts";
import { openOutside } from "#server/outside/outside.ts";

export interface Brought {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of this machine, or whatever lies at a web address: that, and nothing that it leads to. */
export async function bring(from: string): Promise<Result<Brought>> {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) {
    const bytes = await readBytes(from).catch(() => null);
    return bytes === null
      ? refused("cannot-read", { file: from })
      : done({ name: path.basename(from), bytes });
  }
  const way = readWayOut(process.env);
  if (!way.ok) return way;
  const outside = openOutside(way.value, Date.now);
  try {
    const got = await outside.fetch({ url: from });
    if (!got.ok) return got;
    const { url } = got.value;
    const name = path.posix.basename(new URL(url).pathname) || new URL(url).hostname;
    return done({ name, bytes: got.value.state === "new" ? got.value.bytes : Buffer.alloc(0) });
  } finally {
    await outside.close();
  }
}
