/** The command that takes in events which a calendar offers. */
import { z } from "zod";
import { act, advisers } from "#shared/command.ts";
import { idSchema, instantSchema, noScriptInTitle, slugSchema } from "#shared/schema.ts";
import { eventSchema } from "./schema.ts";

/** An event as a calendar offers it; the same `id` is the same event. */
const offered = z
  .object({ id: idSchema, until: instantSchema.nullable(), body: eventSchema })
  .superRefine(noScriptInTitle);

export const eventImportCommands = {
  importEvents: act("Take in events that a calendar offers; for named centres they are published", { who: advisers, where: { centres: ({ centres }) => centres } }, z.object({ events: z.array(offered).max(500), centres: z.array(slugSchema).max(500) })),
} as const; // prettier-ignore
