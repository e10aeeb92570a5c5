/** Brings one file into a media folder and prints what came of it: `node bring.ts FOLDER FILE`. */
import { readFile } from "node:fs/promises";
import { openMedia } from "#server/media/media.ts";

const [folder, file] = process.argv.slice(2);
const media = await openMedia(folder!);
console.log(JSON.stringify(await media.keep(await readFile(file!), file)));
await media.stop();
