import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Media } from "#shared/schema.ts";
import type { Result } from "#shared/result.ts";
import type { Kept } from "#server/media/media.ts";
import { operatorToken } from "#server/live/identity.ts";
import type { RunningHub } from "./hub.ts";

const samples = join(import.meta.dirname, "..", "samples");

/** Hands a file in at the hub's door; `body` also as a stream. */
export async function post(
  { url, hub }: RunningHub,
  body: NonNullable<RequestInit["body"]>,
  { name, ...more }: { readonly name?: string } & Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly result: Result<Kept> }> {
  const response = await fetch(`${url}/api/v1/media${name ? `?name=${encodeURIComponent(name)}` : ""}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${operatorToken(hub.secret)}`, ...more },
    body,
    duplex: "half",
  } as RequestInit);
  return { status: response.status, result: (await response.json()) as Result<Kept> };
}

/** Hands in a sample picture, as an item then names it. */
export async function handIn(running: RunningHub, sample: string): Promise<Media> {
  const { result } = await post(running, await readFile(join(samples, sample)), { name: basename(sample) });
  if (!result.ok || result.value.kind !== "picture") throw new Error(JSON.stringify(result));
  const { id, kind, width, height } = result.value.picture;
  return { id, kind, width, height, alt: null };
}
