/** The commands about calls. None of them tells everyone that it was given: who may know is decided by the call. */
import { z } from "zod";
import { act, advisers, ask, district, staff } from "#shared/command.ts";
import { idSchema, instantSchema, languageSchema, slugSchema } from "#shared/schema.ts";
import { GIVEN_OUTCOMES } from "./call.ts";
import { aboutSchema, attachedSchema, callIdSchema, callRequestSchema, notesSchema, sealedSchema, signalSchema } from "./schema.ts"; // prettier-ignore

const onlyId = z.object({ id: callIdSchema });
const asked = callRequestSchema.extend({ id: callIdSchema });
/** `heldFor`: milliseconds since she pressed, by the kiosk's monotonic clock; `null` where it has slept since. */
const handedIn = z.object({ id: callIdSchema, sealed: sealedSchema, heldFor: z.int().min(0).nullable() });
/** `agreed`: she knows of it and wants it. */
const askedFor = asked.extend({ centre: slugSchema, agreed: z.literal(true) });
const ended = z.object({ id: callIdSchema, outcome: z.enum(GIVEN_OUTCOMES), notes: notesSchema.optional() });
const again = z.object({ id: callIdSchema, at: instantSchema, notes: notesSchema.optional() });
const rung = z.object({ id: callIdSchema, about: aboutSchema, item: attachedSchema.nullable(), language: languageSchema }); // prettier-ignore
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const period = z.object({ centres: z.array(slugSchema).max(500).nullable(), from: monthSchema, to: monthSchema }); // prettier-ignore
const group = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  people: z.array(idSchema).max(50),
});

const kiosk = { who: ["screen"], where: "own", discreet: true } as const;
const both = { who: ["screen", ...staff], where: "own", discreet: true } as const;
/** Whose call it is, the handler finds: also the duty group's, wherever it comes from. */
const own = { who: staff, where: "own", discreet: true } as const;
const at = { centres: ({ centre }: { readonly centre: string }) => [centre] };
const everywhere = { who: district, where: "everywhere" } as const;

export const callCommands = {
  callOffer: ask("What this kiosk may offer, and the key to seal a request by", kiosk, z.object({})),
  askForCall: act("Ask for a call: accepted once it is on the disk, and the same id twice is one", kiosk, asked),
  handInCall: act("Hand in a request that was sealed while the hub was away", kiosk, handedIn),
  callProgress: ask("What is happening to this kiosk's own request", kiosk, onlyId),
  cancelCall: act("Cancel a request by its reference, or a voice call that rings", both, z.object({ reference: z.string().min(1).max(12) })),
  askCallFor: act("Ask for a call on a parent's behalf, who has agreed", { who: staff, where: at, discreet: true }, askedFor),
  listCalls: ask("The calls of one's centres and duty group that wait, are taken, or ended today", own, z.object({})),
  takeCall: act("Take a call: nobody else can, and only now is the number shown", { ...own, secret: true }, onlyId),
  seeCall: ask("A call that one has taken, with name, number and notes", own, onlyId),
  giveBackCall: act("Put a call that one has taken back into the queue", own, onlyId),
  noteCall: act("Write notes to a call that one has taken", own, z.object({ id: callIdSchema, notes: notesSchema })),
  tryCallAgain: act("Agree on a time to try again: one is reminded", own, again),
  endCall: act("Say what came of a call: its number is hidden again", own, ended),
  standByForVoice: act("Say that one is there for voice calls, or is no more", own, z.object({ here: z.boolean() })),
  ringVoice: act("Ring the advisers who stand by, through the browser", { ...kiosk, secret: true }, rung),
  acceptVoice: act("Answer a voice call", { ...own, secret: true }, onlyId),
  signalVoice: ask("Pass a WebRTC signal on to the other side", both, z.object({ id: callIdSchema, signal: signalSchema })),
  hangUpVoice: act("End a voice call", both, onlyId),
  listKnownPranks: ask("Numbers that are not rung any more, without the numbers", { who: advisers, where: "own" }, z.object({})),
  forgetPrank: act("Take a number off the list of known pranks", { who: advisers, where: "own", discreet: true }, z.object({ id: idSchema })),
  listDutyGroups: ask("Who is told when adviser and deputy do not answer", { who: staff, where: "own" }, z.object({})),
  saveDutyGroup: act("Make or change a duty group", everywhere, group),
  removeDutyGroup: act("Remove a duty group", everywhere, z.object({ id: idSchema })),
  reportCalls: ask("Calls of one's centres by month: topics, hours, time to answer, outcomes", { who: staff, where: "own" }, period),
  callsAsCsv: ask("The same as a table", { who: staff, where: "own" }, period),
} as const; // prettier-ignore
