/** How a screen stands, in words. */
import type { ListedScreen, ScreenReport } from "#shared/screens/report.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.screens.en.json";

const say = sayer(catalogue);
const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/London" }); // prettier-ignore
const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

export interface Fact {
  readonly word: string;
  readonly fact: string;
}

/** A clock that is less wrong than this disturbs nobody (ms). */
const WRONG = 60_000;
const LITTLE = 50 * 1024 * 1024;

export function factsOf({ lastSeen, health, settings }: ScreenReport): readonly Fact[] {
  const facts: Fact[] = [{ word: say("lastSeen"), fact: lastSeen === null ? say("never") : clock.format(new Date(lastSeen)) }]; // prettier-ignore
  if (!health) return facts;
  facts.push({ word: say("painted"), fact: say("version", { n: health.painted }) });
  facts.push({ word: say("clock"), fact: clockWords(health.clockError) });
  facts.push({
    word: say("storage"),
    fact: health.storageLeft === null ? say("notSaid") : bytes(health.storageLeft),
  });
  facts.push({ word: say("copy"), fact: copyWords(health) });
  facts.push({ word: say("picture"), fact: `${health.picture.width} × ${health.picture.height}` });
  if (settings.opening) facts.push({ word: say("hours"), fact: say("itsOwn") });
  return facts;
}

/** A change takes a second; one that a screen has not drawn after this is a matter for somebody (ms). */
const BEHIND = 60_000;

export function isBehind({ behind }: Pick<ListedScreen, "behind">, now: number): boolean {
  return behind !== null && now - Date.parse(behind) > BEHIND;
}

/** What somebody should see to. `now`: epoch ms. */
export function warningsOf(screen: ListedScreen, now: number): readonly string[] {
  const { health, settings, presence, behind } = screen;
  if (!health) return [];
  const { picture, clockError, storageLeft, keepsCopy, secure } = health;
  const isTurned = settings.orientation !== null && (picture.width < picture.height) !== (settings.orientation === "portrait"); // prettier-ignore
  return [
    ...(presence === "missing" ? [say("missingWords")] : []),
    ...(behind !== null && isBehind(screen, now)
      ? [say("behindWords", { since: clock.format(new Date(behind)) })]
      : []),
    ...(isTurned ? [say(settings.orientation === "portrait" ? "shouldStand" : "shouldLie")] : []),
    ...(Math.abs(clockError ?? 0) > WRONG ? [say("clockWords")] : []),
    ...(storageLeft !== null && storageLeft < LITTLE ? [say("storageWords")] : []),
    ...(!keepsCopy && secure === false ? [say("plainWords")] : []),
  ];
}

function clockWords(error: number | null): string {
  if (error === null) return say("notSaid");
  const seconds = Math.abs(error) / 1000;
  if (seconds < 2) return say("clockRight");
  const by = seconds < 90 ? say.count("seconds", Math.round(seconds)) : seconds < 5400 ? say.count("minutes", Math.round(seconds / 60)) : say.count("hoursOff", Math.round(seconds / 3600)); // prettier-ignore
  return say(error > 0 ? "clockAhead" : "clockBehind", { by });
}

function copyWords({ keepsCopy, secure }: NonNullable<ScreenReport["health"]>): string {
  if (keepsCopy) return say("copyYes");
  return say(secure === false ? "copyPlain" : "copyNo");
}

function bytes(count: number): string {
  const gigabytes = count / 1024 ** 3;
  return gigabytes >= 1 ? `${numbers.format(gigabytes)} GB` : `${numbers.format(count / 1024 ** 2)} MB`;
}
