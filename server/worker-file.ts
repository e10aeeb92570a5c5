import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The file of what runs in a process or thread of its own: beside the source in `folder` that starts it, or, once
 * built, beside or above the chunk that holds that. What needs Vite to be read (`?raw`) is taken as it was built
 * last, also where the hub runs from source. Throws where it was not built.
 */
export function workerFile(folder: string, name: string): string {
  const places = [`${name}.ts`, `${name}.js`, `../${name}.js`, `../../dist/server/${name}.js`].map((place) =>
    path.join(folder, place),
  );
  const file = places.find((place) => existsSync(place));
  if (!file) throw new Error(`${name} is neither beside nor above ${folder}: build the hub again.`);
  return file;
}
