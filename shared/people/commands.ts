/** The commands about people. */
import { z } from "zod";
import { act, ask, district, staff } from "#shared/command.ts";
import { idSchema } from "#shared/schema.ts";
import { emailSchema, personNameSchema, theirsSchema } from "./schema.ts";

const added = theirsSchema.extend({ email: emailSchema, name: personNameSchema.optional() });
const changed = theirsSchema.extend({ id: idSchema, name: personNameSchema });
const renewed = z.object({ id: idSchema, forgetSecondFactor: z.boolean().default(false) });

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
  whoIsWho: ask("The names of people, by their id", { who: staff, where: "own" }, z.object({})),
} as const;
