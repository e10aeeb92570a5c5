/** What people are told, and what they are told of once. */
export interface TellingTables {
  /** Something that a person is to be told. */
  message: {
    id: string;
    at: string;
    person: string | null;
    email: string | null;
    about: string;
    facts: string;
    path: string | null;
    cause: string;
    until: string;
    state: string;
    /** It goes by one channel after the other, until one has taken it. */
    in_turn: number;
  };
  /** A message on its way to one address of one channel, and what became of it. */
  delivery: {
    id: string;
    message: string;
    channel: string;
    address: string;
    state: string;
    tries: number;
    due: string;
    because: string | null;
    changed: string;
  };
  /** A browser that its owner wants to be told on. */
  push_subscription: {
    id: string;
    person: string;
    device: string;
    made: string;
    subscription: string;
  };
  /** What somebody is told about once: a screen that is missing, a board that goes stale. */
  watch: {
    id: string;
    /** Since when it has been in this state. */
    since: string;
    state: string;
  };
}
