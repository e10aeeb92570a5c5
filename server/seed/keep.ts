/** Keeps the demo district in a hub that is meant to show it: planted at the start, its dates always fresh. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { Result } from "#shared/result.ts";
import type { Database } from "#server/db/open.ts";
import { filesIn } from "#server/media/named.ts";
import { workerFile } from "#server/worker-file.ts";
import type { PlantOrder } from "./plant-worker.ts";
import { isEmpty, isPlanted } from "./planted.ts";

export interface DemoNeeds extends Omit<PlantOrder, "now"> {
  readonly database: Database;
  readonly wanted: "auto" | "yes" | "no";
  now(): number;
  /** The screens have something to learn. */
  changed(): void;
  failed(reason: unknown): void;
}

export interface DemoKeeper {
  /** Plants it where it is wanted and not there: resolves when it can be shown, still without new pictures. */
  begin(): Promise<void>;
  /** Renews its dates, where it is there. */
  renew(): Promise<void>;
  /** The files that it has kept, whether an item names them today or not. */
  files(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export function keepDemo(needs: DemoNeeds): DemoKeeper {
  const { database, wanted } = needs;
  let planting: ChildProcess | null = null;

  /** Resolves with its words, or when it has failed; the pictures follow. */
  async function plant(): Promise<void> {
    planting?.kill();
    const { databaseUrl, mediaFolder, content, memory } = needs;
    const order: PlantOrder = { databaseUrl, mediaFolder, content, memory, now: needs.now() };
    const child = fork(workerFile(import.meta.dirname, "plant-worker"), { env: {}, execArgv: [] });
    planting = child;
    child.send(order);
    await new Promise<void>((settled) => {
      child.on("message", (planted: Result<null>) => {
        if (planted.ok) needs.changed();
        else needs.failed(planted.refusal);
        settled();
      });
      child.on("error", needs.failed);
      child.on("exit", (code) => {
        if (code) needs.failed(`the demo was not planted as a whole: status ${code}`);
        settled();
      });
    });
  }

  return {
    async begin() {
      if (wanted === "no") return;
      if (await isPlanted(database)) void plant();
      else if (wanted === "yes" || (await isEmpty(database))) await plant();
    },
    async renew() {
      if (wanted === "yes" || (wanted === "auto" && (await isPlanted(database)))) await plant();
    },
    async files() {
      const text = await readFile(needs.memory, "utf8").catch(() => "");
      return filesIn(text);
    },
    async stop() {
      if (!planting || planting.exitCode !== null || planting.signalCode !== null) return;
      const gone = once(planting, "exit");
      planting.kill();
      await gone;
    },
  };
}
