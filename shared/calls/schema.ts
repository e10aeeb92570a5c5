/** What comes in about calls. A number is judged by `checkNumber`, not by a schema. */
import { z } from "zod";
import { idSchema, languageSchema, slugSchema } from "#shared/schema.ts";
import { ABOUTS, ATTACHED_KINDS, type CallRequest, LIMITS, WHENS } from "./call.ts";
import type { Sealed } from "./seal.ts";
import type { Signal } from "./voice.ts";

/** The asker's own name for a request: a random one, so that nobody guesses it. */
export const callIdSchema = idSchema.min(16);
/** One line of a person's own words. */
const line = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}]*$/u);

export const attachedSchema = z.object({ kind: z.enum(ATTACHED_KINDS), id: idSchema });

export const callRequestSchema = z
  .object({
    way: z.enum(["handset", "ring", "text"]),
    about: z.enum(ABOUTS),
    item: attachedSchema.nullable(),
    number: line.max(LIMITS.number).nullable(),
    name: line.max(LIMITS.name).nullable(),
    when: z.enum(WHENS),
    language: languageSchema,
  })
  .meta({ id: "CallRequest" }) satisfies z.ZodType<CallRequest>;

const base64url = z.string().regex(/^[\w-]+$/);
export const sealedSchema = z
  .object({
    key: idSchema,
    from: base64url.length(87),
    iv: base64url.length(16),
    text: base64url.min(24).max(4_000),
    centre: slugSchema.optional(),
  })
  .meta({ id: "SealedCall" }) satisfies z.ZodType<Sealed>;

/** SDP and candidates are (RFC 8866), and what passes between hubs is counted in bytes. */
const ascii = z.string().regex(/^[\r\n -~]*$/);
const signal = z.discriminatedUnion("type", [
  z.object({ type: z.enum(["offer", "answer"]), sdp: ascii.min(1).max(LIMITS.sdp) }),
  z.object({
    type: z.literal("ice"),
    candidate: ascii.max(LIMITS.candidate),
    mid: ascii.max(40).nullable(),
    line: z.int().min(0).max(64).nullable(),
  }),
]);
export const signalSchema = signal.meta({ id: "VoiceSignal" }) satisfies z.ZodType<Signal>;
export const aboutSchema = z.enum(ABOUTS);
export const notesSchema = z.string().trim().max(LIMITS.notes);
