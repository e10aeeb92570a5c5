/** A paired screen, and how it stands, as the hub reports it to people. */
import type { Health, Presence, Screen, ScreenSettings } from "./screen.ts";

export interface ScreenReport extends Screen {
  /** Whether it should be on now, by its own or its centre's opening hours. */
  readonly open: boolean;
  readonly revision: number;
  readonly settings: ScreenSettings;
  readonly presence: Presence;
  readonly lastSeen: string | null;
  readonly health: Health | null;
}
