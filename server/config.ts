/** Every setting of the hub, read once from the environment, checked, frozen, loud when wrong. */
import path from "node:path";
import { z } from "zod";
import { done, refused, type Result } from "#shared/result.ts";
import type { WayOut } from "./outside/settings.ts";
import {
  host,
  isHostAndPort,
  isProxies,
  list,
  port,
  proxyAddress,
  publicAddress,
  readableFile,
  url,
} from "./settings.ts";

const settings = z.object({
  PORT: port().default(8080),
  HOST: host().default("0.0.0.0"),
  /** `file:` path, or `postgres://`. Empty: `signpost.db` in the data folder. */
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "must begin with file: or postgres://")
    .refine((where) => !where.startsWith("postgres") || URL.canParse(where), "is not an address")
    .optional(),
  SIGNPOST_DATA: z.string().min(1).default("./data"),
  /** Turns on the forward proxy for kiosks, at this port. */
  SIGNPOST_PROXY_PORT: port().optional(),
  /** Where phones can open the hub's pages; without it a board shows no code. */
  SIGNPOST_PUBLIC_URL: publicAddress().optional(),
  SIGNPOST_DEMO: z.enum(["auto", "yes", "no"], { error: "must be auto, yes or no" }).default("auto"),
  /** How many proxies stand before the hub (Express's `trust proxy`): a count, or addresses. */
  SIGNPOST_TRUST_PROXY: z
    .string()
    .refine(isProxies, "must be a count (1), or a list of addresses (10.0.0.1, 10.0.0.0/8, loopback)")
    .optional(),
  /** Signs what the hub hands out. Made and kept in the data folder if absent. */
  SIGNPOST_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  SIGNPOST_ALLOW_PRIVATE: list(isHostAndPort, "must be a list of host:port").optional(),
  /** Node itself reads it, and would go on without it. */
  NODE_EXTRA_CA_CERTS: readableFile().optional(),
  HTTPS_PROXY: proxyAddress().optional(),
  HTTP_PROXY: proxyAddress().optional(),
  NO_PROXY: z.string().optional(),
  SIGNPOST_SMTP_URL: url(/^smtps?$/).optional(),
  /** Who messages by e-mail are from ("Signpost <board@example.org>"). */
  SIGNPOST_SMTP_FROM: z
    .string()
    .regex(/^[^\r\n]*<?[^@\s<>]+@[^@\s<>]+>?$/, "must be an e-mail address")
    .optional(),
  /** GOV.UK Notify: a key ("name-SERVICE_ID-SECRET"), and a template each for texts and e-mails. */
  SIGNPOST_NOTIFY_KEY: z.string().regex(/[\da-f-]{36}-[\da-f-]{36}$/, "must be a key of GOV.UK Notify").optional(), // prettier-ignore
  SIGNPOST_NOTIFY_URL: url(/^https?$/).default("https://api.notifications.service.gov.uk"),
  SIGNPOST_NOTIFY_SMS_TEMPLATE: z.uuid("must be a template's id").optional(),
  SIGNPOST_NOTIFY_EMAIL_TEMPLATE: z.uuid("must be a template's id").optional(),
  /** A program of the district that hears of every call, and the secret that signs what it hears. Both or neither. */
  SIGNPOST_WEBHOOK_URL: url(/^https?$/).optional(),
  SIGNPOST_WEBHOOK_SECRET: z.string().min(24, "must have at least 24 characters").optional(),
  /** Secrets that encrypt names and numbers: the first writes, all read. The hub's own secret where absent. */
  SIGNPOST_CALL_KEYS: list((one) => /^\S{32,}$/.test(one), "must be a list of secrets of at least 32 characters").optional(), // prettier-ignore
  /** How the two sides of a voice call find each other, and coturn's static-auth-secret. */
  SIGNPOST_TURN_URLS: list((one) => /^(stuns?|turns?):\S+$/.test(one), "must be a list of stun: and turn: addresses").optional(), // prettier-ignore
  SIGNPOST_TURN_SECRET: z.string().min(1).optional(),
  /** PEM files; read again when they change. Both or neither. */
  SIGNPOST_TLS_CERT: readableFile().optional(),
  SIGNPOST_TLS_KEY: readableFile().optional(),
  /** Lets a scraper that is not on this machine read /metrics, as a bearer token. */
  SIGNPOST_METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  /** Who must have a second factor before they may do anything. */
  SIGNPOST_SECOND_FACTOR: z.enum(["optional", "district"], { error: "must be optional or district" }).default("optional"), // prettier-ignore
  /** Single sign-on by OpenID Connect: the provider's address, and what it calls us. All three or none. */
  SIGNPOST_OIDC_ISSUER: url(/^https?$/).optional(),
  SIGNPOST_OIDC_CLIENT_ID: z.string().min(1).optional(),
  SIGNPOST_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What stands on the button ("Northshire Council"). */
  SIGNPOST_OIDC_NAME: z.string().min(1).max(60).optional(),
  SIGNPOST_LOG: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "must be debug, info, warn, error or silent",
    })
    .default("info"),
});

