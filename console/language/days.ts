/** Days and times as the console writes them, on London's clocks. */
const day = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "numeric", month: "short", year: "numeric" }); // prettier-ignore
const time = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }); // prettier-ignore

/** "27 Nov 2026" of an ISO instant. */
export function dayWords(instant: string): string {
  return day.format(new Date(instant));
}

/** "27 Nov 2026, 09:30". */
export function timeWords(instant: string): string {
  return time.format(new Date(instant));
}
