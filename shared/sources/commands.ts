/** The commands about sources. They concern the whole district, so they are the district lead's. */
import { z } from "zod";
import { act, advisers, ask, district } from "#shared/command.ts";
import { idSchema, revisionSchema } from "#shared/schema.ts";
import { keySchema, sourceSchema } from "./schema.ts";

const onlyId = z.object({ id: idSchema });
/** `key`: left out, the one that is there stays. */
const saved = z.object({ id: idSchema.optional(), source: sourceSchema, key: keySchema.optional(), over: revisionSchema.nullable() }); // prettier-ignore
const tried = z.object({ id: idSchema.optional(), source: sourceSchema, key: keySchema.optional() });

export const sourceCommands = {
  listSources: ask("Every source, how it was read last and when it is read next", { who: district, where: "everywhere" }, z.object({})),
  saveSource: act("Add or change a source", { who: district, where: "everywhere" }, saved),
  removeSource: act("Read a source no more; what came from it stays until it closes", { who: district, where: "everywhere" }, onlyId),
  trySource: ask("Read a source once and keep nothing", { who: district, where: "everywhere" }, tried),
  readSource: ask("Read a source now, before its time", { who: district, where: "everywhere" }, onlyId),
  sourceRuns: ask("How a source was read, newest first", { who: district, where: "everywhere" }, onlyId),
  vacancySources: ask("Which sources have a vacancy", { who: advisers, where: "nowhere" }, onlyId),
} as const; // prettier-ignore
