/** The API: the same commands and the same programme as over sockets, for programs and for screens whose sockets are blocked. */
import type { IncomingMessage } from "node:http";
import express, { type Request, type Response, Router } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Result } from "#shared/result.ts";
import { slugSchema } from "#shared/schema.ts";
import type { Hello, Order, Pairing } from "#shared/screens/protocol.ts";
import { helloSchema, screenKindSchema } from "#shared/screens/schema.ts";
import type { Screen } from "#shared/screens/screen.ts";
import { changesSince } from "#server/items/entries.ts";
import { forScreen } from "./cards.ts";
import type { Caller, Door } from "./door.ts";
import { callerOf, cookieOf, originAllowed, PAIRING_COOKIE, SCREEN_COOKIE } from "./identity.ts";
import { describeApi } from "./openapi.ts";
import { answer, onlyBy, refuse } from "./refuse.ts";
import { upload, type UploadNeeds } from "./upload.ts";
import { standingOf, welcome, type WelcomeNeeds, whole } from "./welcome.ts";

export interface ApiNeeds extends WelcomeNeeds {
  readonly door: Door;
  readonly secret: string;
  readonly media: Pick<UploadNeeds, "keep" | "most">;
  findScreen(token: string): Promise<Screen | null>;
  beginPairing(): Promise<Result<{ readonly pairing: Pairing; readonly secret: string }>>;
  findPairing(secret: string): Promise<Pairing | null>;
  collectToken(secret: string): Promise<Result<{ readonly screen: Screen; readonly token: string }>>;
  /** Resolves when a pairing was claimed, or after `patience` milliseconds. */
  claimed(patience: number): Promise<void>;
  /** What a person at the console has a paired screen do, where it has no socket to be told on. */
  orderFor(screen: string): Order | null;
  /** The person who speaks, by session or token. */
  personOf(request: IncomingMessage): Promise<Caller | null>;
  /** Signing in and out, and the rest that a person does before there is a session. */
  readonly people: Router;
  /** Sentences as sound. */
  readonly sounds: Router;
  turnedAway(reason: string): void;
}

/** A cookie lives as long as browsers allow (RFC 6265bis: 400 days) and is renewed at every hello. */
const COOKIE_LIFE = 400 * 86_400_000;
const PAIRING_LIFE = 10 * 60_000;
const LONG_POLL = 25_000;

