/** The command that takes in a website from a list. */
import { z } from "zod";
import { act, advisers } from "#shared/command.ts";
import { idSchema, slugSchema } from "#shared/schema.ts";
import { websiteSchema } from "./schema.ts";

const offered = z.object({ id: idSchema, body: websiteSchema, centres: z.array(slugSchema).max(500) });

export const websiteImportCommands = {
  importWebsite: act("Take in a website from a list; for named centres it is approved", { who: advisers, where: { item: ({ id }) => id, centres: ({ centres }) => centres } }, offered),
} as const; // prettier-ignore
