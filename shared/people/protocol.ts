/** What the hub says to whoever has the console open. */
import type { CommandName } from "../contract.ts";

/** What may be other than it was: a command was carried out, a screen was heard of or has painted, or calls are other than they were. */
export type Topic = CommandName | "screens" | "painted" | "calls";

export interface HubToConsole {
  /** These may have changed; whoever shows them asks anew. What has changed, only those learn who may ask. */
  news: (topics: readonly Topic[]) => void;
  /** This is on a screen of a centre that is watched. */
  showing: (screen: string, what: string) => void;
}

export interface ConsoleToHub {
  /** The centres whose screens are looked at now; what is on them is told from here on, as it changes. */
  watch: (centres: readonly string[]) => void;
}
