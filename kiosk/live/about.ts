/** Which screen this is, as the hub last said. */
import type { PackedCode } from "#shared/screens/code.ts";
import type { ScreenKind } from "#shared/screens/screen.ts";

export interface About {
  readonly centre: string;
  readonly kind: ScreenKind;
  /** The screen's own name, `null` for an unpaired one. */
  readonly name: string | null;
  /** Opens the centre's own page on a phone, `null` where phones cannot reach the hub. */
  readonly code: PackedCode | null;
}

export function sameAbout(one: About | null, other: About): boolean {
  return (
    one?.centre === other.centre &&
    one.kind === other.kind &&
    one.name === other.name &&
    one.code?.address === other.code?.address
  );
}
