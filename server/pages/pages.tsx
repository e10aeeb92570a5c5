/**
 * The light pages: no script, nothing from another host, a few kilobytes each. `/` to start, `/c/SLUG`
 * a centre, `/j/ID`, `/e/ID`, `/l/ID` a vacancy, an event, a leaflet, `/t/…` several of them, `/accessibility`
 * the statement, and `/e/ID.ics` for a calendar.
 */
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from "express";
import type { VNode } from "preact";
import { occurrences } from "#shared/events/occurrences.ts";
import { say } from "#shared/languages.ts";
import { MINUTE } from "#shared/london.ts";
import { slugSchema } from "#shared/schema.ts";
import { nextChange } from "#shared/showing.ts";
import type { PageUse } from "#shared/uses/uses.ts";
import statement from "../../docs/accessibility.md?raw";
import { agendaChanges, agendaOf, type Agenda } from "./agenda.ts";
import { answer, answerAbsent, visitOf } from "./answer.tsx";
import { assets } from "./assets.ts";
import { calendarOf } from "./calendar.ts";
import { CentrePage } from "./CentrePage.tsx";
import { EventPage } from "./EventPage.tsx";
import { find, type Found } from "./find.ts";
import { LeafletPage } from "./LeafletPage.tsx";
import type { PageOptions } from "./options.ts";
import type { PageKind } from "./reader.ts";
import { StartPage } from "./StartPage.tsx";
import { StatementPage } from "./StatementPage.tsx";
import { takenPage } from "./taken.tsx";
import { VacancyPage } from "./VacancyPage.tsx";
import type { Visit } from "./visit.ts";

/** How long a phone may keep a page without asking again. */
const FRESH = MINUTE;
/** How far ahead an event's page looks, and how many times it says. */
const DAYS_AHEAD = 365;
const TIMES = 8;

/** Comes last among the hub's routers: what nothing else answers is told kindly that it is lost. */
export function pages(options: PageOptions): express.Router {
  const router = express.Router();
  router.use(assets());
  router.get("/", startPage(options));
  router.get("/c/:slug", centrePage(options));
  router.get("/j/:id", itemPage(options, "vacancy", vacancyPage));
  router.get("/e/:id.ics", eventCalendar(options));
  router.get("/e/:id", itemPage(options, "event", eventPage));
  router.get("/l/:id", itemPage(options, "leaflet", leafletPage));
  router.get("/t/:names", takenPage(options));
  router.get("/accessibility", statementPage(options));
  router.use(lost(options));
  router.use(sorry(options));
  return router;
}

function lost(options: PageOptions): RequestHandler {
  return (request, response) =>
    answerAbsent(response, visitOf(request, options, options.now(), null), "lost");
}

function startPage(options: PageOptions): RequestHandler {
  return async (request, response) => {
    const now = options.now();
    const centres = await options.read.centres();
    const visit = visitOf(request, options, now, null, centres);
    answer(response, <StartPage visit={visit} centres={centres} />, now, now);
  };
}

function centrePage(options: PageOptions): RequestHandler<{ slug: string }> {
  return async (request: Request<{ slug: string }>, response) => {
    const now = options.now();
    const { slug } = request.params;
    const programme = slugSchema.safeParse(slug).success ? await options.read.programme(slug) : null;
    if (!programme) return answerAbsent(response, visitOf(request, options, now, null), "lost");
    const { centre, entries } = programme;
    const visit = visitOf(request, options, now, centre);
    const page = <CentrePage visit={visit} centre={centre} agenda={agendaOf(centre, entries, now)} />;
    count(options, request, visit, "page-centre", null);
    answer(response, page, now, agendaChanges(centre, entries, now, now + FRESH));
  };
}

/** Who comes too late for a job is offered others of the same centre. */
const OTHERS = 5;

async function othersOf({ read }: PageOptions, { centre, now }: Visit): Promise<Agenda["ten"]> {
  const programme = centre && (await read.programme(centre.slug));
  return programme ? agendaOf(programme.centre, programme.entries, now).ten.slice(0, OTHERS) : [];
}

/** The accessibility statement that public bodies must publish (docs/accessibility.md), in English. */
function statementPage(options: PageOptions): RequestHandler {
  return async (request, response) => {
    const now = options.now();
    const [title = "", ...text] = statement.split("\n");
    const html = await options.leafletHtml(text.join("\n"));
    const visit = visitOf(request, options, now, null);
    const page = <StatementPage visit={visit} title={title.replace("# ", "")} html={html} />;
    answer(response, page, now, now + FRESH);
  };
}

