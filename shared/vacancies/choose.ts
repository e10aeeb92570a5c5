/** Which vacancies to propose: fresh ones, within reach, and varied. It proposes; an adviser decides. */
import { DAY } from "../london.ts";
import { type Dimensions, type TooAlike, mixOf, mostAlike, sameness } from "./mix.ts";
import { type Band, isWithinReach } from "./reach.ts";
import { isGrave, type Weighed } from "./weigh.ts";

export interface Candidate {
  readonly id: string;
  readonly dimensions: Dimensions;
  /** When it was offered or decided (epoch ms), and when it closes (`null`: nobody says). */
  readonly since: number;
  readonly closes: number | null;
  readonly minutes: number | null;
  readonly flags: readonly Weighed[];
  /** An adviser has called its employer good. */
  readonly good: boolean;
}

const NEARNESS: Readonly<Record<Band, number>> = { walk: 5, home: 4, near: 4, ride: 2, unknown: 1, far: 0 };

/** What closes within a day and a half is read by hardly anyone who could still apply. */
const TOO_SOON = 1.5 * DAY;

/** Whether it may be proposed at all: nothing grave about it, nobody to be asked first, not a second telling. */
function isProposable(candidate: Candidate, now: number): boolean {
  const { flags, closes, dimensions } = candidate;
  if (flags.some((flag) => isGrave(flag) || flag === "ask-me-first" || flag === "same-as-shown"))
    return false;
  if (closes !== null && closes - now < TOO_SOON) return false;
  return isWithinReach(dimensions.travel) || dimensions.travel === "unknown";
}

/** More is better: fresh by days, near by bands, then whatever makes an advert easy to trust. */
export function worth(candidate: Candidate, now: number): number {
  const age = Math.max(0, now - candidate.since) / DAY;
  const fresh = Math.max(0, 6 - age / 2);
  const quick = candidate.minutes === null ? 0 : Math.max(0, 1 - candidate.minutes / 60);
  const doubts = candidate.flags.length * 0.75;
  return fresh + NEARNESS[candidate.dimensions.travel] + quick + (candidate.good ? 2 : 0) - doubts;
}

/** How much worth one vacancy too many of the same sort takes away. */
const ALIKE_COSTS = 4;

/**
 * Fills a board up to `size`, beginning with what is on it: each next one is the most worthy that
 * keeps it varied. The order of equals is that of their ids, so that asking twice proposes the same.
 */
export function proposeTen(
  onBoard: readonly Candidate[],
  others: readonly Candidate[],
  size: number,
  now: number,
): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const taken = new Set(onBoard.map(({ id }) => id));
  const left = others.filter((one) => !taken.has(one.id) && isProposable(one, now));
  while (onBoard.length + chosen.length < size && left.length > 0) {
    const best = bestOf(left, [...onBoard, ...chosen], size, now);
    chosen.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return chosen;
}

/** The one to take a closed one's place; `null` where none can be proposed. */
export function nextBest(
  onBoard: readonly Candidate[],
  others: readonly Candidate[],
  size: number,
  now: number,
): Candidate | null {
  return proposeTen(onBoard, others, Math.max(size, onBoard.length + 1), now)[0] ?? null;
}

function bestOf(left: readonly Candidate[], ten: readonly Candidate[], size: number, now: number): Candidate {
  const most = mostAlike(size);
  const rated = left.map((one) => ({ one, rate: worth(one, now) - ALIKE_COSTS * alikeIn(one, ten, most) }));
  rated.sort((a, b) => b.rate - a.rate || (a.one.id < b.one.id ? -1 : 1));
  return rated[0]!.one;
}

/** In how many ways there are as many like it as a board should have, or half that many. */
function alikeIn({ dimensions }: Candidate, ten: readonly Candidate[], most: number): number {
  let cost = 0;
  for (const of of ["work", "pay", "hours"] as const) {
    if (dimensions[of] === "unsaid" || dimensions[of] === "other") continue;
    const alike = ten.filter((other) => other.dimensions[of] === dimensions[of]).length;
    if (alike >= most) cost += of === "work" ? 2 : 1;
    else if (alike >= most / 2) cost += 0.25;
  }
  return cost;
}

export interface Swap {
  readonly out: string;
  readonly into: string;
  /** What it makes better. */
  readonly because: TooAlike;
}

/** For each thing that is too alike, the exchange that mends most: the least worthy of the many for the best of others. */
export function swapsFor(
  onBoard: readonly Candidate[],
  others: readonly Candidate[],
  now: number,
): readonly Swap[] {
  const before = sameness(onBoard.map(({ dimensions }) => dimensions));
  const proposable = others.filter((one) => isProposable(one, now));
  const offered = new Set<string>();
  return mixOf(onBoard.map(({ dimensions }) => dimensions)).tooAlike.flatMap((because) => {
    const many = onBoard.filter(({ dimensions }) => dimensions[because.dimension] === because.value);
    const [out] = many.toSorted((a, b) => worth(a, now) - worth(b, now) || (a.id < b.id ? -1 : 1));
    const [into] = proposable
      .filter((one) => !offered.has(one.id) && one.dimensions[because.dimension] !== because.value)
      .map((one) => ({ one, after: sameness(exchanged(onBoard, out!, one)) }))
      .filter(({ after }) => after < before)
      .toSorted((a, b) => a.after - b.after || worth(b.one, now) - worth(a.one, now) || (a.one.id < b.one.id ? -1 : 1)); // prettier-ignore
    if (!out || !into) return [];
    offered.add(into.one.id);
    return [{ out: out.id, into: into.one.id, because }];
  });
}

function exchanged(ten: readonly Candidate[], out: Candidate, into: Candidate): readonly Dimensions[] {
  return ten.map((one) => (one === out ? into : one).dimensions);
}
