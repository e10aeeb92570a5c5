/** Keeps the demo district in a hub that is meant to show it: planted at the start, its dates always fresh. */
import { readFile } from "node:fs/promises";
import { filesIn } from "#server/media/named.ts";
import { type Ground, isEmpty, isPlanted, plantDemo } from "./plant.ts";

export interface DemoNeeds extends Omit<Ground, "decode"> {
  readonly wanted: "auto" | "yes" | "no";
  now(): number;
  /** The screens have something to learn. */
  changed(): void;
  failed(reason: unknown): void;
}

export interface DemoKeeper {
  /** Plants it where it is wanted, or renews its dates. Resolves as soon as it can be shown, without new pictures. */
  renew(): Promise<void>;
  /** The files that it has kept, whether an item names them today or not. */
  files(): Promise<readonly string[]>;
  /** Resolves when its pictures are decoded; to be called before the media store stops. */
  stop(): Promise<void>;
}

export function keepDemo(needs: DemoNeeds): DemoKeeper {
  const { database, wanted } = needs;
  let pictures: Promise<void> = Promise.resolve();
  let stopped = false;

  async function plant(decode: boolean): Promise<void> {
    const planted = await plantDemo({ ...needs, decode }, needs.now());
    if (!planted.ok) needs.failed(planted.refusal);
    needs.changed();
  }

  return {
    async renew() {
      if (wanted === "no" || stopped) return;
      if (wanted === "auto" && !(await isEmpty(database)) && !(await isPlanted(database))) return;
      await plant(false);
      pictures = plant(true).catch((error: unknown) => {
        if (!stopped) needs.failed(error);
      });
    },
    async files() {
      const memory = await readFile(needs.memory, "utf8").catch(() => "");
      return filesIn(memory);
    },
    async stop() {
      stopped = true;
      await pictures;
    },
  };
}