const wayOutSettings = settings.pick({
  SIGNPOST_ALLOW_PRIVATE: true,
  HTTPS_PROXY: true,
  HTTP_PROXY: true,
  NO_PROXY: true,
});

/** Where the district's people sign in with what they have already. */
export interface SignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
}

/** GOV.UK Notify; a template that is absent turns its way off. */
export interface Notify {
  readonly key: string;
  readonly url: string;
  readonly smsTemplate: string | null;
  readonly emailTemplate: string | null;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly data: string;
  readonly publicUrl: string | null;
  /** Of the kiosks' forward proxy; `null` is off. */
  readonly proxyPort: number | null;
  readonly demo: "auto" | "yes" | "no";
  readonly trustProxy: string | number | null;
  readonly secret: string | null;
  /** What the hub may reach outside, and by which way. */
  readonly wayOut: WayOut;
  readonly smtpUrl: string | null;
  readonly smtpFrom: string | null;
  readonly notify: Notify | null;
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** The first writes, all read; `null`: the hub's own secret. */
  readonly callKeys: readonly string[] | null;
  readonly ice: { readonly urls: readonly string[]; readonly secret: string | null };
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly metricsToken: string | null;
  readonly leadsNeedSecond: boolean;
  readonly signOn: SignOn | null;
  readonly log: "debug" | "info" | "warn" | "error" | "silent";
  /** Names that begin with SIGNPOST_ and mean nothing: probably misspelt. */
  readonly unknown: readonly string[];
}

/**
 * Reads the settings. Refused with `bad-settings` and one line per mistake, all of them at once,
 * so that the installer mends them in one go.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config> {
  const given = givenIn(env);
  const read = settings.safeParse(given);
  const mistakes = read.success ? [] : mistakesIn(read.error);
  if (Boolean(given.SIGNPOST_TLS_CERT) !== Boolean(given.SIGNPOST_TLS_KEY)) {
    mistakes.push("SIGNPOST_TLS_CERT and SIGNPOST_TLS_KEY go together");
  }
  if (Boolean(given.SIGNPOST_WEBHOOK_URL) !== Boolean(given.SIGNPOST_WEBHOOK_SECRET)) {
    mistakes.push("SIGNPOST_WEBHOOK_URL and SIGNPOST_WEBHOOK_SECRET go together");
  }
  if (
    given.SIGNPOST_NOTIFY_KEY &&
    !given.SIGNPOST_NOTIFY_SMS_TEMPLATE &&
    !given.SIGNPOST_NOTIFY_EMAIL_TEMPLATE
  ) {
    mistakes.push("SIGNPOST_NOTIFY_KEY needs SIGNPOST_NOTIFY_SMS_TEMPLATE or SIGNPOST_NOTIFY_EMAIL_TEMPLATE, or both"); // prettier-ignore
  }
  if (given.SIGNPOST_TURN_SECRET && !/turns?:/.test(given.SIGNPOST_TURN_URLS ?? "")) {
    mistakes.push("SIGNPOST_TURN_SECRET needs a turn: address in SIGNPOST_TURN_URLS");
  }
  const ofSignOn = ["ISSUER", "CLIENT_ID", "CLIENT_SECRET"].map((name) => given[`SIGNPOST_OIDC_${name}`]);
  if (ofSignOn.some(Boolean) && !ofSignOn.every(Boolean)) {
    mistakes.push(
      "SIGNPOST_OIDC_ISSUER, SIGNPOST_OIDC_CLIENT_ID and SIGNPOST_OIDC_CLIENT_SECRET go together",
    );
  }
  const onPostgres = given.DATABASE_URL?.startsWith("postgres") ?? false;
  if (onPostgres && !given.SIGNPOST_SECRET) {
    mistakes.push("SIGNPOST_SECRET is required with Postgres, and the same on every hub");
  }
  if (!read.success || mistakes.length > 0) return refused("bad-settings", mistakes);
  return done(shape(read.data, given));
}

/** The way out alone, for commands that need no other setting. */
export function readWayOut(env: Readonly<Record<string, string | undefined>>): Result<WayOut> {
  const read = wayOutSettings.safeParse(givenIn(env));
  return read.success ? done(wayOutOf(read.data)) : refused("bad-settings", mistakesIn(read.error));
}

