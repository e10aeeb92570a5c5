/**
 * How the ten move: one endless animation of one transform, which the compositor runs by itself.
 * Positions count cards: 2.5 is halfway from the third to the fourth. Pure.
 */
export type Motion = "steps" | "crawl" | "pages";

/** Each card rests so long at the front, and moves on for so long (ms). */
const REST = 6_000;
const MOVE = 900;
/** A crawling card takes so long for its own length. */
const CRAWL = 7_000;
/** A still page of cards stays so long for each card on it. */
const READ = 5_000;

export interface Strip {
  readonly motion: Motion;
  readonly axis: "X" | "Y";
  /** 1 where cards move towards higher coordinates: in right-to-left languages. */
  readonly sign: 1 | -1;
  readonly count: number;
  /** How many cards the window holds. */
  readonly visible: number;
}

/** Milliseconds for one whole round. */
export function roundTime(strip: Strip): number {
  return strip.count * cardTime(strip);
}

/** Where the strip stands after this much of its animation. */
export function positionAt(strip: Strip, time: number): number {
  return (time % roundTime(strip)) / cardTime(strip);
}

export function timeAt(strip: Strip, position: number): number {
  return position * cardTime(strip);
}

export function framesOf(strip: Strip): Keyframe[] {
  if (strip.motion === "crawl") return [frame(strip, 0, 0), frame(strip, strip.count, 1)];
  return strip.motion === "steps" ? stepFrames(strip) : pageFrames(strip);
}

/**
 * The position after cards came or went: the card at the front stays where it is, and if it left,
 * the next that is still there takes its place.
 */
export function carryOn(before: readonly string[], position: number, after: readonly string[]): number {
  const front = Math.floor(position);
  for (let step = 0; step < before.length; step += 1) {
    const card = before[(front + step) % before.length];
    const at = card === undefined ? -1 : after.indexOf(card);
    if (at >= 0) return step === 0 ? at + (position - front) : at;
  }
  return 0;
}

function cardTime({ motion }: Strip): number {
  if (motion === "crawl") return CRAWL;
  return motion === "steps" ? REST + MOVE : READ;
}

function stepFrames(strip: Strip): Keyframe[] {
  const frames: Keyframe[] = [];
  for (let card = 0; card < strip.count; card += 1) {
    frames.push(frame(strip, card, card / strip.count));
    const rested = (card + REST / (REST + MOVE)) / strip.count;
    frames.push({ ...frame(strip, card, rested), easing: "cubic-bezier(.45,0,.2,1)" });
  }
  return [...frames, frame(strip, strip.count, 1)];
}

/** Swaps whole pages without any movement between them. */
function pageFrames(strip: Strip): Keyframe[] {
  const frames: Keyframe[] = [];
  for (let card = 0; card < strip.count; card += strip.visible) {
    frames.push({ ...frame(strip, card, card / strip.count), easing: "steps(1,end)" });
  }
  return [...frames, frame(strip, strip.count, 1)];
}

/** In parts of the window, so that another size of the picture needs no new animation. */
function frame({ axis, sign, visible }: Strip, card: number, offset: number): Keyframe {
  return { transform: `translate${axis}(${(sign * card * 100) / visible}%)`, offset };
}
