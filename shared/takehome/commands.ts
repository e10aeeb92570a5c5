/** What somebody takes home from a kiosk by e-mail. */
import { z } from "zod";
import { ask } from "#shared/command.ts";
import { idSchema, languageSchema } from "#shared/schema.ts";

const itemSchema = z.object({ kind: z.enum(["vacancy", "leaflet", "event"]), id: idSchema });
const mail = z.object({
  items: z.array(itemSchema).min(1).max(12),
  language: languageSchema,
  /** Used once, and neither stored nor logged: the command changes nothing, so that no retry is remembered. */
  email: z.email().max(254),
});

const screens = { who: ["screen"], where: "own" } as const;

export const takeHomeCommands = {
  canMail: ask("Whether the hub can send e-mail for a kiosk", screens, z.object({})),
  mailHome: ask("Send what somebody kept to their own address, once", screens, mail),
} as const;
