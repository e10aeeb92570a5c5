/** Checks of what is said about people. */
import { z } from "zod";
import { PEOPLE } from "#shared/command.ts";
import { audienceSchema, slugSchema } from "#shared/schema.ts";

export const emailSchema = z
  .email()
  .max(200)
  .transform((written) => written.toLowerCase());
export const personNameSchema = z.string().trim().min(1).max(80);
export const personRoleSchema = z.enum(PEOPLE);
export const passwordSchema = z.string().min(1).max(200);
export const linkSchema = z.string().min(20).max(100);

/** What is theirs. A district lead has every centre, whatever stands here. */
export const theirsSchema = z.object({
  role: personRoleSchema,
  centres: audienceSchema,
  /** Of these centres, where a staff member may decide vacancies. */
  decides: z.array(slugSchema).max(5000).default([]),
});
