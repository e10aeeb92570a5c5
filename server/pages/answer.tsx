/** Builds a visit from a request, and sends the page that came of it. */
import type { Request, Response } from "express";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { PublicCentre } from "#shared/centres/schema.ts";
import { readingAt } from "#shared/london.ts";
import type { Agenda } from "./agenda.ts";
import { AbsentPage, type Absence } from "./AbsentPage.tsx";
import { askedFor, offeredBy } from "./language.ts";
import type { PageOptions } from "./options.ts";
import type { Visit } from "./visit.ts";
import { wordsIn } from "./words.ts";

/** Nothing but this hub's own styles, fonts and pictures; no script at all. */
const POLICY = [
  "default-src 'none'", "style-src 'self'", "font-src 'self'", "img-src 'self'", "base-uri 'none'",
  "form-action 'none'", "frame-ancestors 'none'",
].join("; "); // prettier-ignore

/** `centres`: those whose languages the page offers; it stands under the name of `centre`. */
export function visitOf(
  request: Request,
  { publicUrl }: PageOptions,
  now: number,
  centre: PublicCentre | null,
  centres: readonly PublicCentre[] = centre ? [centre] : [],
): Visit {
  const asked = askedFor(request.query["lang"]);
  const own = offeredBy(centres);
  const offered = asked === null || own.includes(asked) ? own : [...own, asked];
  const accepted = request.acceptsLanguages(...own);
  const language = asked ?? offered.find((one) => one === accepted) ?? offered[0] ?? "en";
  // Two slashes at the start of a link would lead to another host.
  const path = `/${request.path.replace(/^[/\\]+/, "")}`;
  const today = readingAt(now).day;
  return { words: wordsIn(language), offered, asked: asked !== null, path, centre, now, today, publicUrl };
}

/** `freshUntil` (epoch ms): until when the page says nothing that has become untrue. */
export function answer(response: Response, page: VNode, now: number, freshUntil: number): void {
  const seconds = Math.max(0, Math.floor((freshUntil - now) / 1000));
  response.set("Cache-Control", seconds > 0 ? `public, max-age=${seconds}` : "no-cache");
  send(response, page);
}

const STATUS = { lost: 404, "gone.vacancy": 410, "gone.event": 410, "gone.leaflet": 410, busy: 503 } as const;

export function answerAbsent(
  response: Response,
  visit: Visit,
  why: Absence,
  others: Agenda["ten"] = [],
): void {
  response.status(STATUS[why]).set("Cache-Control", why === "busy" ? "no-store" : "no-cache");
  if (why === "busy") response.set("Retry-After", "60");
  send(response, <AbsentPage visit={visit} why={why} others={others} />);
}

function send(response: Response, page: VNode): void {
  response.set("Content-Security-Policy", POLICY).vary("Accept-Language").type("html");
  response.send(`<!doctype html>${renderToString(page)}`);
}
