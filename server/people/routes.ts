/** Signing in and out over HTTP, and what opens the console for the first time. */
import { type Request, type Response, Router } from "express";
import { addresses } from "#shared/people/addresses.ts";
import { refused, type Result } from "#shared/result.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import { answer, refuse } from "#server/live/refuse.ts";
import type { Auth } from "./auth.ts";
import { accountRoutes } from "./account.ts";
import { enter } from "./entrance.ts";
import { serve } from "./inputs.ts";
import { strongEnough } from "./strength.ts";
import type { Limits } from "./limits.ts";
import { readLink } from "./links.ts";
import type { WhoIs } from "./whois.ts";

export interface RouteNeeds {
  readonly db: Reading;
  readonly auth: Auth;
  readonly whoIs: WhoIs;
  readonly limits: Limits;
  change<T>(act: (tx: Writing) => Promise<Result<T>>): Promise<Result<T>>;
  /** Sends a new link to whoever forgot a password, where there is such a person and the hub can send. */
  forgot(email: string): Promise<void>;
  /** Whatever this person has open must ask anew who they are. */
  changed(person: string): void;
  now(): number;
}

export function peopleRoutes(needs: RouteNeeds): Router {
  const router = Router();
  const { auth, whoIs, limits } = needs;

  serve(router, addresses.whoIsHere, async (_sent, request, response) => {
    response.json(await whoIs.visitor(request));
  });

  serve(router, addresses.signIn, async ({ password, ...sent }, request, response) => {
    const email = sent.email.trim().toLowerCase();
    const address = request.ip ?? "";
    if (!(await limits.allow(address, email))) return refuse(response, { code: "too-many-tries" });
    const result = await enterWith(request, response, email, password);
    if (result.ok) await limits.forgive(address, email);
    answer(response, result);
  });

  serve(router, addresses.secondFactor, async (sent, request, response) => {
    if (!(await limits.allow(request.ip ?? ""))) return refuse(response, { code: "too-many-tries" });
    const code = sent.code.replace(/\s/g, "");
    const result = await auth.call(request, response, ({ api }, headers) =>
      /^\d{6}$/.test(code)
        ? api.verifyTOTP({ body: { code }, headers, asResponse: true })
        : api.verifyBackupCode({ body: { code }, headers, asResponse: true }),
    );
    answer(response, result.ok ? { ok: true, value: { state: "here" } } : result);
  });

  serve(router, addresses.signOut, async (_sent, request, response) => {
    await auth.call(request, response, ({ api }, headers) => api.signOut({ headers, asResponse: true }));
    response.json({ ok: true, value: null });
  });

  serve(router, addresses.openLink, async ({ link }, request, response) => {
    if (!(await limits.allow(request.ip ?? ""))) return refuse(response, { code: "too-many-tries" });
    const opened = await readLink(needs.db, link, needs.now());
    answer(response, opened ? { ok: true, value: opened } : refused("link-spent"));
  });

  serve(router, addresses.enter, async (sent, request, response) => {
    if (!(await limits.allow(request.ip ?? ""))) return refuse(response, { code: "too-many-tries" });
    const opened = await readLink(needs.db, sent.link, needs.now());
    const { name = opened?.name ?? "", email = opened?.email ?? "", password } = sent;
    const strong = await strongEnough(password, [name, email]);
    if (!strong.ok) return refuse(response, strong.refusal);
    // Whatever the link is worth: a wrong one takes as long as a right one.
    const hash = await auth.hash(password);
    const entered = await needs.change((tx) => enter(tx, sent, hash, needs.now()));
    if (!entered.ok) return refuse(response, entered.refusal);
    needs.changed(entered.value.id);
    answer(response, await enterWith(request, response, entered.value.email, password));
  });

  serve(router, addresses.forgotten, async ({ email }, request, response) => {
    if (!(await limits.allow(request.ip ?? "", `forgotten ${email}`)))
      return refuse(response, { code: "too-many-tries" });
    // The same answer at the same time, whoever that is.
    response.json({ ok: true, value: null });
    await needs.forgot(email);
  });

  serve(router, addresses.signOn, async (_sent, request, response) => {
    if (!(await limits.allow(request.ip ?? ""))) return refuse(response, { code: "too-many-tries" });
    answer(response, await auth.signOn(request, response));
  });
  router.get(`${addresses.signOn.path}/callback/:provider`, (request, response) =>
    auth.comeBack(request, response),
  );

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
