/** What holds kiosks to their websites, on the hub's side: their policy, the guard that is put into them, their pass. */
import { createHash } from "node:crypto";
import path from "node:path";
import { Router, json, type Request, type Response } from "express";
import { readingAt } from "#shared/london.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Screen } from "#shared/screens/screen.ts";
import { change } from "#server/db/change.ts";
import type { Database } from "#server/db/open.ts";
import type { Config } from "#server/config.ts";
import type { Log } from "#server/log.ts";
import { cookieOf, SCREEN_COOKIE } from "#server/live/identity.ts";
import { refuse } from "#server/live/refuse.ts";
import { openWaiters } from "#server/live/waiters.ts";
import { approvedFor, talksAt } from "./approved.ts";
import { type Extension, makeExtension } from "./extension.ts";
import { passOf, readBasic, screenWith } from "./passes.ts";
import { type Home, type Policy, policyFor } from "./policy.ts";
import type { Proxy } from "./proxy.ts";
import { noteRefusedHost } from "./refused.ts";
import { countUses } from "./uses.ts";

export interface GuardNeeds {
  readonly config: Config;
  readonly database: Database;
  readonly secret: string;
  /** Where the pages were built; the guard was built beside them. */
  readonly built: string;
  readonly log: Log;
  findScreen(token: string): Promise<Screen | null>;
  /** At the screen itself, by its installer. */
  unpair(screen: Screen): Promise<Result<unknown>>;
  now(): number;
}

export interface PolicyWish {
  /** Where the kiosk reaches the hub. */
  readonly hub?: string;
  readonly printer?: boolean;
  readonly home?: Home;
}

export interface Guard {
  readonly router: Router;
  /** `null` where there is no such centre; no centre: the hub alone. */
  policyOf(centre: string | null, wish: PolicyWish): Promise<Policy | null>;
  /** Opens the proxy, where it is turned on. */
  listen(): Promise<void>;
  /** The programme changed. */
  changed(): void;
  stop(): Promise<void>;
}

/**
 * A kiosk's launcher waits so long for news, and looks again this often for what only time changes (ms). One that is
 * just paired waits that long still as nobody, and the list must be there within ten seconds.
 */
const LONG_POLL = 6_000;
const LOOK = 5_000;