function wayOutOf(read: z.infer<typeof wayOutSettings>): WayOut {
  return {
    allowPrivate: read.SIGNPOST_ALLOW_PRIVATE ?? [],
    proxy: {
      https: read.HTTPS_PROXY ?? null,
      http: read.HTTP_PROXY ?? null,
      except: (read.NO_PROXY ?? "").split(/[\s,]+/).filter(Boolean),
    },
  };
}

/** A setting of nothing but blanks is none. Proxies are named in small letters too, and then those count (as curl has it). */
function givenIn(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const said = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== "");
  const small = said.filter(([name]) => /^(https?|no)_proxy$/.test(name));
  return Object.fromEntries([...said, ...small.map(([name, value]) => [name.toUpperCase(), value])]);
}

function mistakesIn(error: z.ZodError): string[] {
  return [...new Set(error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`))];
}

function notifyOf(read: z.infer<typeof settings>): Notify | null {
  const { SIGNPOST_NOTIFY_KEY: key, SIGNPOST_NOTIFY_URL: address } = read;
  if (key === undefined) return null;
  return {
    key,
    url: address.replace(/\/+$/, ""),
    smsTemplate: read.SIGNPOST_NOTIFY_SMS_TEMPLATE ?? null,
    emailTemplate: read.SIGNPOST_NOTIFY_EMAIL_TEMPLATE ?? null,
  };
}

function webhookOf(read: z.infer<typeof settings>): Config["webhook"] {
  const { SIGNPOST_WEBHOOK_URL: address, SIGNPOST_WEBHOOK_SECRET: secret } = read;
  return address && secret ? { url: address, secret } : null;
}

function signOnOf(read: z.infer<typeof settings>): SignOn | null {
  const { SIGNPOST_OIDC_ISSUER: issuer, SIGNPOST_OIDC_CLIENT_ID: clientId, SIGNPOST_OIDC_CLIENT_SECRET: clientSecret } = read; // prettier-ignore
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, name: read.SIGNPOST_OIDC_NAME ?? new URL(issuer).host };
}

function shape(read: z.infer<typeof settings>, given: Record<string, string | undefined>): Config {
  const data = path.resolve(read.SIGNPOST_DATA);
  const proxy = read.SIGNPOST_TRUST_PROXY ?? null;
  return Object.freeze({
    port: read.PORT,
    host: read.HOST,
    databaseUrl: read.DATABASE_URL ?? `file:${path.join(data, "signpost.db")}`,
    data,
    publicUrl: read.SIGNPOST_PUBLIC_URL ?? null,
    proxyPort: read.SIGNPOST_PROXY_PORT ?? null,
    demo: read.SIGNPOST_DEMO,
    trustProxy: proxy !== null && /^\d+$/.test(proxy) ? Number(proxy) : proxy,
    secret: read.SIGNPOST_SECRET ?? null,
    wayOut: wayOutOf(read),
    smtpUrl: read.SIGNPOST_SMTP_URL ?? null,
    smtpFrom: read.SIGNPOST_SMTP_FROM ?? null,
    notify: notifyOf(read),
    webhook: webhookOf(read),
    callKeys: read.SIGNPOST_CALL_KEYS ?? null,
    ice: { urls: read.SIGNPOST_TURN_URLS ?? [], secret: read.SIGNPOST_TURN_SECRET ?? null },
    tls:
      read.SIGNPOST_TLS_CERT && read.SIGNPOST_TLS_KEY
        ? { cert: read.SIGNPOST_TLS_CERT, key: read.SIGNPOST_TLS_KEY }
        : null,
    metricsToken: read.SIGNPOST_METRICS_TOKEN ?? null,
    leadsNeedSecond: read.SIGNPOST_SECOND_FACTOR === "district",
    signOn: signOnOf(read),
    log: read.SIGNPOST_LOG,
    unknown: Object.keys(given).filter((name) => name.startsWith("SIGNPOST_") && !(name in settings.shape)),
  });
}
