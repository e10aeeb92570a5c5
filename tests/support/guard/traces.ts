/** What visitors leave on a device: in the browser's memory, in its files, beside it. */
import { copyFile, readdir } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Driven } from "./devtools.ts";

export interface Traces {
  /** `name@domain` of every cookie. */
  cookies(): Promise<readonly string[]>;
  /** What the browser would offer to fill in: names, passwords, and the pages that were visited. */
  typed(): Promise<readonly string[]>;
  /** Files that came onto the device. */
  downloads(): Promise<readonly string[]>;
}

/**
 * @param browser the one that runs now
 * @param folder the visitors' home folder, in which the profile lies
 */
export function tracesOf(browser: () => Driven, folder: string, hub: string): Traces {
  async function told(file: string, query: string): Promise<string[]> {
    // The browser holds its own locked.
    const copy = path.join(folder, `copy of ${file}`);
    await copyFile(path.join(folder, "profile/Default", file), copy);
    const database = new DatabaseSync(copy);
    const rows = database.prepare(query).all() as { what: string }[];
    database.close();
    return rows.map(({ what }) => what);
  }
  return {
    async cookies() {
      const { cookies } = await browser().send<{ cookies: { name: string; domain: string }[] }>(
        "Storage.getCookies",
      );
      return cookies.map(({ name, domain }) => `${name}@${domain}`);
    },
    async typed() {
      return [
        ...(await told("Web Data", "select value as what from autofill")),
        ...(await told("Login Data", "select origin_url as what from logins")),
        ...(await told("History", "select url as what from urls")).filter((url) => !url.startsWith(hub)),
      ];
    },
    downloads: () => readdir(path.join(folder, "Downloads")).catch(() => []),
  };
}
