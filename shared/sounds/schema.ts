/** A sentence that a screen would have spoken. */
import { z } from "zod";
import { LANGUAGES } from "../languages.ts";
import { LONGEST_SENTENCE } from "./rules.ts";

export const sentenceSchema = z.object({
  language: z.enum(LANGUAGES),
  words: z.string().trim().min(1).max(LONGEST_SENTENCE),
});
