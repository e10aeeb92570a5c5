/** A one-time link that goes by e-mail. */

export interface Letter {
  readonly purpose: "invite" | "reset";
  readonly email: string;
  readonly name: string;
  /** Where the link leads, from the hub's address on. */
  readonly path: string;
}

const HOUR = 3_600_000;
/** How long it may take to arrive and still be of use. */
const WORTH = { invite: 72 * HOUR, reset: HOUR } as const;

/** The message that carries it, for the post office. `at`: ISO. */
export function messageOf({ purpose, email, name, path }: Letter, at: string) {
  return {
    to: { email },
    about: `link-${purpose}`,
    facts: { name },
    path,
    cause: "link",
    until: Date.parse(at) + WORTH[purpose],
  } as const;
}

export type LinkMessage = ReturnType<typeof messageOf>;
