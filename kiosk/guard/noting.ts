/** Tells the hub which host was refused, so that the district can approve it: a host and nothing else. */
import type { Refused } from "./refusals.ts";
import type { Settings } from "./settings.ts";

export function noteRefused({ home }: Settings, { trouble, address }: Refused): void {
  const url = URL.parse(address);
  if (trouble !== "blocked" || url === null || !/^https?:$/.test(url.protocol)) return;
  void fetch(new URL("/guard/refused", home), {
    method: "POST",
    credentials: "include",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ host: url.hostname }),
  }).catch(() => {});
}
