/** What the hub tells of screens and refused hosts, as far as this page reads it. */
import type { Health, Screen } from "#shared/screens/screen.ts";

export interface ScreenReport extends Screen {
  readonly health: Health | null;
}

export interface RefusedHost {
  readonly centre: string;
  readonly host: string;
  readonly times: number;
  readonly last: string;
}
