/** What a person may do and see, by role and centre. Pure: the door asks, and so does the console. */
import type { Command, Role } from "#shared/command.ts";
import type { Kind } from "#shared/kinds.ts";
import type { Audience } from "#shared/schema.ts";

/** Who someone is to the hub. */
export interface Standing {
  readonly role: Role;
  /** The centres that are theirs. */
  readonly centres: Audience;
  /** The centres whose vacancies they may decide; only staff need to be granted it. */
  readonly decides: Audience;
  /** The personal token that a program shows in their place. */
  readonly token?: string;
}

/** What a command is about, as the door found it. */
export interface Found {
  /** The centres it touches; none: what is on no screen yet. */
  readonly centres: Audience;
  /** The kind of the item it is about, where it is about one. */
  readonly kind: Kind | null;
}

/** Whether every one of these centres is theirs. */
export function hasAll(theirs: Audience, centres: Audience): boolean {
  if (theirs === "all") return true;
  return centres !== "all" && centres.every((slug) => theirs.includes(slug));
}

/** Whether something that is for these centres is for one of theirs. */
export function hasOne(theirs: Audience, centres: Audience): boolean {
  if (theirs === "all" || centres === "all") return true;
  return centres.some((slug) => theirs.includes(slug));
}

/** Of the centres asked for (`null`: all) those that are theirs. */
export function among(asked: readonly string[] | null, theirs: Audience): Audience {
  if (asked === null) return theirs;
  return theirs === "all" ? asked : asked.filter((slug) => theirs.includes(slug));
}

type Asked = Pick<Command, "who" | "where" | "reads" | "staffKinds" | "decides" | "inPerson">;
type Forbidden = "not-allowed" | "not-your-centre" | "centre-needed";

/** Why someone may not give a command at all, whatever it is about; `null`: they may give it somewhere. */
export function forbidsOutright(
  { who, where, inPerson }: Asked,
  { role, centres, token }: Standing,
): Forbidden | null {
  if (!who.includes(role) || (inPerson && token !== undefined)) return "not-allowed";
  return where === "everywhere" && centres !== "all" ? "not-your-centre" : null;
}

/** Why someone may not give a command about what was found; `null`: they may. */
export function forbids(command: Asked, standing: Standing, found: Found): Forbidden | null {
  const { role, centres } = standing;
  if (command.reads) return maySee(standing, found) ? null : "not-your-centre";
  if (!hasAll(centres, found.centres)) return "not-your-centre";
  if (role !== "staff") return null;
  if (command.decides && !hasAll(standing.decides, found.centres)) return "not-allowed";
  if (found.kind === null || command.staffKinds === undefined) return null;
  if (!command.staffKinds.includes(found.kind)) return "not-allowed";
  // What is for no centre is nobody's in particular, and staff have their own only.
  return found.centres.length === 0 ? "centre-needed" : null;
}

/** What is for no centre yet, advisers see: it waits for one of them. */
function maySee({ role, centres }: Standing, found: Found): boolean {
  if (hasOne(centres, found.centres)) return true;
  return found.centres.length === 0 && role !== "staff";
}
