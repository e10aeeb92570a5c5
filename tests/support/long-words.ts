/** A centre whose names, jobs and events have words as long as words get. */
import { textIn } from "#shared/languages.ts";
import { addDays, readingAt } from "#shared/london.ts";
import { always, centre, vacancy, vacancyDraft } from "./drafts.ts";
import type { RunningHub } from "./hub.ts";
import { publish, putOnBoard } from "./publish.ts";

const PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch";
const TITLE =
  "Kraftfahrzeughaftpflichtversicherungssachbearbeiter, Teilzeitkinderbetreuungseinrichtungsleitung";
const EMPLOYER = "The Northumberland and Tyneside Multi-Academy Trust for Special Educational Needs Ltd";
const ADDRESS =
  "recruitment.and.human.resources@northumberland-and-tyneside-multi-academy-trust.sch.example.org";

export async function longWords(hub: RunningHub, slug: string): Promise<void> {
  const names = { name: textIn("en", `${PLACE} Integrated Family Hub`), phone: "0191 498 0123" };
  await hub.done("saveCentre", { centre: centre(slug, { ...names, offer: "enhanced" }), over: null });
  const body = vacancy(TITLE, {
    employer: EMPLOYER,
    reference: "NTMAT/2026/11/KFZ-HAFTPFLICHT/0000123456789",
    locations: [{ text: `${PLACE} Industrial Estate`, postcode: null, outcode: null, lat: null, lon: null }],
    apply: textIn("en", `Write to ${ADDRESS}`),
    applyUrl: null,
  });
  await putOnBoard(hub, slug, {
    ...vacancyDraft("long-job", TITLE, [slug]),
    body,
    until: "2099-12-24T12:00:00Z",
  });
  const day = addDays(readingAt(Date.now()).day, 1);
  const event = {
    title: textIn("en", "Elternkindgruppenvormittagsveranstaltung"),
    summary: textIn("en", `Come to ${PLACE}.`),
    place: textIn("en", `${PLACE} Hall`),
    booking: textIn("en", ADDRESS),
    who: textIn("en", `Parents who live in ${PLACE}`),
    cost: null,
    picture: null,
    first: { day, start: "09:30", end: "11:00" },
    repeats: { every: { weeks: 1 }, days: [], until: null },
    also: [],
    exceptDates: [],
    cancelled: [],
    termTimeOnly: false,
    languages: ["en" as const, "pl" as const, "ur" as const],
    creche: "free" as const,
    free: false,
    about: "learning" as const,
    session: null,
  };
  await publish(hub, {
    id: "long-event",
    kind: "event",
    audience: [slug],
    over: null,
    ...always,
    body: event,
  });
  const session = { ...event, session: { name: "Bartholomäus-Konstantin", here: null }, about: null };
  await publish(hub, {
    id: "long-adviser",
    kind: "event",
    audience: [slug],
    over: null,
    ...always,
    body: session,
  });
}
