/** An adviser who is here although no session was planned: one touch, and every board of the centre says so. */
import type { Centre } from "#shared/centres/schema.ts";
import type { Sent } from "#shared/contract.ts";
import type { Event } from "#shared/events/schema.ts";
import { MINUTE } from "#shared/london.ts";
import { newId } from "#shared/newId.ts";
import { toField } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import { refusalWords } from "../language/refusals.ts";
import { nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import catalogue from "../../content/translations/console.events.en.json";
import { toast } from "../ui/toasts.tsx";

const say = sayer(catalogue);
/** Whoever stays longer or shorter says so: *gone* ends it, and its times can be changed like any event's. */
const STAYS = 120 * MINUTE;

/** From now on, in the words that the centre's boards have for it. */
function sessionFrom(now: number, { languages }: Pick<Centre, "languages">): { readonly until: string; readonly body: Event } {
  const at = (instant: number) => toField(new Date(instant).toISOString());
  const [day = "", start = ""] = at(now).split("T");
  // At night it ends with the day: what goes past midnight would be tomorrow's.
  const end = at(now + STAYS).startsWith(day) ? at(now + STAYS).slice(11) : "23:59";
  const title = { original: "en", words: { en: "Work adviser", ...(languages.includes("cy") ? { cy: "Cynghorydd gwaith" } : {}) } } as const;
  const body: Event = {
    title, summary: null, place: null, first: { day, start, end }, repeats: null, also: [], exceptDates: [],
    cancelled: [], termTimeOnly: false, session: { name: null, here: null }, about: "advice", languages: [],
    creche: null, free: true, booking: null, picture: null,
  };
  return { until: new Date(now + STAYS).toISOString(), body };
} // prettier-ignore

export async function isHere(centre: Centre): Promise<void> {
  const id = newId();
  const { until, body } = sessionFrom(Date.now(), centre);
  const timing = { from: null, until, pattern: [], exceptDates: [], termTimeOnly: false };
  const saved = await order("saveItem", { id, kind: "event", audience: [centre.slug], over: null, ...timing, body } as unknown as Sent<"saveItem">); // prettier-ignore
  const shown = saved.ok ? await order("publishItem", { id, over: null }) : saved;
  if (!shown.ok) return toast({ words: refusalWords(shown.refusal), tone: "bad" });
  toast({
    words: say("unplannedDone", { centre: nameOf(centre) }),
    undo: () => void order("withdrawItem", { id, over: null }),
  });
}
