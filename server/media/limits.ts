import { MOST_BYTES } from "#shared/files.ts";

/** What one file may cost the hub. Sizes in bytes, times in milliseconds. */
export interface Limits {
  readonly fileBytes: number;
  /** Width times height; the largest a phone of today takes by default is 48 million. */
  readonly pixels: number;
  readonly pages: number;
  readonly videoSeconds: number;
  /** From the moment the file is being decoded, not while it waits its turn; 24 pages take a small machine a while. */
  readonly milliseconds: number;
  /** Of the decoding process as a whole. */
  readonly memoryBytes: number;
}

/** Those that a hub may set otherwise; the rest hold wherever a file is decoded. */
export type Bounds = Pick<Limits, "fileBytes" | "milliseconds" | "memoryBytes">;

const MB = 1024 * 1024;

export const LIMITS: Limits = {
  fileBytes: MOST_BYTES,
  pixels: 64_000_000,
  pages: 24,
  videoSeconds: 60,
  milliseconds: 60_000,
  memoryBytes: 768 * MB,
};
