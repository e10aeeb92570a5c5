/** A centre of which everything is in English alone: a job, leaflets new and old, events now and later. */
import type { Event } from "#shared/events/schema.ts";
import { textIn } from "#shared/languages.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { addDays, readingAt, startOfDay } from "#shared/london.ts";
import { always, centre, vacancyDraft } from "./drafts.ts";
import { handIn } from "./files.ts";
import type { RunningHub } from "./hub.ts";
import { publish, putOnBoard } from "./publish.ts";

/** One leaflet of two is new, and printed on two pages; of two events tomorrow's is cancelled. */
export async function inEnglishAlone(hub: RunningHub, slug: string): Promise<void> {
  const { day } = readingAt(Date.now());
  const tomorrow = addDays(day, 1);
  const title = textIn("en", "Stay and play");
  const draft = { audience: [slug], over: null, ...always };
  const page = await handIn(hub, "images/sharp-Landscape_6.jpg");
  const leaflet = (id: string, more: Partial<Leaflet>) => ({
    ...draft,
    id,
    kind: "leaflet" as const,
    body: { title, summary: title, text: title, edition: "1", reviewed: null, topics: [], reviewBy: addDays(day, 90), picture: null, pdfs: {}, ...more }, // prettier-ignore
  });
  const event = (id: string, on: string, more: Partial<Event>) => ({
    ...draft,
    id,
    kind: "event" as const,
    body: { title, summary: null, place: null, first: { day: on, start: "10:00", end: "11:00" }, repeats: null, also: [], exceptDates: [], cancelled: [], termTimeOnly: false, session: null, about: null, languages: [], creche: null, free: true, booking: null, picture: null, ...more }, // prettier-ignore
  });
  await hub.done("saveCentre", { centre: centre(slug), over: null });
  const until = new Date(startOfDay(addDays(day, 9))).toISOString();
  await putOnBoard(hub, slug, vacancyDraft("ta", "Teaching assistant", [slug], { until }));
  await publish(hub, leaflet("new", { reviewed: day, topics: ["work", "money"], pdfs: { en: { file: null, pages: [page, page] } } })); // prettier-ignore
  await publish(hub, leaflet("old", { reviewed: addDays(day, -100), topics: ["money"] }));
  await publish(hub, event("off", tomorrow, { cancelled: [tomorrow], about: "children", creche: "free" }));
  await publish(hub, event("later", addDays(day, 20), { about: "jobs", languages: ["pl"] }));
}
