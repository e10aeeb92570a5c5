/**
 * The process in which the demo is planted, told what to do by its parent. What that takes (reading a district of
 * Markdown and JSON, and several hundred statements) neither keeps the hub from answering nor stays in its memory,
 * as what a thread took would: 40 MB, as measured.
 */
import { once } from "node:events";
import { openDatabase } from "#server/db/open.ts";
import { openMedia } from "#server/media/media.ts";
import { plantDemo } from "./plant.ts";

export interface PlantOrder {
  readonly databaseUrl: string;
  /** The media store's folder. */
  readonly mediaFolder: string;
  /** The repository's content/ folder. */
  readonly content: string;
  /** Where it is remembered which files were kept. */
  readonly memory: string;
  /** The instant as of which it is planted, epoch ms. */
  readonly now: number;
}

process.on("disconnect", () => process.exit());
const [{ databaseUrl, mediaFolder, now, ...order }] = (await once(process, "message")) as [PlantOrder];
const [database, media] = await Promise.all([openDatabase(databaseUrl), openMedia(mediaFolder)]);
try {
  // Decoding pictures takes seconds on a small machine, so the words go first.
  for (const decode of [false, true]) {
    process.send!(await plantDemo({ ...order, database, media, decode }, now));
  }
} finally {
  await media.stop();
  await database.close();
  process.disconnect();
}
