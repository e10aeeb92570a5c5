/**
 * What a command's declaration says: who may give it, what it takes, and how the centres that it
 * touches are found. The door reads it, so that no handler can forget a check.
 */
import type { z } from "zod";
import type { Kind } from "./kinds.ts";
import type { Audience } from "./schema.ts";

/** Who may give a command. The operator sits at the hub itself: the command line on its machine. */
const ROLES = ["public", "screen", "staff", "adviser", "district", "operator"] as const;
export type Role = (typeof ROLES)[number];

/** The roles that a person has who signs in. */
export const PEOPLE = ["staff", "adviser", "district"] as const satisfies readonly Role[];
export type PersonRole = (typeof PEOPLE)[number];

/** Groups of roles, each with all that may do more. */
export const staff: readonly Role[] = ["staff", "adviser", "district", "operator"];
export const advisers: readonly Role[] = ["adviser", "district", "operator"];
export const district: readonly Role[] = ["district", "operator"];
export const operator: readonly Role[] = ["operator"];

/** A person's own account: nobody else has one. */
export const people: readonly Role[] = PEOPLE;

/** The centres that one command touches. All that are given count together. */
export interface Touched<Input> {
  /** Those that the input names. */
  centres?(input: Input): Audience;
  /** The item whose stored audience counts; one that does not exist yet has none. */
  item?(input: Input): string | undefined;
  /** The screen whose centre counts. */
  screen?(input: Input): string | undefined;
}

/**
 * How the centres are found that a command touches. To change something one must have every centre
 * it touches; to ask, one of them is enough.
 */
export type Where<Input> =
  /** None: one's own account, or what belongs to the whole hub and harms no centre. */
  | "nowhere"
  /** Every one, also those to come: only for whoever has all. */
  | "everywhere"
  /** The handler gives what lies in `acting.centres`, and nothing else. */
  | "own"
  | Touched<Input>;

export interface Command<Schema extends z.ZodType = z.ZodType> {
  readonly about: string;
  readonly who: readonly Role[];
  readonly where: Where<z.output<Schema>>;
  readonly input: Schema;
  /** It changes nothing: no transaction, and a retry needs no memory. */
  readonly reads: boolean;
  /** The kinds of item for which a centre's staff may give it; absent where it is not about one kind. */
  readonly staffKinds?: readonly Kind[];
  /** It decides vacancies: a centre's staff may give it only where the district lead granted that. */
  readonly decides?: boolean;
  /** Its reply holds a secret, so it is not remembered: a retry makes another one. */
  readonly secret?: boolean;
  /** Only by the person in a session of their own, never by a program with their token. */
  readonly inPerson?: boolean;
  /** Not everybody may know that it was given: its handler tells whom it concerns, and writes the history. */
  readonly discreet?: boolean;
}

/** A command's declaration but for its words, its input and whether it only reads. */
export type Terms<Schema extends z.ZodType> = Omit<Command<Schema>, "about" | "input" | "reads">;

export function act<const Schema extends z.ZodType>(
  about: string,
  terms: Terms<Schema>,
  input: Schema,
): Command<Schema> & { readonly reads: false } {
  return { about, ...terms, input, reads: false };
}

export function ask<const Schema extends z.ZodType>(
  about: string,
  terms: Terms<Schema>,
  input: Schema,
): Command<Schema> & { readonly reads: true } {
  return { about, ...terms, input, reads: true };
}
