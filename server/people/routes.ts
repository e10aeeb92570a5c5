/** Signing in and out over HTTP, and what opens the console for the first time. */
import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { emailSchema, linkSchema, passwordSchema, personNameSchema } from "#shared/people/schema.ts";
import { refused, type Result } from "#shared/result.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { answer, refuse } from "#server/live/refuse.ts";
import type { Auth } from "./auth.ts";
import { enter } from "./entrance.ts";
import { openLimits } from "./limits.ts";
import { readLink } from "./links.ts";
import type { WhoIs } from "./whois.ts";

export interface RouteNeeds {
  readonly db: Reading;
  readonly auth: Auth;
  readonly whoIs: WhoIs;
  change<T>(act: (tx: Writing) => Promise<Result<T>>): Promise<Result<T>>;
  now(): number;
}

const signIn = z.object({ email: z.string().max(200), password: passwordSchema });
const second = z.object({ code: z.string().trim().min(1).max(40) });
const opening = z.object({ link: linkSchema });
const entering = z.object({
  link: linkSchema,
  password: passwordSchema.min(10),
  name: personNameSchema.optional(),
  email: emailSchema.optional(),
});

export function peopleRoutes(needs: RouteNeeds): Router {
  const router = Router();
  const limits = openLimits();
  const { auth, whoIs } = needs;

  router.get("/session", async (request, response) => void response.json(await whoIs.visitor(request)));

  router.post("/session", async (request, response) => {
    const read = signIn.safeParse(request.body);
    if (!read.success) return badInput(response, read.error);
    const email = read.data.email.trim().toLowerCase();
    const address = request.ip ?? "";
    if (!(await limits.allow(address, email))) return refuse(response, { code: "too-many-tries" });
    const result = await enterWith(request, response, email, read.data.password);
    if (result.ok) await limits.forgive(address, email);
    answer(response, result);
  });

  router.post("/session/second", async (request, response) => {
    const read = second.safeParse(request.body);
    if (!read.success) return badInput(response, read.error);
    if (!(await limits.allow(request.ip ?? ""))) return refuse(response, { code: "too-many-tries" });
    const code = read.data.code.replace(/\s/g, "");
    const result = await auth.call(request, response, ({ api }, headers) =>
      /^\d{6}$/.test(code)
        ? api.verifyTOTP({ body: { code }, headers, asResponse: true })
        : api.verifyBackupCode({ body: { code }, headers, asResponse: true }),
    );
    answer(response, result.ok ? { ok: true, value: { state: "here" } } : result);
  });

  router.delete("/session", async (request, response) => {
    await auth.call(request, response, ({ api }, headers) => api.signOut({ headers, asResponse: true }));
    response.json({ ok: true, value: null });
  });

  router.post("/links/open", async (request, response) => {
    const read = opening.safeParse(request.body);
    const address = request.ip ?? "";
    if (!(await limits.allow(address))) return refuse(response, { code: "too-many-tries" });
    const opened = read.success ? await readLink(needs.db, read.data.link, needs.now()) : null;
    answer(response, opened ? { ok: true, value: opened } : refused("link-spent"));
  });

  router.post("/links", async (request, response) => {
    const read = entering.safeParse(request.body);
    if (!read.success) return badInput(response, read.error);
    if (!(await limits.allow(request.ip ?? ""))) return refuse(response, { code: "too-many-tries" });
    // Before the link is looked at: a wrong one takes as long as a right one.
    const hash = await auth.hash(read.data.password);
    const entered = await needs.change((tx) => enter(tx, read.data, hash, needs.now()));
    if (!entered.ok) return refuse(response, entered.refusal);
    answer(response, await enterWith(request, response, entered.value, read.data.password));
  });

  function enterWith(
    request: Request,
    response: Response,
    email: string,
    password: string,
  ): Promise<Result<unknown>> {
    return auth
      .call<{ twoFactorRedirect?: boolean }>(request, response, ({ api }, headers) =>
        api.signInEmail({ body: { email, password }, headers, asResponse: true }),
      )
      .then((called) => {
        if (!called.ok) return refused("wrong-sign-in");
        const state = called.value.twoFactorRedirect === true ? "second-factor" : "here";
        return { ok: true, value: { state } };
      });
  }
  return router;
}

function badInput(response: Response, error: z.ZodError): void {
  const mistakes = error.issues.map((issue) => ({ path: issue.path.join("."), code: issue.code }));
  refuse(response, { code: "bad-input", details: mistakes });
}
