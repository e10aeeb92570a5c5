/** How calls are answered where a centre has said nothing of it. */
import type { CallSettings } from "./schema.ts";

export const CALLS_BY_DEFAULT: CallSettings = {
  offered: true,
  handset: false,
  voice: false,
  hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], start: "09:00", end: "17:00" }],
  handsetMinutes: 15,
  ringMinutes: null,
  dutyGroup: null,
  keptDays: 14,
};
