/** Who a request comes from, where a person's session or token says it. */
import type { IncomingMessage } from "node:http";
import type { Person, Visitor } from "#shared/people/person.ts";
import type { Reading } from "#server/db/open.ts";
import type { Caller } from "#server/live/door.ts";
import type { Auth } from "./auth.ts";
import { findPerson } from "./people.ts";
import { findToken } from "./tokens.ts";

export interface WhoIsNeeds {
  readonly db: Reading;
  readonly auth: Auth;
  /** Whether a district lead may do nothing without a second factor. */
  readonly leadsNeedSecond: boolean;
  readonly signOn: string | null;
  readonly mails: boolean;
  now(): number;
}

export interface WhoIs {
  visitor(request: IncomingMessage): Promise<Visitor>;
  /** The person who gives a command; `null` where nobody says who they are. */
  caller(request: IncomingMessage): Promise<Caller | null>;
  /** The session that a person speaks in. */
  session(request: IncomingMessage): Promise<string | null>;
}

export function openWhoIs(needs: WhoIsNeeds): WhoIs {
  async function visitor(request: IncomingMessage): Promise<Visitor> {
    const session = await needs.auth.sessionOf(request);
    const person = session && (await findPerson(needs.db, session.person));
    if (!session || !person) return { state: "nobody", signOn: needs.signOn, mails: needs.mails };
    const { secondFactor } = session;
    const mustSecure = needs.leadsNeedSecond && person.role === "district" && !secondFactor;
    return mustSecure
      ? { state: "must-secure", person }
      : { state: "here", person, secondFactor, session: session.id };
  }
  return {
    visitor,
    async caller(request) {
      const [scheme, secret] = (request.headers.authorization ?? "").split(" ");
      if (scheme === "Bearer" && secret) return findToken(needs.db, secret, needs.now());
      const who = await visitor(request);
      return who.state === "here" ? callerFor(who.person) : null;
    },
    session: async (request) => (await needs.auth.sessionOf(request))?.id ?? null,
  };
}

function callerFor({ id, role, centres, decides }: Person): Caller {
  return { id, role, centres, decides };
}
