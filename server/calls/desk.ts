/** What every act upon a call needs. */
import type { Bell } from "./bell.ts";
import type { Vault } from "#server/vault.ts";
import type { IceServers } from "./ice.ts";

export interface Desk {
  readonly vault: Vault;
  readonly bell: Bell;
  readonly ice: IceServers;
  /** Whether a webhook is to hear of every call. */
  readonly hooked: boolean;
  /** Somebody is to be told: the post goes now. */
  told(): void;
}

/** Who does something, and when; `afterwards` happens once it is on the disk. */
export interface Hand {
  readonly who: string;
  readonly token?: string;
  readonly at: string;
  readonly now: number;
  afterwards(act: () => void): void;
}
