/** Which screen this is, as the hub last said. */
import type { PackedCode } from "#shared/screens/code.ts";
import type { Own } from "#shared/screens/own.ts";
import type { ScreenKind } from "#shared/screens/screen.ts";

export interface About {
  readonly centre: string;
  readonly kind: ScreenKind;
  /** The screen's own name, `null` for an unpaired one. */
  readonly name: string | null;
  /** Opens the centre's own page on a phone, `null` where phones cannot reach the hub. */
  readonly code: PackedCode | null;
  /** What it does otherwise than its centre; absent in a copy of former times. */
  readonly own?: Own;
}

export function sameAbout(one: About | null, other: About): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
