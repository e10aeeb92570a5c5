/**
 * Which slide's turn it is. Every slide has one turn in a round, in an order that others coming and
 * going do not disturb; what is newly published has a first turn next. Pure; time (ms, of a clock that
 * never goes back) is passed in.
 */
export interface Rotation {
  readonly order: readonly string[];
  readonly current: string | null;
  /** When the current slide's turn began. */
  readonly since: number;
  /** How many rounds have been completed: each takes the next of the centre's languages. */
  readonly round: number;
  /** The last slide that had a turn in its own place; the round goes on after it. */
  readonly reached: string | null;
  /** Newly published slides that go before. */
  readonly newcomers: readonly string[];
}

export const NO_SLIDES: Rotation = {
  order: [],
  current: null,
  since: 0,
  round: 0,
  reached: null,
  newcomers: [],
};

/** More than these at once are not news but a new programme. */
const NEWS = 3;

/** Takes in which slides there are now. The current slide goes on undisturbed, or leaves at once if it is gone. */
export function follow(rotation: Rotation, order: readonly string[], now: number): Rotation {
  const arrived = order.filter((slide) => !rotation.order.includes(slide));
  const news = rotation.current !== null && arrived.length <= NEWS ? arrived : [];
  const followed: Rotation = {
    ...rotation,
    order,
    reached: stillReached(rotation, order),
    newcomers: [...rotation.newcomers, ...news].filter((slide) => order.includes(slide)),
  };
  const stays = rotation.current !== null && order.includes(rotation.current);
  return stays ? followed : advance(followed, now);
}

/** The next slide's turn begins. */
export function advance(rotation: Rotation, now: number): Rotation {
  const next = upNext(rotation);
  if (next === null) return { ...rotation, current: null, since: now, reached: null };
  const inPlace = next === inTurn(rotation);
  const wraps = inPlace && isLast(rotation);
  return {
    ...rotation,
    current: next,
    since: now,
    round: rotation.round + (wraps ? 1 : 0),
    reached: inPlace ? next : rotation.reached,
    newcomers: rotation.newcomers.filter((slide) => slide !== next),
  };
}

/** The slide that is shown after the current one; its picture can be fetched in advance. */
export function upNext(rotation: Rotation): string | null {
  return rotation.newcomers.find((slide) => slide !== rotation.current) ?? inTurn(rotation);
}

/** The slide that follows in the order, passing over one that has just had its first turn. */
function inTurn(rotation: Rotation): string | null {
  const { order, current } = rotation;
  const at = position(rotation);
  const next = order[(at + 1) % order.length] ?? null;
  const justShown = next === current && next !== rotation.reached && order.length > 1;
  return justShown ? (order[(at + 2) % order.length] ?? null) : next;
}

/** Whether the slide in turn opens a new round. */
function isLast(rotation: Rotation): boolean {
  const next = inTurn(rotation);
  return rotation.reached !== null && next !== null && rotation.order.indexOf(next) <= position(rotation);
}

function position({ order, reached }: Rotation): number {
  return reached === null ? -1 : order.indexOf(reached);
}

/** If the slide last reached is gone, the nearest before it that is still there. */
function stillReached({ order, reached }: Rotation, now: readonly string[]): string | null {
  if (reached === null) return null;
  const left = order.slice(0, order.indexOf(reached) + 1).filter((slide) => now.includes(slide));
  return left[left.length - 1] ?? null;
}
