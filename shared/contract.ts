/**
 * Every command of the hub, declared once: who may give it, what it takes, what it is for. The same
 * declaration serves the socket, HTTP and the API description, so that no handler forgets a check.
 */
import { z } from "zod";
import { centreSchema } from "./centres/schema.ts";
import { KINDS } from "./kinds.ts";
import { audienceSchema, idSchema, instantSchema, slugSchema, stateSchema, timingSchema } from "./schema.ts";
import { bodySchemas } from "./schemas.ts";
import { screenKindSchema } from "./screens/schema.ts";
import { travelSchema } from "./vacancies/placement.ts";
import { vacancySchema } from "./vacancies/schema.ts";

/** Who may give a command. The operator sits at the hub itself: the command line on its machine. */
export const ROLES = ["public", "screen", "staff", "adviser", "district", "operator"] as const;
export type Role = (typeof ROLES)[number];

const advisers: readonly Role[] = ["adviser", "district", "operator"];
const district: readonly Role[] = ["district", "operator"];
const operator: readonly Role[] = ["operator"];

/** Who may hand in files: their bodies are raw, so it is no command of the list below. */
export const uploaders: readonly Role[] = advisers;

export interface Command<Schema extends z.ZodType = z.ZodType> {
  readonly about: string;
  readonly who: readonly Role[];
  readonly input: Schema;
  /** It changes nothing: no transaction, and a retry needs no memory. */
  readonly reads: boolean;
}

function act<Schema extends z.ZodType>(about: string, who: readonly Role[], input: Schema): Command<Schema> {
  return { about, who, input, reads: false };
}

function ask<Schema extends z.ZodType>(about: string, who: readonly Role[], input: Schema): Command<Schema> {
  return { about, who, input, reads: true };
}

const revision = z.int().positive();
const draft = timingSchema.extend({
  id: idSchema.optional(),
  audience: audienceSchema,
  over: revision.nullable(),
});

/** One shape per kind, told apart by `kind`. */
const draftSchema = z.discriminatedUnion("kind", [
  draft.extend({ kind: z.literal("vacancy"), body: bodySchemas.vacancy }),
  draft.extend({ kind: z.literal("leaflet"), body: bodySchemas.leaflet }),
  draft.extend({ kind: z.literal("event"), body: bodySchemas.event }),
  draft.extend({ kind: z.literal("notice"), body: bodySchemas.notice }),
  draft.extend({ kind: z.literal("website"), body: bodySchemas.website }),
]);

/** A vacancy as a source offers it; the same `id` is the same vacancy. */
const offeredSchema = z.object({ id: idSchema, until: instantSchema.nullable(), body: vacancySchema });

const onlyId = z.object({ id: idSchema });
const overId = z.object({ id: idSchema, over: revision.nullable() });

export const commands = {
  saveItem: act("Save an item over the revision it was made from", advisers, draftSchema),
  proposeItem: act("Propose a draft for approval", advisers, overId),
  publishItem: act("Put an item on the screens of its audience", advisers, overId),
  withdrawItem: act("Take an item off every screen, now", advisers, overId),
  bringBackItem: act("Make a former version the newest", advisers, z.object({ id: idSchema, revision, over: revision })), // prettier-ignore
  findItem: ask("One item", advisers, onlyId),
  listItems: ask("Items, newest change first", advisers, z.object({ kind: z.enum(KINDS).optional(), state: stateSchema.optional(), limit: z.int().min(1).max(1000).default(200) })), // prettier-ignore
  itemHistory: ask("Who did what to an item, newest first", advisers, onlyId),
  placeVacancy: act("Decide a vacancy for a centre", advisers, z.object({ vacancy: idSchema, centre: slugSchema, on: z.enum(["board", "search", "no"]), place: z.int().nonnegative().optional(), travel: travelSchema.nullable().optional() })), // prettier-ignore
  orderTen: act("Put a centre's board in this order", advisers, z.object({ centre: slugSchema, vacancies: z.array(idSchema).max(500) })), // prettier-ignore
  importVacancies: act("Take in vacancies that a source offers", advisers, z.object({ vacancies: z.array(offeredSchema).max(5000), decide: z.enum(["inbox", "search", "board"]), centres: z.array(slugSchema).max(500) })), // prettier-ignore
  saveCentre: act("Make or change a centre", district, z.object({ centre: centreSchema, over: revision.nullable() })), // prettier-ignore
  listCentres: ask("Every centre and its settings", advisers, z.object({})),
  pairScreen: act("Bind the device that shows a code to a centre", advisers, z.object({ code: z.string().min(1).max(20), centre: slugSchema, kind: screenKindSchema, name: z.string().trim().min(1).max(60) })), // prettier-ignore
  listScreens: ask("Every paired screen and how it stands", advisers, z.object({})),
  unpairScreen: act("End a screen's token", advisers, onlyId),
  backUp: ask("Write everything to a file on the hub's machine", operator, z.object({ file: z.string().min(1).max(4096) })), // prettier-ignore
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;
/** A command's input after the door has checked it. */
export type Input<Name extends CommandName> = z.output<(typeof commands)[Name]["input"]>;
