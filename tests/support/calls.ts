import { randomUUID } from "node:crypto";
import type { Accepted, CallRequest, QueuedCall, TakenCall } from "#shared/calls/call.ts";
import { CALLS_BY_DEFAULT } from "#shared/centres/calls.ts";
import type { CallSettings, Centre } from "#shared/centres/schema.ts";
import { addDays, readingAt } from "#shared/london.ts";
import type { Result } from "#shared/result.ts";
import holidays from "../../content/reference/bank-holidays.json" with { type: "json" };
import { centre } from "./drafts.ts";
import type { RunningHub } from "./hub.ts";
import { Browser, signedIn } from "./people.ts";
import { pairScreen } from "./screens.ts";

/** A Tuesday at ten, within the team's hours. */
export const TEN = Date.parse("2026-12-01T10:00:00Z");
export const MINUTE = 60_000;

/** The real time, unless this is a bank holiday, on which nobody rings: then as late on the next day that is none. */
export function workingTime(): () => number {
  let { day } = readingAt(Date.now());
  let shift = 0;
  while (holidays.days.england.includes(day)) {
    day = addDays(day, 1);
    shift += 24 * 60 * MINUTE;
  }
  return () => Date.now() + shift;
}

export function settings(more: Partial<CallSettings> = {}): CallSettings {
  return { ...CALLS_BY_DEFAULT, handset: true, voice: true, ...more };
}

/** Whatever tells who asked with `wish()`: long enough that no id, token or hash holds it by chance. */
export const TELLS = /7700\W?900\W?123|Kim Bowen/;

export function wish(more: Partial<CallRequest> = {}): CallRequest {
  return {
    way: "ring",
    about: "job",
    item: null,
    number: "07700 900123",
    name: "Kim Bowen",
    when: "soon",
    language: "en",
    ...more,
  };
}

export interface Kiosk {
  readonly id: string;
  readonly cookie: string;
  command<T = unknown>(name: string, input: unknown, requestId?: string): Promise<Result<T>>;
  ask(request?: Partial<CallRequest>, id?: string): Promise<Result<Accepted>>;
}

/** A paired kiosk of a centre, which asks over HTTP. */
export async function kioskAt(running: RunningHub, slug: string, name = "Reception"): Promise<Kiosk> {
  const { cookie, id } = await pairScreen(running, slug, "kiosk", name);
  return kioskWith(running.url, cookie, id);
}

export function kioskWith(url: string, cookie: string, id: string): Kiosk {
  async function command<T>(name: string, input: unknown, requestId?: string): Promise<Result<T>> {
    const response = await fetch(`${url}/api/v1/commands/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, ...(requestId === undefined ? {} : { "idempotency-key": requestId }) }, // prettier-ignore
      body: JSON.stringify(input),
    });
    return (await response.json()) as Result<T>;
  }
  return {
    id,
    cookie,
    command,
    ask: (request, callId = randomUUID()) => command("askForCall", { id: callId, ...wish(request) }),
  };
}

export interface Adviser {
  readonly person: string;
  readonly browser: Browser;
  queue(): Promise<readonly QueuedCall[]>;
  take(id: string): Promise<Result<TakenCall>>;
}

export async function adviserAt(
  running: RunningHub,
  email: string,
  centres: readonly string[],
  role: "staff" | "adviser" | "district" = "adviser",
): Promise<Adviser> {
  const { browser, person } = await signedIn(running, { email, role, centres });
  return {
    person,
    browser,
    queue: async () => (await browser.command("listCalls", {})).value.calls,
    take: (id) => browser.command("takeCall", { id }),
  };
}

/** An enhanced centre, whose calls are answered as given. */
export async function saveCentre(
  running: RunningHub,
  slug: string,
  calls: CallSettings = settings(),
  more: Partial<Centre> = {},
): Promise<void> {
  await running.done("saveCentre", {
    centre: { ...centre(slug, { offer: "enhanced", ...more }), calls: { ...calls, hours: [...calls.hours] } } as never, // prettier-ignore
    over: null,
  });
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
