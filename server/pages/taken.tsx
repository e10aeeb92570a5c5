/** Finds what an address of `/t/` names, as far as it may still be read. */
import type { Request, RequestHandler, Response } from "express";
import { nextOccurrence } from "#shared/events/occurrences.ts";
import type { Term } from "#shared/schema.ts";
import { answer, answerAbsent, visitOf } from "./answer.tsx";
import { occurrenceInWords } from "./dates.ts";
import { vacancyInALine } from "./facts.ts";
import { find } from "./find.ts";
import type { PageOptions } from "./options.ts";
import { payInWords } from "./pay.ts";
import type { PageKind } from "./reader.ts";
import { TakenPage, type Taken } from "./TakenPage.tsx";
import { plain } from "./text.tsx";
import type { Visit } from "./visit.ts";

const KINDS: Readonly<Record<string, PageKind>> = { j: "vacancy", e: "event", l: "leaflet" };
/** As many as a kiosk's list holds. */
const MOST = 12;

/** `/t/j.ID~e.ID?centre=SLUG`; what has closed meanwhile is left out. */
export function takenPage(options: PageOptions): RequestHandler<{ names: string }> {
  return async (request: Request<{ names: string }>, response: Response) => {
    const now = options.now();
    const slug = String(request.query["centre"] ?? "");
    const centre = /^[a-z0-9-]{1,60}$/.test(slug) ? await options.read.centre(slug) : null;
    const visit = visitOf(request, options, now, centre);
    const names = request.params.names.split("~").slice(0, MOST);
    const taken = await Promise.all(names.map((name) => takenOf(options, visit, name, slug)));
    const there = taken.filter((one) => one !== null);
    if (there.length === 0) return answerAbsent(response, visit, "lost");
    return answer(response, <TakenPage visit={visit} taken={there} />, now, now);
  };
}

async function takenOf(
  { read }: PageOptions,
  visit: Visit,
  name: string,
  from: string,
): Promise<Taken | null> {
  const [letter = "", id = ""] = name.split(".", 2);
  const kind = KINDS[letter];
  if (!kind) return null;
  const found = await find(read, kind, id, from, visit.now);
  if (found.state !== "open") return null;
  const { body } = found.shown;
  return {
    path: `/${letter}/${id}`,
    title: body.title,
    about: aboutOf(visit, kind, body, found.viewer.terms),
  };
}

function aboutOf(visit: Visit, kind: PageKind, body: unknown, terms: readonly Term[]): string | null {
  const { words } = visit;
  if (kind === "vacancy") {
    const vacancy = body as Parameters<typeof vacancyInALine>[1];
    const pay = vacancy.pay && payInWords(words, vacancy.pay, vacancy.title.original);
    return vacancyInALine(words, vacancy, pay?.offered ?? null);
  }
  if (kind === "event") {
    const next = nextOccurrence(body as Parameters<typeof nextOccurrence>[0], terms, visit.now);
    return next && occurrenceInWords(words, next, visit.today);
  }
  return plain((body as { readonly summary: Parameters<typeof plain>[0] }).summary, words);
}
