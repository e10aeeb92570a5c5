/** London's clocks, for sources that write local times. */

export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});

/** What London's clocks show at an instant (epoch ms). */
export function londonTime(at: number): LocalTime {
  const part: Record<string, number> = {};
  for (const { type, value } of CLOCK.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return { year, month, day, hour, minute, second };
}

/** Local numbers as if they were UTC; fields may overflow (day + 1, hour 24). */
export function asUtc({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instant (epoch ms) at which London's clocks show a time. An hour that happens twice in autumn is
 * the first of the two, so that nothing closes too late; one skipped in spring is read as an hour on.
 */
export function londonInstant(local: LocalTime): number {
  const wanted = asUtc(local);
  const summer = wanted - 3_600_000;
  return asUtc(londonTime(summer)) === wanted ? summer : wanted;
}
