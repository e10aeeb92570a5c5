import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll } from "vitest";
import { LIMITS, type Bounds } from "#server/media/limits.ts";
import { openMedia, type Kept, type Media } from "#server/media/media.ts";
import type { Result } from "#shared/result.ts";
import { temporaryFolder } from "../../support/folder.ts";

export const SAMPLES = join(import.meta.dirname, "../../samples");

export function sample(path: string): Promise<Buffer> {
  return readFile(join(SAMPLES, path));
}

export interface Door extends Media {
  readonly folder: string;
  /** The sample, handed in under its own name. */
  bring(path: string): Promise<Result<Kept>>;
  names(): Promise<string[]>;
}

/** A media store in an empty folder, closed and removed after the last test of the file. */
export async function openDoor(limits: Partial<Bounds> = {}): Promise<Door> {
  const folder = await temporaryFolder("media");
  const media = await openMedia(folder.path, { ...LIMITS, ...limits });
  afterAll(async () => {
    await media.stop();
    await folder.remove();
  });
  return {
    ...media,
    folder: folder.path,
    bring: async (path) => media.keep(await sample(path), path),
    names: () => readdir(folder.path),
  };
}

/** What was kept, of the kind expected; throws with the refusal where it was not. */
export function kept<K extends Kept["kind"]>(result: Result<Kept>, kind: K): Extract<Kept, { kind: K }> {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  if (result.value.kind !== kind) throw new Error(`kept as ${result.value.kind}`);
  return result.value as Extract<Kept, { kind: K }>;
}

export async function stored(door: Door, id: string): Promise<Buffer> {
  const bytes = await door.read(id);
  if (!bytes.ok) throw new Error(`not in the store: ${id}`);
  return bytes.value;
}
