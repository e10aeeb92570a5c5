/** Where the hub finds what was built and what is shipped with it. */
import path from "node:path";

/** The repository's folder, from server/ as well as from dist/server/. */
const root = import.meta.dirname.endsWith(path.join("dist", "server"))
  ? path.join(import.meta.dirname, "..", "..")
  : path.join(import.meta.dirname, "..");

export const builtFolder = path.join(root, "dist", "kiosk");
export const contentFolder = path.join(root, "content");

/** The name of the build that these pages are; a screen of another one updates itself. */
export const app: string = import.meta.env.SIGNPOST_APP ?? "development";
