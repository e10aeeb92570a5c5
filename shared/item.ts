/** The envelope that every item travels in. */
import type { Bodies, Kind } from "./kinds.ts";
import type { Audience, State, Timing } from "./schema.ts";

/** An item as the hub keeps it: what an adviser works on. */
export interface Item<K extends Kind = Kind> extends Timing {
  readonly id: string;
  readonly kind: K;
  readonly state: State;
  readonly audience: Audience;
  /** Goes up by one at every save; a save names the one it was made over. */
  readonly revision: number;
  readonly created: string;
  readonly changed: string;
  /** Who made this revision: a person's id, or the name of what did it ("import"). */
  readonly by: string;
  readonly body: Bodies[K];
}

/** An item as screens hold it: published, so without a state; its audience is who holds it. */
export interface Shown<K extends Kind = Kind> extends Timing {
  readonly body: Bodies[K];
}

export type AnyItem = { [K in Kind]: Item<K> }[Kind];
