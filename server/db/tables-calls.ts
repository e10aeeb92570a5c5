/** Calls and who answers them. */
export interface CallTables {
  /** A request for a call. What of it could name somebody is blank once it is `purged`; the row is counted. */
  call: {
    id: string;
    reference: string | null;
    /** The reference while the call is open, so that no two open ones share it. */
    open_reference: string | null;
    centre: string;
    screen: string | null;
    asked_by: string | null;
    way: string;
    about: string;
    item_kind: string | null;
    item: string | null;
    language: string;
    suits: string;
    asked: string;
    /** When the hub got it; later than it was asked where a kiosk kept it. */
    came: string;
    starts: string;
    due: string;
    state: string;
    since: string;
    /** When something happens by itself: it rings out, is up again, the next step is told. */
    next: string | null;
    /** Who has it, or had it last. */
    holder: string | null;
    outcome: string | null;
    /** How many steps have been told, and the last of them. */
    told: number;
    told_step: string | null;
    /** Working minutes until it was first taken, and whether that was in time. */
    answered: number | null;
    in_time: number | null;
    /** Name and number, encrypted; and the notes. */
    secret: string | null;
    notes: string | null;
    /** Keyed: tells the same number again, and no number. */
    number_hash: string | null;
    purged: number;
  };
  known_prank: { id: string; hash: string; centre: string; at: string; who: string };
  duty_group: { id: string; name: string; people: string };
  /** Who is there for voice calls, and for how long that is believed. */
  standing_by: { person: string; until: string };
  /** Where a person wants to be told by text, encrypted. */
  person_phone: { person: string; secret: string; at: string };
}
