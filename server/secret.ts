/** The hub's secret: given by a setting, else made once and kept in the data folder. */
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Only the hub's own user may read the file. Throws where it can neither be read nor made. */
export function secretOf(given: string | null, folder: string): string {
  if (given !== null) return given;
  const file = path.join(folder, "secret");
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}