const USES = { vacancy: "page-vacancy", event: "page-event", leaflet: "page-leaflet" } as const;
/** What reads pages by itself: search engines, previews of links in a chat, watchers. */
const MACHINES = /bot|crawl|spider|preview|fetch|monitor|curl|wget|python|headless/i;

/** Counts a reading for the centre under whose name the page stands; what a code led to, also as that. */
function count(
  options: PageOptions,
  request: Request,
  { centre, words }: Visit,
  what: PageUse,
  item: string | null,
): void {
  if (!centre || request.method !== "GET" || MACHINES.test(request.get("User-Agent") ?? "bot")) return;
  options.opened(what, centre.slug, item, words.language);
  if (request.query["via"] === "code") options.opened("code", centre.slug, item, words.language);
}

type Opened<K extends PageKind> = Extract<Found<K>, { state: "open" }>;
/** A page of an item that may be read; `null` where there is nothing left to say. */
type Draw<K extends PageKind> = (
  options: PageOptions,
  visit: Visit,
  id: string,
  found: Opened<K>,
) => Promise<VNode | null>;

function itemPage<K extends PageKind>(options: PageOptions, kind: K, draw: Draw<K>) {
  return async (request: Request<{ id: string }>, response: Response) => {
    const now = options.now();
    const { id } = request.params;
    const found = await find(options.read, kind, id, request.query["centre"], now);
    const visit = visitOf(request, options, now, found.state === "lost" ? null : found.centre);
    if (found.state === "lost") return answerAbsent(response, visit, "lost");
    const page = found.state === "open" ? await draw(options, visit, id, found) : null;
    if (!page || found.state === "gone") {
      const others = kind === "vacancy" ? await othersOf(options, visit) : [];
      return answerAbsent(response, visit, `gone.${kind}`, others);
    }
    const change = nextChange(found.shown, found.viewer, now, now + FRESH);
    count(options, request, visit, USES[kind], id);
    answer(response, page, now, change ?? now + FRESH);
  };
}

const vacancyPage: Draw<"vacancy"> = async ({ read }, visit, id, { shown, centre }) => {
  const placement = centre ? await read.placement(id, centre.slug) : null;
  return <VacancyPage visit={visit} id={id} shown={shown} placement={placement} />;
};

const eventPage: Draw<"event"> = async (_options, visit, _id, { shown, viewer }) => {
  const until = visit.now + DAYS_AHEAD * 24 * 60 * MINUTE;
  const coming = occurrences(shown.body, viewer.terms, visit.now, until).slice(0, TIMES);
  return coming.length > 0 ? <EventPage visit={visit} event={shown.body} coming={coming} /> : null;
};

const leafletPage: Draw<"leaflet"> = async ({ leafletHtml }, visit, _id, { shown: { body } }) => {
  const said = body.text && say(body.text, visit.words.language);
  const full = said && { language: said.language, html: await leafletHtml(said.words) };
  return <LeafletPage visit={visit} leaflet={body} full={full} />;
};

function eventCalendar(options: PageOptions) {
  return async (request: Request<{ id: string }>, response: Response) => {
    const now = options.now();
    const { id } = request.params;
    const found = await find(options.read, "event", id, request.query["centre"], now);
    const visit = visitOf(request, options, now, found.state === "lost" ? null : found.centre);
    if (found.state === "lost") return answerAbsent(response, visit, "lost");
    const text = found.state === "open" ? calendarOf(visit, id, found.shown.body, found.viewer.terms) : null;
    if (text === null) return answerAbsent(response, visit, "gone.event");
    response.set({ "Cache-Control": "no-cache", "Content-Disposition": `inline; filename="${id}.ics"` });
    response.vary("Accept-Language").type("text/calendar; charset=utf-8").send(text);
  };
}

/** An address that cannot be decoded is lost; anything else is our own fault, and told to the hub. */
function sorry(options: PageOptions): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const visit = visitOf(request, options, options.now(), null);
    if (error instanceof URIError) return answerAbsent(response, visit, "lost");
    options.report(error);
    answerAbsent(response, visit, "busy");
  };
}
