/** The commands about one's own account: where one is signed in, and tokens for programs. */
import type { peopleCommands } from "#shared/people/commands.ts";
import type { OpenSession } from "#shared/people/person.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Handlers } from "#server/live/door.ts";
import { listTokens, makeToken } from "./tokens.ts";

type Own = Extract<keyof typeof peopleCommands, `${string}Session${string}` | `${string}Token${string}`>;

/** @param news `changed`: whatever this person has open must ask anew who they are */
export function accountHandlers(news: { changed(person: string): void }): Pick<Handlers, Own> {
  return {
    listSessions: async (db, _input, { who, at }) => done(await openSessions(db, who, at)),
    async endSession(tx, { id }, { who, afterwards }) {
      afterwards(() => news.changed(who));
      return drop(tx, "session", id, who);
    },
    listTokens: async (db, _input, { who }) => done(await listTokens(db, who)),
    makeToken,
    endToken: (tx, { id }, { who }) => drop(tx, "token", id, who),
  };
}

async function openSessions(db: Reading, person: string, at: string): Promise<readonly OpenSession[]> {
  const rows = await db
    .selectFrom("session")
    .selectAll()
    .where("person", "=", person)
    .where("expires", ">", at)
    .orderBy("changed", "desc")
    .execute();
  return rows.map(({ id, created, changed, address, browser }) => ({
    id,
    since: created,
    lastSeen: changed,
    address,
    browser,
  }));
}

/** Of one's own only: another's is as if it were not there. */
async function drop(
  tx: Writing,
  table: "session" | "token",
  id: string,
  person: string,
): Promise<Result<{ readonly id: string }>> {
  const { numDeletedRows } = await tx
    .deleteFrom(table)
    .where("id", "=", id)
    .where("person", "=", person)
    .executeTakeFirst();
  return numDeletedRows === 1n ? done({ id }) : refused("not-there");
}
