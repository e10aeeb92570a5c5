/** Everything about people that the hub is wired with. */
import type { Router } from "express";
import type { Config } from "#server/config.ts";
import { change } from "#server/db/change.ts";
import type { Database } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";
import { done } from "#shared/result.ts";
import { openAuth } from "./auth.ts";
import { hasLead, peopleHandlers } from "./handlers.ts";
import { makeLink } from "./links.ts";
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
}

export interface People {
  readonly handlers: ReturnType<typeof peopleHandlers>;
  readonly routes: Router;
  readonly callerOf: WhoIs["caller"];
  setUpLink(): Promise<string | null>;
}

export function openPeople({ database, secret, log, now, changed }: PeopleNeeds): People {
  const db = database.reading;
  const auth = openAuth({ db, secret, log, provider: null });
  const whoIs = openWhoIs({ db, auth, leadsNeedSecond: false, signOn: null, mails: false, now });
  return {
    handlers: peopleHandlers({ changed, mails: false, send: () => {} }),
    routes: peopleRoutes({ db, auth, whoIs, change: (act) => change(database, act), now }),
    callerOf: whoIs.caller,
    async setUpLink() {
      if (await hasLead(db)) return null;
      const made = await change(database, async (tx) => done(await makeLink(tx, "setup", null, now())));
      return made.ok ? made.value : null;
    },
  };
}
