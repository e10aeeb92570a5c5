/** What a person does with their own account over HTTP: password and second factor. */
import { type Request, type Response, Router } from "express";
import { addresses } from "#shared/people/addresses.ts";
import { done, type Result } from "#shared/result.ts";
import { answer, refuse } from "#server/live/refuse.ts";
import type { Auth } from "./auth.ts";
import { serve } from "./inputs.ts";
import type { Limits } from "./limits.ts";
import { strongEnough } from "./strength.ts";
import type { WhoIs } from "./whois.ts";

export interface AccountNeeds {
  readonly auth: Auth;
  readonly whoIs: WhoIs;
  readonly limits: Limits;
}

/** Everything here asks for a session; a token opens none of it. Guessing is limited as at the door. */
export function accountRoutes({ auth, whoIs, limits }: AccountNeeds): Router {
  const router = Router();
  router.use("/account", async (request, response, next) => {
    const visitor = await whoIs.visitor(request);
    if (visitor.state === "nobody") return refuse(response, { code: "sign-in-again" });
    if (!(await limits.allow(request.ip ?? "", visitor.person.email)))
      return refuse(response, { code: "too-many-tries" });
    response.locals.person = visitor.person;
    next();
  });

  serve(router, addresses.changePassword, async ({ current, next }, request, response) => {
    const { name, email } = response.locals.person;
    const strong = await strongEnough(next, [name, email]);
    if (!strong.ok) return refuse(response, strong.refusal);
    // Whoever else is signed in as this person is not any more.
    const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    const changed = await auth.call(request, response, ({ api }, headers) => api.changePassword({ body, headers, asResponse: true })); // prettier-ignore
    await settle(request, response, changed);
  });

  serve(router, addresses.beginSecondFactor, async (proof, request, response) => {
    const begun = await auth.call<{ totpURI: string; backupCodes: string[] }>(request, response, ({ api }, headers) => api.enableTwoFactor({ body: { ...proof, method: "totp" }, headers, asResponse: true })); // prettier-ignore
    if (!begun.ok) return refuse(response, begun.refusal);
    const { totpURI, backupCodes } = begun.value;
    answer(response, done({ uri: totpURI, backupCodes }));
  });

  serve(router, addresses.confirmSecondFactor, async (sent, request, response) => {
    const code = sent.code.replace(/\s/g, "");
    const confirmed = await auth.call(request, response, ({ api }, headers) => api.verifyTOTP({ body: { code }, headers, asResponse: true })); // prettier-ignore
    await settle(request, response, confirmed);
  });

  serve(router, addresses.endSecondFactor, async (proof, request, response) => {
    const ended = await auth.call(request, response, ({ api }, headers) => api.disableTwoFactor({ body: proof, headers, asResponse: true })); // prettier-ignore
    await settle(request, response, ended);
  });

  async function settle(request: Request, response: Response, result: Result<unknown>): Promise<void> {
    if (!result.ok) return refuse(response, result.refusal);
    await limits.forgive(request.ip ?? "", response.locals.person.email);
    answer(response, done(null));
  }
  return router;
}
