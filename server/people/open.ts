/** Everything about people that the hub is wired with. */
import type { Router } from "express";
import { done } from "#shared/result.ts";
import type { Config } from "#server/config.ts";
import { change } from "#server/db/change.ts";
import type { Database, Writing } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";
import { openAuth } from "./auth.ts";
import { hasLead, peopleHandlers } from "./handlers.ts";
import { type Letter, type LinkMessage, messageOf } from "./letters.ts";
import { openLimits } from "./limits.ts";
import { makeLink } from "./links.ts";
import { findByEmail } from "./people.ts";
import { peopleRoutes } from "./routes.ts";
import { openWhoIs, type WhoIs } from "./whois.ts";

export interface PeopleNeeds {
  readonly database: Database;
  readonly config: Config;
  readonly secret: string;
  readonly log: Log;
  now(): number;
  /** Whatever this person has open must ask anew who they are. */
  changed(person: string): void;
  /** Has a message sent with the transaction. */
  post(tx: Writing, message: LinkMessage, at: string): Promise<unknown>;
}

export interface People {
  readonly handlers: ReturnType<typeof peopleHandlers>;
  readonly routes: Router;
  readonly callerOf: WhoIs["caller"];
  setUpLink(): Promise<string | null>;
}

export function openPeople({ database, config, secret, log, now, changed, post }: PeopleNeeds): People {
  const db = database.reading;
  // A letter needs a way to go, and an address of the hub to lead to.
  const send = config.smtpUrl && config.publicUrl ? sendLetter : null;
  async function sendLetter(tx: Writing, letter: Letter, at: string): Promise<void> {
    await post(tx, messageOf(letter, at), at);
  }
  const { signOn } = config;
  const auth = openAuth({ db, secret, log, provider: signOn });
  const whoIs = openWhoIs({
    db,
    auth,
    leadsNeedSecond: config.leadsNeedSecond,
    signOn: signOn?.name ?? null,
    mails: send !== null,
    now,
  });
  async function forgot(email: string): Promise<void> {
    const found = send && (await findByEmail(db, email));
    if (!found) return;
    const at = new Date(now()).toISOString();
    const sent = await change(database, async (tx) => {
      const path = await makeLink(tx, "reset", found.id, now());
      await send(tx, { purpose: "reset", email, name: found.name, path }, at);
      return done(null);
    });
    if (!sent.ok) log.warn({ code: sent.refusal.code }, "could not send a link");
  }
  return {
    handlers: peopleHandlers({ changed, send }),
    routes: peopleRoutes({
      db,
      auth,
      whoIs,
      forgot,
      changed,
      limits: openLimits(database),
      change: (act) => change(database, act),
      now,
    }),
    callerOf: whoIs.caller,
    async setUpLink() {
      if (await hasLead(db)) return null;
      const made = await change(database, async (tx) => done(await makeLink(tx, "setup", null, now())));
      return made.ok ? made.value : null;
    },
  };
}
