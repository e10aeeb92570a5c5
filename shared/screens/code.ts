/** A drawn code on its way to a board. */

export interface PackedCode {
  /** What a phone reads from it. */
  readonly address: string;
  /** Modules in a row, and rows. */
  readonly size: number;
  /** A bit for each module, row by row, 1 for dark; the first is the lowest of the first byte. Base64. */
  readonly modules: string;
}
