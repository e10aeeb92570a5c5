/** People who sign in, as the hub and its pages speak of them. */
import type { PersonRole } from "#shared/command.ts";
import type { Audience } from "#shared/schema.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: PersonRole;
  readonly centres: Audience;
  /** The centres whose vacancies they may decide; only staff need to be granted it. */
  readonly decides: Audience;
}

/** What the district lead sees of a person. */
export interface KeptPerson extends Person {
  /** `null`: they have not yet opened their first link. */
  readonly lastSeen: string | null;
  readonly secondFactor: boolean;
  readonly invited: boolean;
}

/** Who has opened the console, and what its sign-in page offers. */
export type Visitor =
  | { readonly state: "nobody"; readonly signOn: string | null; readonly mails: boolean }
  /** Signed in, but may do nothing before a second factor is set up. */
  | { readonly state: "must-secure"; readonly person: Person }
  | {
      readonly state: "here";
      readonly person: Person;
      readonly secondFactor: boolean;
      readonly session: string;
    };

export type LinkPurpose = "setup" | "invite" | "reset";

/** What a one-time link opens. */
export interface Opened {
  readonly purpose: LinkPurpose;
  readonly email: string | null;
  readonly name: string | null;
}

/** Where a person is signed in. */
export interface OpenSession {
  readonly id: string;
  readonly since: string;
  readonly lastSeen: string;
  readonly address: string | null;
  readonly browser: string | null;
}

/** A personal token, without its secret. */
export interface KeptToken {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly centres: Audience;
  readonly made: string;
  readonly expires: string | null;
  readonly lastUsed: string | null;
}
