/** One line of the history. */
import type { Audience } from "#shared/schema.ts";

export interface HistoryLine {
  readonly id: string;
  readonly at: string;
  /** A person's id, or "operator". */
  readonly who: string;
  /** Their name, as it is today; `null` for who is no person. */
  readonly name: string | null;
  /** A program did it with one of their tokens. */
  readonly byToken: boolean;
  /** The command's name. */
  readonly command: string;
  readonly centres: Audience;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** The title of the item it was about, as it is today. */
  readonly title: string | null;
}
