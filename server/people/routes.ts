/** Signing in and out over HTTP, and what opens the console for the first time. */
import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { emailSchema, linkSchema, passwordSchema, personNameSchema } from "#shared/people/schema.ts";
import { refused, type Result } from "#shared/result.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { answer, refuse } from "#server/live/refuse.ts";
import { BASE_PATH } from "./address.ts";
import type { Auth } from "./auth.ts";
import { accountRoutes } from "./account.ts";
import { enter } from "./entrance.ts";
import { badInput } from "./inputs.ts";
import { strongEnough } from "./strength.ts";
import { openLimits } from "./limits.ts";
import { readLink } from "./links.ts";
import type { WhoIs } from "./whois.ts";

export interface RouteNeeds {
  readonly db: Reading;
  readonly auth: Auth;
  readonly whoIs: WhoIs;
  change<T>(act: (tx: Writing) => Promise<Result<T>>): Promise<Result<T>>;
  /** Sends a new link to whoever forgot a password, where there is such a person and the hub can send. */
  forgot(email: string): Promise<void>;
  now(): number;
}

const signIn = z.object({ email: z.string().max(200), password: passwordSchema });
const forgetting = z.object({ email: emailSchema });
const second = z.object({ code: z.string().trim().min(1).max(40) });
const opening = z.object({ link: linkSchema });
const entering = z.object({
  link: linkSchema,
  password: passwordSchema,
  name: personNameSchema.optional(),
  email: emailSchema.optional(),
});

/** Below /api/v1. */
const BASE_PATH_HERE = BASE_PATH.replace("/api/v1", "");

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
    const opened = await readLink(needs.db, read.data.link, needs.now());
    const { name = opened?.name ?? "", email = opened?.email ?? "", password } = read.data;
    const strong = await strongEnough(password, [name, email]);
    if (!strong.ok) return refuse(response, strong.refusal);
    // Whatever the link is worth: a wrong one takes as long as a right one.
    const hash = await auth.hash(password);
    const entered = await needs.change((tx) => enter(tx, read.data, hash, needs.now()));
    if (!entered.ok) return refuse(response, entered.refusal);
    answer(response, await enterWith(request, response, entered.value, password));
  });

  router.post("/forgotten", async (request, response) => {
    const read = forgetting.safeParse(request.body);
    if (!read.success) return badInput(response, read.error);
    if (!(await limits.allow(request.ip ?? "", `forgotten ${read.data.email}`)))
      return refuse(response, { code: "too-many-tries" });
    // The same answer at the same time, whoever that is.
    response.json({ ok: true, value: null });
    await needs.forgot(read.data.email);
  });

  router.post(BASE_PATH_HERE, async (request, response) => {
    if (!(await limits.allow(request.ip ?? ""))) return refuse(response, { code: "too-many-tries" });
    answer(response, await auth.signOn(request, response));
  });
  router.get(`${BASE_PATH_HERE}/callback/:provider`, (request, response) => auth.comeBack(request, response));

  router.use(accountRoutes({ auth, whoIs, limits }));

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
