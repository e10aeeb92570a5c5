/** What every kind's slide is given, on a board and in an adviser's preview alike. */
import type { VNode } from "preact";
import type { Occurrence } from "#shared/events/occurrences.ts";
import type { Bodies, Kind } from "#shared/kinds.ts";
import type { Language } from "#shared/languages.ts";
import type { Media } from "#shared/schema.ts";

export interface SlideProps<K extends Kind> {
  readonly body: Bodies[K];
  readonly occurrence: Occurrence | null;
  /** The languages of this turn, which stand together. */
  readonly turn: readonly Language[];
  /** London's day, `null` where the screen cannot know it. */
  readonly today: string | null;
  /** Only once it can be drawn at once. */
  readonly picture: Media | null;
  readonly film: VNode | null;
}

/** What a slide shows beside its words; either may fail to come. */
export interface Art {
  readonly picture: Media | null;
  readonly film: Media | null;
}
