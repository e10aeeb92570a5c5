/** One centre as full as a busy one, with the demo district's texts and some more. */
import path from "node:path";
import { textIn } from "#shared/languages.ts";
import { done, type Result } from "#shared/result.ts";
import { saveCentre } from "#server/centres/save.ts";
import { change } from "#server/db/change.ts";
import type { Database, Writing } from "#server/db/open.ts";
import { type Act, type Draft, moveItem, saveItem } from "#server/items/save.ts";
import { readDemo } from "#server/seed/demo.ts";
import { placeVacancy } from "#server/vacancies/place.ts";
import { always } from "../drafts.ts";
import { repository } from "./hub.ts";
import { LEAFLETS, VACANCIES, type Words } from "./texts.ts";

export interface Size {
  readonly vacancies: number;
  readonly leaflets: number;
  readonly events: number;
}

/** The first so many of each, all of them at one centre that never closes. Throws where there are not so many texts. */
export async function plantFullCentre(database: Database, slug: string, size: Size): Promise<void> {
  const demo = await readDemo(path.join(repository, "content"), Date.now());
  const act: Act = { who: "bench", at: new Date().toISOString() };
  const drafts = demo.items.map(({ files: _files, state: _state, ...said }) => ({ ...said, audience: [slug], over: null }) as Draft); // prettier-ignore
  const ofKind = <K extends Draft["kind"]>(kind: K) =>
    drafts.filter((draft): draft is Extract<Draft, { kind: K }> => draft.kind === kind);
  const wanted = [
    ...take(withMore(ofKind("vacancy"), VACANCIES, (body, words) => ({ ...body, description: words })), size.vacancies), // prettier-ignore
    ...take(withMore(ofKind("leaflet"), LEAFLETS, (body, words) => ({ ...body, text: words, pdfs: {} })), size.leaflets), // prettier-ignore
    ...take(ofKind("event"), size.events),
  ];
  const centre = {
    ...demo.centres.find((one) => one.centre.slug === slug)!.centre,
    opening: [],
    closedDays: [],
  };
  const planted = await change(database, async (tx) => {
    await saveCentre(tx, centre, null, act);
    for (const draft of wanted) {
      const put = await show(tx, draft, slug, act);
      if (!put.ok) return put;
    }
    return done(null);
  });
  if (!planted.ok) throw new Error(JSON.stringify(planted.refusal));
}

/** More like these: each takes another's place in everything but its words. */
function withMore<D extends Draft>(
  drafts: readonly D[],
  more: readonly Words[],
  body: (like: D["body"], words: ReturnType<typeof textIn>) => object,
): readonly D[] {
  const added = more.map(({ title, words }, at) => {
    const like = drafts[at % drafts.length]!;
    return {
      ...like,
      ...always,
      id: `bench-${like.kind}-${at}`,
      body: { ...body(like.body, textIn("en", words)), title: textIn("en", title) },
    } as D;
  });
  return [...drafts, ...added];
}

function take<D>(all: readonly D[], count: number): readonly D[] {
  if (all.length < count) throw new Error(`There are texts for ${all.length} and not for ${count}.`);
  return all.slice(0, count);
}

async function show(tx: Writing, draft: Draft, slug: string, act: Act): Promise<Result<unknown>> {
  const saved = await saveItem(tx, draft, act);
  if (!saved.ok) return saved;
  if (draft.kind === "vacancy")
    return placeVacancy(tx, { vacancy: draft.id ?? "", centre: slug, on: "board" }, act);
  return moveItem(tx, draft.id ?? "", null, "published", act);
}
