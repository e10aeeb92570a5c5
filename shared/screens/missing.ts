/**
 * When somebody is told that a screen is missing, and that it is back: once each, however it flaps.
 * Pure: what was told before and how the screen stands go in, what to tell and remember comes out.
 */
import type { Presence } from "./screen.ts";

/** `told` so many of those who answer for the centre; `back` it was seen again; `rested` that was told too. */
export type Alarm =
  | { readonly state: "told"; readonly steps: number; readonly since: number }
  | { readonly state: "back"; readonly steps: number; readonly since: number }
  | { readonly state: "rested"; readonly since: number };

const MINUTE = 60_000;
/** The next one is told after so long. */
const NEXT_STEP = 2 * 60 * MINUTE;
/** It is back when it has stayed so long. */
const STEADY = 5 * MINUTE;
/** After an alarm is over, so long without another. */
const REST = 4 * 60 * MINUTE;

export interface Move {
  readonly alarm: Alarm | null;
  readonly tell: { readonly about: "missing" | "back"; readonly steps: readonly number[] } | null;
}

/** `most`: how many steps there are to tell. */
export function nextAlarm(alarm: Alarm | null, presence: Presence, most: number, now: number): Move {
  const stay: Move = { alarm, tell: null };
  if (alarm === null || (alarm.state === "rested" && now - alarm.since >= REST)) {
    if (presence !== "missing") return { alarm: null, tell: null };
    return { alarm: { state: "told", steps: 1, since: now }, tell: { about: "missing", steps: [0] } };
  }
  if (alarm.state === "told") {
    if (presence === "online") return { alarm: { ...alarm, state: "back", since: now }, tell: null };
    if (presence !== "missing" || alarm.steps >= most || now - alarm.since < NEXT_STEP) return stay;
    const steps = alarm.steps + 1;
    return { alarm: { ...alarm, steps, since: now }, tell: { about: "missing", steps: [steps - 1] } };
  }
  if (alarm.state === "back") {
    if (presence !== "online") return { alarm: { ...alarm, state: "told", since: now }, tell: null };
    if (now - alarm.since < STEADY) return stay;
    const steps = Array.from({ length: alarm.steps }, (_, step) => step);
    return { alarm: { state: "rested", since: now }, tell: { about: "back", steps } };
  }
  return stay;
}
