/** What was wrong with what was sent, field by field, as the door says it. */
import type { Response } from "express";
import type { z } from "zod";
import { refuse } from "#server/live/refuse.ts";

export function badInput(response: Response, error: z.ZodError): void {
  const mistakes = error.issues.map((issue) => ({ path: issue.path.join("."), code: issue.code }));
  refuse(response, { code: "bad-input", details: mistakes });
}
