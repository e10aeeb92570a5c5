/** The commands about what was done. */
import { z } from "zod";
import { advisers, ask } from "#shared/command.ts";
import { idSchema, instantSchema, slugSchema } from "#shared/schema.ts";

const wanted = z.object({
  /** From this instant on, and before that one. */
  from: instantSchema.nullable().default(null),
  until: instantSchema.nullable().default(null),
  who: idSchema.nullable().default(null),
  centre: slugSchema.nullable().default(null),
  /** An item, a screen, a person: whatever the act was about. */
  about: idSchema.nullable().default(null),
  limit: z.int().min(1).max(5000).default(100),
});

export const historyCommands = {
  listHistory: ask("Who did what when at one's centres, newest first", { who: advisers, where: "own" }, wanted),
} as const; // prettier-ignore

export type HistoryWanted = z.output<typeof wanted>;
