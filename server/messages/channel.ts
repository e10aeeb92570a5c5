/** A way to reach people. Each is one file that implements this, and one line in hub.ts. */
import type { Reading } from "#server/db/open.ts";
import type { Addressee } from "./message.ts";

/** A message in words. */
export interface Written {
  /** Stays the same through every try, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly about: string;
  readonly subject: string;
  readonly text: string;
  /** Where it leads; `null` where it leads nowhere, or phones cannot open the hub. */
  readonly url: string | null;
  /** The same on the hub itself, for whoever has it open there already. */
  readonly path: string | null;
  /** From when on it need not arrive any more, epoch ms. */
  readonly until: number;
}

/** What a try came to; `because` is a code, never a sentence. */
export type Outcome =
  | { readonly state: "sent" }
  /** Worth another try; not before `after` milliseconds where the other side says so. */
  | { readonly state: "later"; readonly because: string; readonly after?: number }
  | { readonly state: "never"; readonly because: string };

export interface Channel {
  readonly name: string;
  /**
   * An urgent message goes by these one after the other, lowest first, each when the one before it
   * fails. Absent: it always goes by this one.
   */
  readonly turn?: number;
  /** It costs money or patience: only what is urgent goes by it. */
  readonly urgentOnly?: boolean;
  /** Where it reaches somebody; empty where it does not. */
  addresses(db: Reading, to: Addressee): Promise<readonly string[]>;
  /** Whatever it throws counts as `later`. */
  send(message: Written, address: string): Promise<Outcome>;
  stop(): Promise<void>;
}
