/** The commands about people. */
import { z } from "zod";
import { act, ask, district, people, staff } from "#shared/command.ts";
import { audienceSchema, idSchema } from "#shared/schema.ts";
import { emailSchema, personNameSchema, personRoleSchema, theirsSchema } from "./schema.ts";

const added = theirsSchema.extend({ email: emailSchema, name: personNameSchema.optional() });
const changed = theirsSchema.extend({ id: idSchema, name: personNameSchema });
const renewed = z.object({ id: idSchema, forgetSecondFactor: z.boolean().default(false) });

const token = z.object({
  name: personNameSchema,
  role: personRoleSchema,
  centres: audienceSchema,
  /** How long it opens anything; a year at most. */
  days: z.int().min(1).max(366),
});

/** One's own account, by oneself: no program may do it in one's place. */
const own = { who: people, where: "nowhere", inPerson: true } as const;
const everywhere = { who: district, where: "everywhere" } as const;

export const peopleCommands = {
  addPerson: act("Invite a person: gives a one-time link", { ...everywhere, secret: true }, added),
  changePerson: act("Say what a person may do, and where", everywhere, changed),
  renewLink: act(
    "Give a person a new one-time link to choose a password",
    { ...everywhere, secret: true },
    renewed,
  ),
  endPerson: act("Let a person do nothing any more, from now on", everywhere, z.object({ id: idSchema })),
  listPeople: ask("Everyone, and what is theirs", everywhere, z.object({})),
  listSessions: ask("Where one is signed in", own, z.object({})),
  endSession: act("End one of one's sessions", own, z.object({ id: idSchema })),
  listTokens: ask("One's personal tokens", own, z.object({})),
  makeToken: act("Make a personal token for a program: it is shown once", { ...own, secret: true }, token),
  endToken: act("End a personal token", own, z.object({ id: idSchema })),
  whoIsWho: ask("The names of people, by their id", { who: staff, where: "own" }, z.object({})),
} as const;
