/** The pages and files of the hub, and the headers that keep them safe. */
import { existsSync } from "node:fs";
import path from "node:path";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import sirv from "sirv";
import { refused } from "#shared/result.ts";
import type { Config } from "#server/config.ts";
import { refusalFor } from "#server/db/refusals.ts";
import type { Log } from "#server/log.ts";
import type { Metrics } from "#server/metrics.ts";
import { mediaFiles } from "./files.ts";
import { health, type HealthNeeds } from "./health.ts";
import { onlyBy, refuse } from "./refuse.ts";

export interface WebNeeds extends Omit<HealthNeeds, "metricsToken"> {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Where the built pages lie. */
  readonly built: string;
  readonly api: express.Router;
  readonly pages: express.Router;
  /** What kiosks' browsers and launchers ask for. */
  readonly guard: express.Router;
}

const YEAR = 365 * 86_400;

export function openWeb(needs: WebNeeds): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", needs.config.trustProxy ?? false);
  app.use((request, response, next) => note(needs, request, response, next));
  app.use(headers);
  app.use(health({ ...needs, metricsToken: needs.config.metricsToken }));
  app.use(/^(?!\/(?:api|guard)\/)/, onlyBy(["GET"]));
  app.use("/media", mediaFiles(needs.media));
  app.use(sirv(needs.built, { brotli: true, gzip: true, etag: true, setHeaders: cacheHeaders }));
  app.use("/console", consolePages(needs.built));
  app.use(compression());
  app.use("/api/v1", needs.api);
  app.use("/guard", needs.guard);
  for (const [address, file] of screens) {
    app.get(address, (_request, response) => {
      response.setHeader("Cache-Control", "no-cache");
      response.sendFile(path.join(needs.built, file));
    });
  }
  app.use(needs.pages);
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) =>
    failed(needs, error, request, response, next),
  );
  return app;
}

/** One line a request for whoever looks for a fault; who asked and with what secret is not in it. */
function note({ log, isStopping }: WebNeeds, request: Request, response: Response, next: NextFunction): void {
  // A connection that stays open would keep a hub that stops from ending.
  if (isStopping()) response.setHeader("Connection", "close");
  if (log.isLevelEnabled("debug")) {
    const { method, path: asked } = request;
    const began = performance.now();
    response.once("close", () =>
      log.debug(
        { method, path: asked, status: response.statusCode, ms: Math.round(performance.now() - began) },
        "request",
      ),
    );
  }
  next();
}

const screens = [
  ["/board", "board.html"],
  ["/kiosk", "touch.html"],
  ["/pair", "pair.html"],
  ["/preview", "preview.html"],
  ["/mirror", "mirror.html"],
] as const;

/** The console's files, and its one page at every address below its own; it is built beside the screens' pages. */
function consolePages(built: string): express.Router {
  const router = express.Router();
  const folder = path.join(built, "..", "console");
  if (!existsSync(folder)) return router;
  router.use(sirv(folder, { brotli: true, gzip: true, etag: true, setHeaders: cacheHeaders }));
  router.get("/{*rest}", (request, response, next) => {
    if (path.extname(request.path) !== "") return next();
    response.setHeader("Cache-Control", "no-cache");
    response.sendFile(path.join(folder, "index.html"));
  });
  return router;
}

function cacheHeaders(response: { setHeader(name: string, value: string): void }, file: string): void {
  const hashed = file.includes("/assets/");
  response.setHeader("Cache-Control", hashed ? `public, max-age=${YEAR}, immutable` : "no-cache");
}

/**
 * Nothing from another host, no inline script, no eval. Old Chromium does not count a socket to the
 * same host as 'self' (CSP 3 does), so the host is named as well.
 */
function headers(request: Request, response: Response, next: NextFunction): void {
  const host = /^[\w.:[\]-]{1,255}$/.test(request.headers.host ?? "") ? request.headers.host : null;
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        mediaSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: host ? ["'self'", `ws://${host}`, `wss://${host}`] : ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        // The console shows a centre's board beside its own pages.
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // A hub is often reached by plain http on the centre's own network as well.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    // At a plain address browsers only complain of it.
    crossOriginOpenerPolicy: request.secure,
  })(request, response, next);
}

/**
 * Express names what a client did wrong by a status; a database that is away is nobody's mistake;
 * everything else is ours, and goes to the log.
 */
function failed(
  { log, metrics }: WebNeeds,
  error: unknown,
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) return next(error);
  const mendable = refusalFor(error);
  if (mendable !== null) return refuse(response, { code: mendable });
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  const code = status === 413 ? "too-large" : status < 500 ? "bad-input" : "broken";
  if (status >= 500) log.error({ error, path: request.path }, "a request broke");
  else metrics.refused.inc({ reason: code });
  response.status(status).json(code === "too-large" ? refused(code, { most: mostOf(error) }) : refused(code));
}

/** Bytes, as the parser of bodies names them. */
function mostOf(error: unknown): number | null {
  return error instanceof Error && "limit" in error && typeof error.limit === "number" ? error.limit : null;
}
