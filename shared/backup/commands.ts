/** The commands that keep the hub itself. */
import { z } from "zod";
import { ask, operator } from "#shared/command.ts";

const target = z.object({ file: z.string().min(1).max(4096) });

export const backupCommands = {
  backUp: ask("Write everything to a file on the hub's machine", { who: operator, where: "everywhere" }, target),
} as const; // prettier-ignore
