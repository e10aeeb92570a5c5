/** Which screen this is, as the hub last said. */
import type { ScreenKind } from "#shared/screens/screen.ts";

export interface About {
  readonly centre: string;
  readonly kind: ScreenKind;
  /** The screen's own name, `null` for an unpaired one. */
  readonly name: string | null;
  /** Where phones can open the hub's pages, `null` where there is no such address. */
  readonly publicUrl: string | null;
}

export function sameAbout(one: About | null, other: About): boolean {
  return (
    one?.centre === other.centre &&
    one.kind === other.kind &&
    one.name === other.name &&
    one.publicUrl === other.publicUrl
  );
}
