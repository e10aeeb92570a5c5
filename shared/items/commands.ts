/** The commands about items of every kind. */
import { z } from "zod";
import { act, advisers, ask, staff } from "#shared/command.ts";
import { KINDS } from "#shared/kinds.ts";
import { mistakesIn } from "#shared/rules.ts";
import {
  audienceSchema,
  idSchema,
  revisionSchema,
  slugSchema,
  stateSchema,
  timingSchema,
} from "#shared/schema.ts";
import { bodySchemas } from "#shared/schemas.ts";

const draft = timingSchema.extend({
  id: idSchema.optional(),
  audience: audienceSchema,
  over: revisionSchema.nullable(),
});

/** One shape per kind, told apart by `kind`; and what a kind asks for beyond its shape. */
const draftSchema = z
  .discriminatedUnion("kind", [
    draft.extend({ kind: z.literal("vacancy"), body: bodySchemas.vacancy }),
    draft.extend({ kind: z.literal("leaflet"), body: bodySchemas.leaflet }),
    draft.extend({ kind: z.literal("event"), body: bodySchemas.event }),
    draft.extend({ kind: z.literal("notice"), body: bodySchemas.notice }),
    draft.extend({ kind: z.literal("website"), body: bodySchemas.website }),
  ])
  .superRefine((read, context) => {
    for (const { path, code } of mistakesIn(read))
      context.addIssue({ code: "custom", path: path.split("."), message: code });
  });

const onlyId = z.object({ id: idSchema });
const overId = z.object({ id: idSchema, over: revisionSchema.nullable() });
const declining = overId.extend({ reason: z.string().trim().min(1).max(500) });
const formerVersion = z.object({ id: idSchema, revision: revisionSchema, over: revisionSchema });
const wanted = z.object({
  kind: z.enum(KINDS).optional(),
  state: stateSchema.optional(),
  limit: z.int().min(1).max(1000).default(200),
});

/** The item that the input names, with the audience that is stored. */
const item = (input: { readonly id?: string | undefined }) => input.id;
/** What staff put up themselves; vacancies have commands of their own, which know of approval. */
const staffKinds = ["notice", "event"] as const;

export const itemCommands = {
  saveItem: act("Save an item over the revision it was made from", { who: staff, where: { item, centres: ({ audience }) => audience }, staffKinds }, draftSchema),
  proposeItem: act("Propose a draft for approval", { who: staff, where: { item }, staffKinds }, overId),
  declineItem: act("Send what waits for approval back as a draft, with a reason", { who: advisers, where: { item }, staffKinds }, declining),
  publishItem: act("Put an item on the screens of its audience", { who: staff, where: { item }, staffKinds }, overId),
  withdrawItem: act("Take an item off every screen, now", { who: staff, where: { item }, staffKinds }, overId),
  takeOff: act("Take an item off one centre's screens, now", { who: staff, where: { centres: ({ centre }) => [centre] } }, z.object({ id: idSchema, centre: slugSchema })),
  bringBackItem: act("Make a former version the newest", { who: staff, where: { item }, staffKinds }, formerVersion),
  findItem: ask("One item", { who: staff, where: { item } }, onlyId),
  listItems: ask("Items, newest change first", { who: staff, where: "own" }, wanted),
  itemHistory: ask("Who did what to an item, newest first", { who: staff, where: { item } }, onlyId),
} as const; // prettier-ignore

/** Who may hand in files, to be named in an item: their bodies are raw, so it is no command. */
export const uploaders = staff;
