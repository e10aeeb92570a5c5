/** The commands about vacancies and where they run. */
import { z } from "zod";
import { act, advisers, ask, staff } from "#shared/command.ts";
import {
  daySchema,
  idSchema,
  instantSchema,
  noScriptInTitle,
  revisionSchema,
  slugSchema,
  titleSchema,
} from "#shared/schema.ts";
import { TABS } from "./inbox.ts";
import { travelSchema } from "./placement.ts";
import { PATTERNS, SECTORS, vacancySchema } from "./schema.ts";

/** A vacancy as a source offers it; the same `id` is the same vacancy. */
const offeredSchema = z
  .object({ id: idSchema, until: instantSchema.nullable(), body: vacancySchema })
  .superRefine(noScriptInTitle);

const decision = z.object({
  vacancy: idSchema,
  centre: slugSchema,
  on: z.enum(["board", "search", "no"]),
  place: z.int().nonnegative().optional(),
  travel: travelSchema.nullable().optional(),
});
const order = z.object({ centre: slugSchema, vacancies: z.array(idSchema).max(500) });
const offered = z.object({
  vacancies: z.array(offeredSchema).max(5000),
  decide: z.enum(["inbox", "search", "board"]),
  centres: z.array(slugSchema).max(500),
});

const decided = z.enum(["new", "board", "search", "no", "over"]);
/** Several at once: each against what its adviser saw. */
const decidedMany = z.object({
  decisions: z
    .array(
      decision.extend({
        on: z.enum(["board", "search", "no", "new"]),
        was: decided.optional(),
        since: instantSchema.optional(),
      }),
    )
    .min(1)
    .max(2000),
});
const proposal = z.object({
  vacancy: idSchema,
  centre: slugSchema,
  wanted: z.enum(["board", "search"]),
  words: z.string().trim().min(1).max(500).nullable(),
});
const answer = z.object({
  vacancy: idSchema,
  centre: slugSchema,
  agrees: z.boolean(),
  reason: z.string().trim().min(1).max(500).nullable(),
});

const line = (most: number) => z.string().trim().max(most).optional();
/** A vacancy in plain words; what is absent stays as it is, what is empty goes. */
const wordsSchema = z.object({
  title: titleSchema.max(200).optional(),
  employer: line(200),
  place: line(300),
  pay: line(300),
  hours: line(300),
  /** A date, or words such as "midday on 5 December"; `null`: until filled. */
  closes: z.string().trim().min(1).max(100).nullable().optional(),
  description: line(20_000),
  applyUrl: line(2000),
  apply: z.string().trim().min(1).max(1000).nullable().optional(),
  sector: z.enum(SECTORS).nullable().optional(),
  patterns: z.array(z.enum(PATTERNS)).max(10).optional(),
});
const written = z.object({
  id: idSchema.optional(),
  over: revisionSchema.nullable(),
  words: wordsSchema,
  centres: z.array(slugSchema).max(500),
  on: z.enum(["board", "search", "new"]),
});
const closing = z.object({
  id: idSchema,
  over: revisionSchema.nullable(),
  why: z.enum(["filled", "withdrawn"]),
});
const page = z.object({
  tab: z.enum(TABS),
  /** Of one's own; all of them where none is named. */
  centres: z.array(slugSchema).max(5000).default([]),
  after: z
    .object({ since: z.string().max(40), vacancy: z.string().max(100) })
    .nullable()
    .default(null),
  limit: z.int().min(1).max(200).default(100),
});
const note = z.object({
  name: z.string().trim().min(1).max(200),
  verdict: z.enum(["good", "ask", "no"]),
  words: z.string().trim().max(1000),
  over: revisionSchema.nullable(),
});
const route = travelSchema.extend({
  id: idSchema.optional(),
  centre: slugSchema,
  name: z.string().trim().min(2).max(80),
  outcode: z
    .string()
    .regex(/^[A-Z]{1,2}\d[A-Z\d]?$/)
    .nullable(),
  review: daySchema,
  over: revisionSchema.nullable(),
});
const oneCentre = z.object({ centre: slugSchema });
const overId = z.object({ id: idSchema, over: revisionSchema.nullable() });

const item = (input: { readonly id?: string | undefined }) => input.id;
const atCentre = { centres: ({ centre }: { readonly centre: string }) => [centre] };

export const vacancyCommands = {
  placeVacancy: act("Decide a vacancy for a centre", { who: staff, where: atCentre, decides: true }, decision),
  orderTen: act("Put a centre's board in this order", { who: staff, where: atCentre, decides: true }, order),
  importVacancies: act("Take in vacancies that a source offers", { who: advisers, where: { centres: ({ centres }) => centres } }, offered),
  inbox: ask("Vacancies of one's centres: to decide, proposed, shown, closing soon", { who: staff, where: "own" }, page),
  findVacancy: ask("One vacancy in full, as its source told it, and where it stands", { who: staff, where: "own" }, z.object({ id: idSchema })),
  decideVacancies: act("Decide vacancies for centres, or take decisions back", { who: staff, where: { centres: ({ decisions }) => decisions.map(({ centre }) => centre) }, decides: true }, decidedMany),
  proposeVacancy: act("Ask an adviser to show a vacancy", { who: staff, where: atCentre }, proposal),
  answerProposal: act("Agree to a proposal, or decline it with a reason", { who: advisers, where: atCentre }, answer),
  writeVacancy: act("Write a vacancy by hand, or mend one", { who: staff, where: { item, centres: ({ centres }) => centres }, staffKinds: ["vacancy"] }, written),
  closeVacancy: act("Mark a vacancy as filled or withdrawn: it leaves every screen", { who: staff, where: { item }, decides: true, staffKinds: ["vacancy"] }, closing),
  reopenVacancy: act("Bring back a vacancy that was closed by mistake", { who: staff, where: { item }, decides: true, staffKinds: ["vacancy"] }, overId),
  myCentres: ask("One's centres at a glance", { who: staff, where: "own" }, z.object({})),
  theTen: ask("A centre's board: the ten, what closed, how varied it is", { who: staff, where: atCentre }, oneCentre),
  fillTen: ask("What would fill a centre's board well", { who: staff, where: atCentre }, oneCentre),
  listEmployerNotes: ask("What advisers know of employers", { who: staff, where: "nowhere" }, z.object({})),
  saveEmployerNote: act("Note what is known of an employer, for every centre", { who: advisers, where: "nowhere" }, note),
  removeEmployerNote: act("Forget a note on an employer", { who: advisers, where: "nowhere" }, z.object({ employer: z.string().min(1).max(200), over: revisionSchema })),
  listRoutes: ask("The places that people of a centre can get to", { who: staff, where: atCentre }, oneCentre),
  saveRoute: act("Add or change a place that people of a centre can get to", { who: advisers, where: atCentre }, route),
  removeRoute: act("Forget a place that people could get to", { who: advisers, where: atCentre }, z.object({ id: idSchema, centre: slugSchema })),
} as const; // prettier-ignore

export type WrittenWords = z.output<typeof wordsSchema>;
