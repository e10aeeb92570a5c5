/**
 * The tables. JSON is kept as text, instants as ISO text and truth as 0 or 1, so that SQLite and
 * Postgres hold the same and read the same.
 */
export interface Tables {
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
  };
}
