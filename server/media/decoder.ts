import type { Result } from "#shared/result.ts";
import { startAsked } from "#server/asked.ts";
import type { Form } from "./form.ts";
import type { Bounds } from "./limits.ts";
import type { CleanPdf } from "./pdf.ts";
import type { CleanPicture } from "./picture.ts";
import type { CleanVideo } from "./video.ts";

export interface Job {
  readonly form: Form;
  readonly bytes: Uint8Array;
}

export type Cleaned = CleanPicture | CleanPdf | CleanVideo;

export interface Decoder {
  /**
   * Refuses with `took-too-long`, `took-too-much-memory`, `damaged` (it crashed), `stopping` and what the form
   * itself refuses. Throws only where no process can be started.
   */
  decode(job: Job): Promise<Result<Cleaned>>;
  stop(): Promise<void>;
}

/** A process of its own is costly to start and to keep: it waits this long for another file. */
const IDLE = 10_000;

/**
 * Decodes strangers' files in a process of its own, one after the other. A thread would not do: a native decoder
 * that crashes would take the hub along, and its memory could neither be told apart nor bounded.
 */
export function startDecoder({ milliseconds, memoryBytes }: Bounds): Decoder {
  const process = startAsked({
    beside: import.meta.dirname,
    program: "decode-worker",
    megabytes: 512,
    patience: milliseconds,
    idle: IDLE,
    crashed: "damaged",
    memory: memoryBytes,
  });
  return {
    decode: (job) =>
      process.turn(async (say) => {
        const said = await say(job);
        return said.ok ? (said.value as Result<Cleaned>) : said;
      }),
    stop: process.stop,
  };
}