export function api(needs: ApiNeeds): Router {
  const router = Router();
  const pairings = new RateLimiterMemory({ points: 30, duration: 60 });

  router.use((request, response, next) => {
    if (request.method !== "GET" && !originAllowed(request, needs.publicUrl)) {
      needs.turnedAway("origin");
      return refuse(response, { code: "wrong-origin" });
    }
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  const caller = async (request: Request) => callerOf(request, needs, await screenOf(request, needs));
  // Before the bodies are taken for JSON: a file may say that it is.
  router.post("/media", upload({ ...needs.media, callerOf: caller, turnedAway: needs.turnedAway }));
  router.use(express.json({ limit: "12mb", strict: true }));

  router.get("/openapi.json", (_request, response) => response.json(describeApi()));

  router.use(needs.people);
  router.use("/sounds", needs.sounds);

  router.post("/commands/:name", async (request, response) => {
    if (request.is("json") === false) return refuse(response, { code: "not-json" });
    const result = await needs.door.knock({
      command: request.params.name,
      input: request.body ?? {},
      requestId: request.get("Idempotency-Key") ?? null,
      caller: await caller(request),
    });
    answer(response, result);
  });

  router.get("/centres/:slug/programme", async (request, response) => {
    const slug = slugSchema.safeParse(request.params.slug);
    const kind = screenKindSchema.catch("kiosk").parse(request.query.for);
    const known = slug.success && (await standingOf(needs.db, null, { centre: slug.data, kind } as Hello));
    if (typeof known !== "object") return refuse(response, { code: "no-such-centre" });
    const since = await sinceOf(request, needs);
    const changes = await changesSince(needs.db, known.centre, since, needs.now());
    const { digest, version } = await needs.digests.of(known.centre, changes.now);
    response.setHeader("Cache-Control", "no-cache");
    const tag = `"${changes.epoch}-${version}-${digest}-${kind}-${since ?? "whole"}"`;
    response.setHeader("ETag", tag);
    if (holds(request, tag)) return void response.status(304).end();
    response.json({ ...forScreen(changes, known.kind), digest });
  });

  router.post("/screens/hello", async (request, response) => {
    const hello = helloSchema.safeParse(request.body);
    if (!hello.success) {
      needs.turnedAway("malformed");
      return refuse(response, { code: "bad-input" });
    }
    const screen = await screenOf(request, needs);
    const reply = await welcome(needs, screen, hello.data, () => {});
    // A socket cannot set a cookie, so the page says hello here once in a while to renew its own.
    const token = cookieOf(request, SCREEN_COOKIE);
    if (screen && token) keepCookie(request, response, SCREEN_COOKIE, token, COOKIE_LIFE);
    const order =
      screen && reply.state === "welcome" && reply.name !== null ? needs.orderFor(screen.id) : null;
    response.json(order ? { ...reply, order } : reply);
  });

  router.post("/screens/whole", async (request, response) => {
    const hello = helloSchema.pick({ centre: true, kind: true }).safeParse(request.body);
    if (!hello.success) return refuse(response, { code: "bad-input" });
    const standing = await standingOf(needs.db, await screenOf(request, needs), hello.data as Hello);
    if (typeof standing === "string") return refuse(response, { code: standing });
    response.json(await whole(needs, standing));
  });

  router.post("/pairings", async (request, response) => {
    const allowed = await pairings.consume(request.ip ?? "").then(
      () => true,
      () => false,
    );
    if (!allowed) return refuse(response, { code: "too-many-tries" });
    const begun = await needs.beginPairing();
    if (!begun.ok) return refuse(response, begun.refusal);
    keepCookie(request, response, PAIRING_COOKIE, begun.value.secret, PAIRING_LIFE);
    response.json({ ...begun.value.pairing, publicUrl: needs.publicUrl });
  });

  router.get("/pairings/mine", async (request, response) => {
    const secret = cookieOf(request, PAIRING_COOKIE);
    if (secret === null) return refuse(response, { code: "no-such-code" });
    const first = await needs.findPairing(secret);
    if (request.query.wait !== undefined && first?.state === "waiting") await needs.claimed(LONG_POLL);
    const pairing = await needs.findPairing(secret);
    if (pairing?.state !== "paired") {
      return pairing
        ? void response.json({ ...pairing, publicUrl: needs.publicUrl })
        : refuse(response, { code: "no-such-code" });
    }
    const collected = await needs.collectToken(secret);
    if (!collected.ok) return refuse(response, collected.refusal);
    keepCookie(request, response, SCREEN_COOKIE, collected.value.token, COOKIE_LIFE);
    response.clearCookie(PAIRING_COOKIE, { path: "/api/v1/pairings" });
    response.json(pairing);
  });

  for (const [path, methods] of methodsOf(router)) router.all(path, onlyBy(methods));
  router.use((_request, response) => refuse(response, { code: "no-such-address" }));
  return router;
}

/** By which methods each address of this router may be asked. */
function methodsOf(router: Router): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>();
  for (const { route } of router.stack) {
    const methods = route?.stack.map(({ method }) => method.toUpperCase()) ?? [];
    if (route) ways.set(route.path, [...(ways.get(route.path) ?? []), ...methods]);
  }
  return ways;
}

async function screenOf(request: Request, needs: ApiNeeds): Promise<Screen | null> {
  const token = cookieOf(request, SCREEN_COOKIE);
  if (token === null) return null;
  const screen = await needs.findScreen(token);
  if (!screen) needs.turnedAway("token");
  return screen;
}

/** The version that the caller holds of this very database; `null` holds nothing of it. */
async function sinceOf(request: Request, needs: ApiNeeds): Promise<number | null> {
  const { since, epoch } = request.query;
  if (typeof since !== "string" || !/^\d{1,10}$/.test(since)) return null;
  const counter = await needs.db.selectFrom("hub").select("epoch").executeTakeFirstOrThrow();
  return epoch === counter.epoch ? Number(since) : null;
}

/**
 * Whether the caller holds this very answer (RFC 9110, 13.1.2). Express's own `fresh` takes a
 * request's no-cache for "send it anyway"; yet it only asks that the origin be consulted, and that is us.
 */
function holds(request: Request, tag: string): boolean {
  const held = request.get("If-None-Match") ?? "";
  return held.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}

function keepCookie(request: Request, response: Response, name: string, value: string, life: number): void {
  response.cookie(name, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: request.secure,
    maxAge: life,
    path: name === PAIRING_COOKIE ? "/api/v1/pairings" : "/",
  });
}
