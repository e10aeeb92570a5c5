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

/** As people are given it. */
export interface ListedScreen extends ScreenReport {
  /** Since when something has changed at its centre that it has not drawn (ISO); `null`: it has drawn all. */
  readonly behind: string | null;
}
