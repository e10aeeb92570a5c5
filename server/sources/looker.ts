/** Looks at what an adviser brings, in a process of its own: no file can block the hub, or fill its memory. */
import { startAsked } from "#server/asked.ts";
import type { Result } from "#shared/result.ts";
import type { LookedAt } from "#shared/bringing.ts";
import type { OfferedLeaflet } from "#shared/leaflets/importing.ts";
import type { Corrections } from "./headers.ts";

export interface LookJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fields: Corrections;
  /** Where the page lies, if it is one. */
  readonly url: string | null;
  readonly now: number;
  /** A PDF that the hub has cleaned; its bytes are not read again. */
  readonly pdf?: BroughtPdf;
}

export interface BroughtPdf extends NonNullable<OfferedLeaflet["pdf"]> {
  readonly text: string | null;
  readonly flags: readonly string[];
}

export interface Looker {
  /** Refused: `took-too-long`, `reader-crashed` (also for want of memory), `stopping`, and what the form refuses. */
  look(job: LookJob): Promise<Result<LookedAt>>;
  stop(): Promise<void>;
}

const LIMITS = { megabytes: 256, patience: 20_000, idle: 20_000, crashed: "reader-crashed" } as const;

export function startLooker(): Looker {
  const process = startAsked({ beside: import.meta.dirname, program: "look-worker", ...LIMITS });
  return {
    look: (job) =>
      process.turn(async (say) => {
        const said = await say(job);
        return said.ok ? (said.value as Result<LookedAt>) : said;
      }),
    stop: process.stop,
  };
}
