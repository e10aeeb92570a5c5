/**
 * better-auth, set up for us: passwords, sessions, second factor, single sign-on. It costs time and
 * memory, so this file is loaded only when somebody signs in or comes with a session.
 */
import { betterAuth } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Reading } from "#server/db/open.ts";
import type { Log } from "#server/log.ts";
import { ADDRESS_HEADER, BASE_PATH, PROVIDER } from "./address.ts";

export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface LibraryNeeds {
  readonly db: Reading;
  readonly secret: string;
  readonly log: Log;
  readonly provider: Provider | null;
}

export type Library = ReturnType<typeof openLibrary>;

const DAY = 86_400;

/** @param secure whether its cookies are for TLS alone */
export function openLibrary({ db, secret, log, provider }: LibraryNeeds, secure: boolean) {
  return betterAuth({
    appName: "Signpost",
    basePath: BASE_PATH,
    secret,
    // Dates as text and truth as 0 or 1, on Postgres as well: so a backup of one restores into the other.
    database: { db, type: "sqlite", transaction: false },
    logger: { level: "warn", log: (level, message) => log.debug({ level }, message) },
    telemetry: { enabled: false },
    // The hub's own limits are by account and address; the library's would be one more answer to tell apart.
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: {
      modelName: "session",
      expiresIn: 7 * DAY,
      updateAge: DAY,
      fields: { userId: "person", expiresAt: "expires", createdAt: "created", updatedAt: "changed", ipAddress: "address", userAgent: "browser" }, // prettier-ignore
    },
    user: {
      modelName: "person",
      fields: { emailVerified: "email_verified", createdAt: "created", updatedAt: "changed" },
      additionalFields: {
        role: { type: "string", required: true, input: false, fieldName: "role" },
        ended: { type: "string", required: false, input: false, fieldName: "ended" },
      },
    },
    account: {
      modelName: "account",
      fields: { userId: "person", providerId: "provider", accountId: "account", accessToken: "access_token", refreshToken: "refresh_token", idToken: "id_token", accessTokenExpiresAt: "access_expires", refreshTokenExpiresAt: "refresh_expires", createdAt: "created", updatedAt: "changed" }, // prettier-ignore
      // Whom the district's own provider names is whom we know by that address.
      accountLinking: { enabled: true, trustedProviders: [PROVIDER], allowDifferentEmails: false },
      updateAccountOnSignIn: false,
    },
    verification: {
      modelName: "verification",
      fields: { expiresAt: "expires", createdAt: "created", updatedAt: "changed" },
    },
    advanced: {
      cookiePrefix: "signpost",
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { validateSchema: false },
    },
    plugins: [
      twoFactor({
        issuer: "Signpost",
        twoFactorTable: "second_factor",
        schema: {
          user: { fields: { twoFactorEnabled: "second_factor" } },
          twoFactor: { fields: { userId: "person", backupCodes: "backup_codes", failedVerificationCount: "failures", lockedUntil: "locked_until" } }, // prettier-ignore
        },
      }),
      ...(provider === null ? [] : [singleSignOn(provider)]),
    ],
  });
}

function singleSignOn({ issuer, clientId, clientSecret }: Provider) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        discoveryUrl: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ["openid", "email", "profile"],
        pkce: true,
        // Who is not invited gets in by no other door either.
        disableSignUp: true,
        disableImplicitSignUp: true,
      },
    ],
  });
}
