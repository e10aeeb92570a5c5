import type { CallTables } from "./tables-calls.ts";
import type { SourceTables } from "./tables-sources.ts";
import type { TellingTables } from "./tables-telling.ts";
import type { UseTables } from "./tables-uses.ts";
import type { WebsiteTables } from "./tables-websites.ts";

/**
 * The tables. JSON is kept as text, instants as ISO text and truth as 0 or 1, so that SQLite and
 * Postgres hold the same and read the same.
 */
export interface Tables extends CallTables, SourceTables, TellingTables, UseTables, WebsiteTables {
  /** How often somebody tried to get in lately; the counting library writes it. */
  tries: {
    key: string;
    points: number;
    expire: number | null;
  };
  /** One row: which database this is, and the one counter of versions. */
  hub: {
    id: number;
    epoch: string;
    version: number;
    /** Changes up to this number may have been tidied away: who holds less gets the whole. */
    tidied: number;
  };
  item: {
    id: string;
    kind: string;
    state: string;
    audience: string;
    timing: string;
    until: string | null;
    revision: number;
    created: string;
    changed: string;
    changed_by: string;
    body: string;
  };
  item_history: {
    item: string;
    revision: number;
    at: string;
    who: string;
    what: string;
    snapshot: string;
  };
  /** What screens show of each entry now. */
  shown: {
    type: string;
    id: string;
    value: string;
    until: string | null;
  };
  /** Which centre ("*": every one) has which entry since which version; `gone` tells of a leaving. */
  reach: {
    centre: string;
    type: string;
    id: string;
    version: number;
    gone: number;
    at: string;
  };
  centre: {
    slug: string;
    revision: number;
    body: string;
  };
  placement: {
    vacancy: string;
    centre: string;
    decision: string;
    place: number;
    placed: string;
    travel: string | null;
    who: string;
    /** When somebody last said that it stands; `null` in rows older than the question. */
    confirmed: string | null;
    /** When it is asked again whether an undated one stands, and when the placement ends at the latest. */
    asks: string | null;
    ends: string | null;
    /** `chosen` by a person, or taken by `itself` in the place of one that closed. */
    how: string;
  };
  /** A vacancy that a centre has been offered and has not decided; `open` is 0 while nobody could take it. */
  inbox: {
    centre: string;
    vacancy: string;
    since: string;
    closes: string | null;
    open: number;
  };
  /** What a vacancy may be known again by: two that share one may be the same job, or have one employer. */
  mark: {
    mark: string;
    vacancy: string;
  };
  /** A vacancy as its source told it last, whatever has been mended since. */
  original: {
    vacancy: string;
    at: string;
    until: string | null;
    body: string;
  };
  /** What a centre's staff would like to show, and what came of it. */
  proposal: {
    centre: string;
    vacancy: string;
    wanted: string;
    who: string;
    at: string;
    words: string | null;
    state: string;
    answered_by: string | null;
    answered: string | null;
    reason: string | null;
  };
  /** What advisers know of an employer; no screen and no public page ever reads it. */
  employer_note: {
    employer: string;
    name: string;
    verdict: string;
    words: string;
    who: string;
    at: string;
    revision: number;
  };
  /** A place that people of a centre can get to. */
  route: {
    id: string;
    centre: string;
    name: string;
    outcode: string | null;
    way: string;
    minutes: number;
    line: string | null;
    review: string;
    who: string;
    at: string;
    revision: number;
  };
  screen: {
    id: string;
    centre: string;
    kind: string;
    name: string;
    token_hash: string;
    paired: string;
    unpaired: string | null;
    last_seen: string | null;
    health: string | null;
    revision: number;
    settings: string;
  };
  /** Which screen had painted which version when, of the last hour. */
  painted: {
    screen: string;
    version: number;
    at: string;
  };
  pairing: {
    id: string;
    secret_hash: string;
    code: string;
    expires: string;
    claimed: string | null;
  };
  /** Commands already carried out, so that a retry makes nothing twice. */
  command: {
    id: string;
    at: string;
    reply: string;
    /** A hash of what it was given; `null` from before it was kept. */
    input: string | null;
  };
  /** Who signs in. This and the next four are better-auth's; it calls them user, session and so on. */
  person: {
    id: string;
    name: string;
    email: string;
    email_verified: number;
    image: string | null;
    created: string;
    changed: string;
    second_factor: number;
    role: string;
    /** Since when they may do nothing any more; the row stays for the names in the history. */
    ended: string | null;
  };
  session: {
    id: string;
    person: string;
    token: string;
    expires: string;
    created: string;
    changed: string;
    address: string | null;
    browser: string | null;
  };
  /** How a person signs in: by a password here, or by another provider. */
  account: {
    id: string;
    person: string;
    provider: string;
    account: string;
    password: string | null;
    access_token: string | null;
    refresh_token: string | null;
    id_token: string | null;
    access_expires: string | null;
    refresh_expires: string | null;
    scope: string | null;
    created: string;
    changed: string;
  };
  verification: {
    id: string;
    identifier: string;
    value: string;
    expires: string;
    created: string;
    changed: string;
  };
  second_factor: {
    id: string;
    person: string;
    secret: string;
    backup_codes: string;
    verified: number | null;
    failures: number | null;
    locked_until: string | null;
  };
  /** Whose centre ("*": every one) it is, and whether they may decide its vacancies. */
  person_centre: {
    person: string;
    centre: string;
    decides: number;
  };
  /** One-time links, by the hash of what is in them. */
  link: {
    hash: string;
    purpose: string;
    person: string | null;
    made: string;
    expires: string;
  };
  /** Personal tokens for programs, by their hash. */
  token: {
    id: string;
    hash: string;
    person: string;
    name: string;
    role: string;
    centres: string;
    made: string;
    expires: string | null;
    last_used: string | null;
  };
  /** Who gave which command, and about what; centres and facts as JSON. */
  audit: {
    id: string;
    at: string;
    who: string;
    token: string | null;
    command: string;
    centres: string;
    facts: string;
  };
}
