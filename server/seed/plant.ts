/** Puts the demo district into the hub, by the one way there is to publish, and keeps its dates fresh. */
import type { AnyItem } from "#shared/item.ts";
import { done, type Result } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import type { Database, Writing } from "#server/db/open.ts";
import { findCentre, saveCentre } from "#server/centres/save.ts";
import { findItem } from "#server/items/read.ts";
import { type Act, type Draft, moveItem, saveItem } from "#server/items/save.ts";
import type { Media } from "#server/media/media.ts";
import { placeVacancy } from "#server/vacancies/place.ts";
import { type Demo, type DemoItem, readDemo } from "./demo.ts";
import { type KeptFiles, openKeptFiles } from "./files.ts";
import { WHO } from "./planted.ts";

export interface Ground {
  readonly database: Database;
  readonly media: Media;
  /** The repository's content/ folder. */
  readonly content: string;
  /** Where it is remembered which files were kept. */
  readonly memory: string;
  /** Whether pictures are decoded that no earlier start has kept; else their items come without them. */
  readonly decode: boolean;
}

/**
 * Plants the demo as it stands at `now` (epoch ms), or renews its dates. What a person has changed
 * since is hers and stays. Throws where content/ holds a mistake.
 */
export async function plantDemo(ground: Ground, now: number): Promise<Result<null>> {
  const demo = await readDemo(ground.content, now);
  const files = await openKeptFiles(ground.media, ground.memory, ground.decode);
  const drafts = await Promise.all(
    demo.items.map(async (item) => ({ item, body: await withFiles(item, files) })),
  );
  const logos = await Promise.all(demo.centres.map(({ logo }) => files.picture(logo)));
  if (ground.decode) await files.remember();
  const act: Act = { who: WHO, at: new Date(now).toISOString() };
  return change(ground.database, async (tx) => {
    for (const [index, { centre }] of demo.centres.entries()) {
      const before = await findCentre(tx, centre.slug);
      const logo = logos[index] ?? null;
      // Only what nobody has touched yet may still get the logo that was being decoded.
      if (before && (before.revision > 1 || !logo || before.centre.brand.logo)) continue;
      const brand = { ...centre.brand, logo };
      const saved = await saveCentre(tx, { ...centre, brand }, before?.revision ?? null, act);
      if (!saved.ok) return saved;
    }
    for (const { item, body } of drafts) {
      const saved = await plantItem(tx, item, body, act);
      if (!saved.ok) return saved;
    }
    return placeAll(tx, demo, act);
  });
}

async function withFiles(item: DemoItem, files: KeptFiles): Promise<AnyItem["body"]> {
  const [picture, video] = [await files.picture(item.files.picture), await files.video(item.files.video)];
  if (item.kind === "vacancy") return item.body;
  if (item.kind === "notice") return { ...item.body, picture, video };
  if (item.kind !== "leaflet") return { ...item.body, picture };
  const pdfs = Object.entries(item.files.pdfs).map(async ([language, file]) => [
    language,
    await files.pdf(file),
  ]);
  return { ...item.body, picture, pdfs: Object.fromEntries(await Promise.all(pdfs)) };
}

async function plantItem(
  tx: Writing,
  item: DemoItem,
  body: AnyItem["body"],
  act: Act,
): Promise<Result<unknown>> {
  const before = await findItem(tx, item.id);
  if (before && before.by !== WHO) return done(null);
  if (before && sameAs(before, item, body)) return done(null);
  const { files: _files, state, ...said } = item;
  // A vacancy's audience follows from where it is placed.
  const audience = item.kind === "vacancy" ? (before?.audience ?? []) : item.audience;
  const draft = { ...said, body, audience, over: before?.revision ?? null } as Draft;
  const saved = await saveItem(tx, draft, act);
  if (!saved.ok || state === "draft" || before) return saved;
  return moveItem(tx, item.id, null, state, act);
}

function sameAs(before: AnyItem, item: DemoItem, body: AnyItem["body"]): boolean {
  return (
    before.until === item.until &&
    before.from === item.from &&
    JSON.stringify(before.body) === JSON.stringify(body)
  );
}

async function placeAll(tx: Writing, demo: Demo, act: Act): Promise<Result<null>> {
  for (const placement of demo.placements) {
    const decided = await tx
      .selectFrom("placement")
      .select(["who", "asks"])
      .where("vacancy", "=", placement.vacancy)
      .where("centre", "=", placement.centre)
      .executeTakeFirst();
    // Nobody is there to say that an undated one still stands.
    const asksNobody = decided?.who === WHO && decided.asks !== null && decided.asks <= act.at;
    if (decided && !asksNobody) continue;
    const placed = await placeVacancy(tx, placement, act);
    if (!placed.ok) return placed;
  }
  return done(null);
}