export function openGuard(needs: GuardNeeds): Guard {
  const { config, database, secret, now } = needs;
  /** Where the hub is, to its own knowledge. */
  const address = config.publicUrl ?? `${config.tls ? "https" : "http"}://localhost:${config.port}`;
  const news = openWaiters();
  let made: Promise<Extension | null> | null = null;
  let proxy: Proxy | null = null;
  const uses = countUses(database, needs.log, now);
  const extension = (): Promise<Extension | null> => {
    made ??= makeExtension(database, path.join(needs.built, "..", "guard"), secret, now());
    made.catch(() => (made = null));
    return made;
  };

  async function policyOf(centre: string | null, wish: PolicyWish) {
    const { hub = address, home = "kiosk", printer = false } = wish;
    const approved = centre === null ? [] : await approvedFor(database.reading, centre, now());
    if (approved === null) return null;
    const { id = null } = (await extension()) ?? {};
    return policyFor({
      hub,
      home,
      approved,
      extension: id,
      proxyPort: proxy?.port ?? config.proxyPort,
      printer,
      voice: centre !== null && (await talksAt(database.reading, centre)),
    });
  }

  /** A screen, by its cookie or by the pass that its launcher was given. */
  async function screenOf(request: Request): Promise<Screen | null> {
    const token = cookieOf(request, SCREEN_COOKIE);
    if (token !== null) return needs.findScreen(token);
    const pass = readBasic(request.headers.authorization);
    return pass && screenWith(database.reading, secret, pass);
  }

  const router = Router();

  router.get("/updates.xml", async (request, response) => {
    const found = await extension();
    if (!found) return refuse(response, { code: "no-such-address" });
    response.type("application/xml").send(updates(found, originOf(request, address)));
  });

  router.get("/guard.crx", async (_request, response) => {
    const found = await extension();
    if (!found) return refuse(response, { code: "no-such-address" });
    response.setHeader("Content-Type", "application/x-chrome-extension");
    response.setHeader("Cache-Control", "no-cache");
    response.send(found.crx);
  });

  /** Whoever is no paired kiosk gets what holds it to the hub alone: a board, or a device that is to be paired. */
  router.get("/policy", async (request, response) => {
    const screen = await screenOf(request);
    const wish = { hub: originOf(request, address), home: screen?.kind ?? "pair", printer: request.query.printer === "yes" } as const; // prettier-ignore
    const centre = screen?.kind === "kiosk" ? screen.centre : null;
    const policy = await newsFor(request, response, () => policyOf(centre, wish));
    if (response.destroyed) return;
    if (policy === null) return void response.status(304).end();
    response.json(policy);
  });

  /** The answer once it is another than the caller holds; `null` where it is not, for as long as one waits. */
  async function newsFor(request: Request, response: Response, ask: () => Promise<Policy | null>) {
    const patience = request.query.wait === undefined ? 0 : LONG_POLL;
    const began = performance.now();
    for (;;) {
      const policy = await ask();
      const tag = `"${createHash("sha256").update(JSON.stringify(policy)).digest("base64url")}"`;
      response.setHeader("ETag", tag);
      response.setHeader("Cache-Control", "no-cache");
      if (policy !== null && request.get("If-None-Match") !== tag) return policy;
      const left = patience - (performance.now() - began);
      if (left <= 0 || response.destroyed) return null;
      await news.wait(Math.min(left, LOOK));
    }
  }

  /** The program that keeps a kiosk on the glass, to be fetched by the device itself. */
  router.get("/signpost-kiosk", (_request, response) => {
    response.type("text/plain").sendFile(path.join(needs.built, "..", "guard", "signpost-kiosk"));
  });

  router.get("/pass", async (request, response) => {
    const screen = await screenOf(request);
    const pass = screen && (await passOf(database.reading, secret, screen.id));
    response.setHeader("Cache-Control", "no-store");
    if (pass) response.json(pass);
    else refuse(response, { code: "unpaired" });
  });

  /** The paired screen whose guard asks, and no page on it. */
  async function guardOf(request: Request): Promise<Result<Screen>> {
    const { origin } = request.headers;
    const found = await extension();
    if (origin !== undefined && origin !== `chrome-extension://${found?.id}`) return refused("wrong-origin");
    const screen = await screenOf(request);
    return screen ? done(screen) : refused("unpaired");
  }

  /** The installer's menu, behind the PIN that the launcher knows. */
  router.post("/unpair", async (request, response) => {
    const asked = await guardOf(request);
    const ended = asked.ok ? await needs.unpair(asked.value) : asked;
    if (ended.ok) response.status(204).end();
    else refuse(response, ended.refusal);
  });

  router.post("/refused", json({ limit: "1kb" }), async (request, response) => {
    const asked = await guardOf(request);
    if (!asked.ok) return refuse(response, asked.refusal);
    const screen = asked.value;
    const host = hostIn(request.body);
    if (host === null) return refuse(response, { code: "bad-input" });
    const { day } = readingAt(now());
    const result = await change(database, async (tx) =>
      done(await noteRefusedHost(tx, screen.centre, host, day)),
    );
    if (result.ok) response.status(204).end();
    else refuse(response, result.refusal);
  });

  router.use((_request, response) => refuse(response, refused("no-such-address").refusal));
  return {
    router,
    policyOf,
    async listen() {
      if (config.proxyPort === null) return;
      const { openProxy } = await import("./proxy.ts");
      proxy = await openProxy({
        port: config.proxyPort,
        host: config.host,
        way: config.wayOut,
        log: needs.log,
        async kioskWith(pass) {
          const screen = await screenWith(database.reading, secret, pass);
          return screen?.kind === "kiosk" ? screen : null;
        },
        approvedFor: (centre) => approvedFor(database.reading, centre, now()),
        used: uses.note,
      });
    },
    changed() {
      proxy?.forget();
      news.wake();
    },
    async stop() {
      news.wake();
      await proxy?.stop();
      await uses.stop();
    },
  };
}

/** The hub as this request reached it. */
function originOf(request: Request, otherwise: string): string {
  const { host } = request.headers;
  const origin = URL.parse(`${request.protocol}://${host}`)?.origin;
  return host !== undefined && /^[\w.:[\]-]{1,255}$/.test(host) && origin ? origin : otherwise;
}

function hostIn(body: unknown): string | null {
  const host = typeof body === "object" && body !== null && "host" in body ? body.host : null;
  if (typeof host !== "string" || host.length > 255) return null;
  return URL.parse(`https://${host}/`)?.hostname === host ? host : null;
}

/** The form in which Chromium asks whether there is a newer one. */
function updates({ id, version }: Extension, hub: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="${hub}/guard/guard.crx" version="${version}"/></app>
</gupdate>
`;
}
