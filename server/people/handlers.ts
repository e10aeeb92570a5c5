/** The commands about people. */
import { randomUUID } from "node:crypto";
import type { peopleCommands } from "#shared/people/commands.ts";
import type { KeptPerson, Person } from "#shared/people/person.ts";
import { hasOne } from "#shared/people/rules.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { missingCentre } from "#server/db/missing.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Acting, Handlers } from "#server/live/door.ts";
import { accountHandlers } from "./accountHandlers.ts";
import type { Letter } from "./letters.ts";
import { makeLink } from "./links.ts";
import { findPerson, giveCentres, listPeople } from "./people.ts";

export interface PeopleNews {
  /** Whatever a person has open must ask anew who they are. */
  changed(person: string): void;
  /** Sends a link, where the hub can: in the transaction that made it, so that both stand or neither. */
  readonly send: ((tx: Writing, letter: Letter, at: string) => Promise<void>) | null;
}

/** What a district lead hands over: `mailed` says whether the hub has sent it already. */
export interface Handed {
  readonly person: Person;
  readonly link: string;
  readonly mailed: boolean;
}

export function peopleHandlers(news: PeopleNews): Pick<Handlers, keyof typeof peopleCommands> {
  async function hand(
    tx: Writing,
    person: Person,
    purpose: "invite" | "reset",
    acting: Acting,
  ): Promise<Handed> {
    const path = await makeLink(tx, purpose, person.id, acting.now);
    const { email, name } = person;
    await news.send?.(tx, { purpose, email, name, path }, acting.at);
    return { person, link: path, mailed: news.send !== null };
  }
  return {
    async addPerson(tx, { email, name = email.split("@")[0] ?? email, role, centres, decides }, acting) {
      const before = await tx.selectFrom("person").selectAll().where("email", "=", email).executeTakeFirst();
      if (before?.ended === null) return refused("person-there", { email });
      const row = { name, role, ended: null, changed: acting.at };
      const id = before?.id ?? randomUUID();
      if (before) await tx.updateTable("person").set(row).where("id", "=", id).execute();
      else
        await tx
          .insertInto("person")
          .values({ ...row, id, email, email_verified: 1, image: null, created: acting.at, second_factor: 0 })
          .execute();
      return settle(tx, id, { role, centres, decides }, (person) => hand(tx, person, "invite", acting));
    },
    async changePerson(tx, { id, name, role, centres, decides }, acting) {
      if (!(await findPerson(tx, id))) return refused("no-such-person", { id });
      acting.afterwards(() => news.changed(id));
      return keepingLead(tx, async () => {
        const row = { name, role, changed: acting.at };
        await tx.updateTable("person").set(row).where("id", "=", id).execute();
        return settle(tx, id, { role, centres, decides }, async (person) => person);
      });
    },
    async renewLink(tx, { id, forgetSecondFactor }, acting) {
      const person = await findPerson(tx, id);
      if (!person) return refused("no-such-person", { id });
      if (forgetSecondFactor) await forgetSecond(tx, id);
      return done(await hand(tx, person, "reset", acting));
    },
    async endPerson(tx, { id }, acting) {
      if (!(await findPerson(tx, id))) return refused("no-such-person", { id });
      acting.afterwards(() => news.changed(id));
      return keepingLead(tx, async () => {
        for (const table of [
          "account",
          "session",
          "second_factor",
          "link",
          "token",
          "person_centre",
        ] as const)
          await tx.deleteFrom(table).where("person", "=", id).execute();
        const row = { ended: acting.at, second_factor: 0 };
        await tx.updateTable("person").set(row).where("id", "=", id).execute();
        return done({ id });
      });
    },
    listPeople: async (db) => done(await listPeople(db)),
    ...accountHandlers(news),
    whoIsWho: async (db, _input, { centres, who }) =>
      done((await listPeople(db)).filter((person) => person.id === who || meets(person, centres)).map(named)),
  };
}

async function settle<T>(
  tx: Writing,
  id: string,
  theirs: Pick<Person, "role" | "centres" | "decides">,
  then: (person: Person) => Promise<T>,
): Promise<Result<T>> {
  const stray = await missingCentre(tx, theirs.centres);
  if (stray !== null) return refused("no-such-centre", { centre: stray });
  await giveCentres(tx, id, theirs.role === "district" ? "all" : theirs.centres, theirs.decides);
  const person = await findPerson(tx, id);
  return person ? done(await then(person)) : refused("no-such-person", { id });
}

/** Without a district lead nobody could make another: who is the last one stays. */
async function keepingLead<T>(tx: Writing, act: () => Promise<Result<T>>): Promise<Result<T>> {
  const had = await hasLead(tx);
  const result = await act();
  return result.ok && had && !(await hasLead(tx)) ? refused("last-lead") : result;
}

export async function hasLead(db: Reading | Writing): Promise<boolean> {
  const query = db
    .selectFrom("person")
    .select("id")
    .where("role", "=", "district")
    .where("ended", "is", null);
  return (await query.executeTakeFirst()) !== undefined;
}

async function forgetSecond(tx: Writing, id: string): Promise<void> {
  await tx.deleteFrom("second_factor").where("person", "=", id).execute();
  await tx.updateTable("person").set({ second_factor: 0 }).where("id", "=", id).execute();
}

function meets(person: KeptPerson, centres: Person["centres"]): boolean {
  return hasOne(centres, person.centres);
}

function named({ id, name, role }: KeptPerson): Pick<Person, "id" | "name" | "role"> {
  return { id, name, role };
}
