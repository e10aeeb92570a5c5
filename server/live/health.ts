/** Whether the hub lives, whether it is ready, and what it counts. */
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { Router } from "express";
import type { Reading } from "#server/db/open.ts";
import type { Metrics } from "#server/metrics.ts";
import { isLocal, same } from "./identity.ts";

export interface HealthNeeds {
  readonly db: Reading;
  /** The media store's folder. */
  readonly media: string;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  isStopping(): boolean;
}

export function health(needs: HealthNeeds): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => response.json({ status: "ok" }));
  router.get("/readyz", async (_request, response) => {
    const reasons = await notReady(needs);
    if (reasons.length === 0) response.json({ status: "ok" });
    else response.status(503).json({ status: "not-ready", reasons });
  });
  router.get("/metrics", async (request, response) => {
    const [, token] = (request.headers.authorization ?? "").split("Bearer ");
    const { metricsToken, metrics } = needs;
    const known = metricsToken !== null && token !== undefined && same(token, metricsToken);
    if (!known && !isLocal(request)) return void response.status(403).json({ status: "not-allowed" });
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}

/** Why the hub is not ready; empty when it is. */
async function notReady({ db, media, isStopping }: HealthNeeds): Promise<readonly string[]> {
  const [isReached, isWritable] = await Promise.all([
    works(db.selectFrom("hub").select("id").execute()),
    works(access(media, constants.W_OK)),
  ]);
  return [
    ...(isReached ? [] : ["database"]),
    ...(isWritable ? [] : ["data-folder"]),
    ...(isStopping() ? ["stopping"] : []),
  ];
}

function works(tried: Promise<unknown>): Promise<boolean> {
  return tried.then(
    () => true,
    () => false,
  );
}
