/** Screens by the thousand, and centres for them, written into the database as pairing would. */
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Health } from "#shared/screens/screen.ts";
import { done } from "#shared/result.ts";
import { saveCentre } from "#server/centres/save.ts";
import { change } from "#server/db/change.ts";
import type { Database } from "#server/db/open.ts";
import { SCREEN_COOKIE } from "#server/live/identity.ts";
import { hashToken, newToken } from "#server/screens/token.ts";
import { centre } from "../drafts.ts";
import { type Program, startProgram } from "./program.ts";

/** As a real board tells of itself. */
export const health: Health = {
  app: "0123456789ab",
  painted: 0,
  clockError: -143,
  picture: { width: 1920, height: 1080 },
  storageLeft: 2_147_483_648,
  keepsCopy: true,
};

export async function plantCentre(database: Database, slug: string): Promise<void> {
  const act = { who: "bench", at: new Date().toISOString() };
  const saved = await change(database, (tx) => saveCentre(tx, centre(slug), null, act));
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
}

/** Pairs so many boards with a centre and gives their cookies. */
export async function plantScreens(database: Database, slug: string, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, newToken);
  const rows = tokens.map((token, at) => ({
    id: randomUUID(),
    centre: slug,
    kind: "board",
    name: `Screen ${at + 1}`,
    token_hash: hashToken(token),
    paired: new Date().toISOString(),
    unpaired: null,
    last_seen: null,
    health: null,
    revision: 1,
    settings: "{}",
  }));
  const BATCH = 500;
  await change(database, async (tx) => {
    for (let from = 0; from < count; from += BATCH)
      await tx
        .insertInto("screen")
        .values(rows.slice(from, from + BATCH))
        .execute();
    return done(null);
  });
  return tokens.map((token) => `${SCREEN_COOKIE}=${token}`);
}

/** Connects them from processes of their own, and resolves when each has been welcomed. */
export async function gather(
  url: string,
  cookies: readonly (string | null)[],
  processes: number,
): Promise<readonly Program[]> {
  const file = fileURLToPath(new URL("crowd.ts", import.meta.url));
  const crowds = Array.from({ length: processes }, () => startProgram(file));
  const share = Math.ceil(cookies.length / processes);
  await Promise.all(
    crowds.map((crowd, at) =>
      crowd.ask("gather", { url, cookies: cookies.slice(at * share, (at + 1) * share) }),
    ),
  );
  return crowds;
}
