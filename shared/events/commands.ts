/** The commands about an adviser's sessions. */
import { z } from "zod";
import { act, people, staff } from "#shared/command.ts";
import { idSchema } from "#shared/schema.ts";
import { presenceSchema, sessionSchema } from "./schema.ts";

const said = z.object({ id: idSchema, state: presenceSchema.nullable() });
const agreed = z.object({
  id: idSchema,
  name: sessionSchema.shape.name,
  photo: sessionSchema.shape.photo.unwrap(),
});

export const eventCommands = {
  sayHere: act("Say for today that the adviser is here now, gone or not coming; null takes it back", { who: staff, where: "own" }, said),
  agreeToName: act("Agree that one's own first name and photo are shown with a session; null for both ends it", { who: people, where: "own" }, agreed),
} as const; // prettier-ignore
