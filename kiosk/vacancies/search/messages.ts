/** What the page and the worker that searches say to each other. */
import type { Asked, Found } from "./choices.ts";
import type { Answer } from "./finder.ts";

export type ToWorker =
  | { readonly say: "put"; readonly jobs: readonly Found[] }
  | { readonly say: "drop"; readonly ids: readonly string[] }
  /** Addresses of the files with other words for the same. */
  | { readonly say: "speak"; readonly dictionaries: readonly string[] }
  | { readonly say: "ask"; readonly number: number; readonly asked: Asked };

export type FromWorker = {
  readonly number: number;
  /** Milliseconds that the search itself took. */
  readonly took: number;
  /** And from the first job's arrival until the last was in the index. */
  readonly indexed: number;
  readonly answer: Answer;
};
