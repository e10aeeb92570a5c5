/** What stands at an address, asked as it is declared; what is wrong is said field by field, as the door says it. */
import type { Request, Response, Router } from "express";
import type { z } from "zod";
import type { Address } from "#shared/people/addresses.ts";
import { refuse } from "#server/live/refuse.ts";

export function serve<Input extends z.ZodType>(
  router: Router,
  { method, path, input }: Address<Input>,
  act: (sent: z.output<Input>, request: Request, response: Response) => Promise<void>,
): void {
  router[method](path, async (request: Request, response: Response) => {
    const read = input.safeParse(request.body ?? {});
    if (!read.success) return badInput(response, read.error);
    await act(read.data, request, response);
  });
}

function badInput(response: Response, error: z.ZodError): void {
  const mistakes = error.issues.map((issue) => ({ path: issue.path.join("."), code: issue.code }));
  refuse(response, { code: "bad-input", details: mistakes });
}
