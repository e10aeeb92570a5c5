/** The addresses by which people come in and look after their own account, below /api/v1: what each takes, as data. */
import { z } from "zod";
import { emailSchema, linkSchema, passwordSchema, personNameSchema } from "./schema.ts";

export interface Address<Input extends z.ZodType = z.ZodType> {
  readonly method: "get" | "post" | "delete";
  readonly path: string;
  readonly about: string;
  readonly input: Input;
  /** Whether it is about one's own account, and needs a session. */
  readonly own: boolean;
}

const nothing = z.object({});
const code = z.string().trim().min(1).max(40);
const proof = z.object({ password: passwordSchema });

function open<Input extends z.ZodType>(
  method: Address["method"],
  path: string,
  about: string,
  input: Input,
): Address<Input> {
  return { method, path, about, input, own: false };
}

function own<Input extends z.ZodType>(
  method: Address["method"],
  path: string,
  about: string,
  input: Input,
): Address<Input> {
  return { method, path, about, input, own: true };
}

export const addresses = {
  whoIsHere: open("get", "/session", "Who is signed in, and whether a second factor is still due", nothing),
  signIn: open("post", "/session", "Sign in with e-mail and password", z.object({ email: z.string().max(200), password: passwordSchema })),
  secondFactor: open("post", "/session/second", "Give the code of the second factor, or a backup code", z.object({ code })),
  signOut: open("delete", "/session", "Sign out", nothing),
  // What is no link at all is refused as one that is spent: it is not said what was wrong with it.
  openLink: open("post", "/links/open", "What a one-time link is for; it is not spent by that", z.object({ link: z.string().max(1000) })),
  enter: open("post", "/links", "Come in by a one-time link: choose a password, and a name where it is the first time", z.object({ link: linkSchema, password: passwordSchema, name: personNameSchema.optional(), email: emailSchema.optional() })),
  forgotten: open("post", "/forgotten", "Have a link sent to choose a new password; the answer is the same whoever that is", z.object({ email: emailSchema })),
  signOn: open("post", "/sign-on", "Begin single sign-on: gives the address to go to", nothing),
  changePassword: own("post", "/account/password", "Choose another password; whoever else is signed in as this person is not any more", z.object({ current: passwordSchema, next: passwordSchema })),
  beginSecondFactor: own("post", "/account/second-factor", "Begin with a second factor: gives what an app needs, and backup codes", proof),
  confirmSecondFactor: own("post", "/account/second-factor/confirm", "Give the first code of a new second factor", z.object({ code: z.string().trim().min(6).max(10) })),
  endSecondFactor: own("delete", "/account/second-factor", "Give up the second factor", proof),
} as const satisfies Record<string, Address>; // prettier-ignore
