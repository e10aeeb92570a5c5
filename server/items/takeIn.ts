/** Taking in what a file or a source offers: the same once, the changed anew, and a person's words left alone. */
import type { AnyItem } from "#shared/item.ts";
import type { Bodies, Kind } from "#shared/kinds.ts";
import { done, type Result } from "#shared/result.ts";
import type { Writing } from "#server/db/open.ts";
import { findItem, historyOf } from "./read.ts";
import { type Act, type Draft, moveItem, saveItem } from "./save.ts";

/** Who is named for what no person wrote. */
export const IMPORT = "import";

/** `edited`: a person has changed it since, so it stays as it is. `over`: it has ended already and was put on no screen. */
export type Taken = "added" | "changed" | "unchanged" | "edited" | "over";

export interface Offered<K extends Kind = Kind> {
  readonly id: string;
  readonly kind: K;
  readonly until: string | null;
  readonly body: Bodies[K];
  /** Where it is published at once; none: it waits as a draft. */
  readonly centres: readonly string[];
}

export async function takeIn<K extends Kind>(
  tx: Writing,
  offer: Offered<K>,
  act: Act,
): Promise<Result<Taken>> {
  const by = { ...act, who: IMPORT };
  const before = await findItem(tx, offer.id);
  if (before && isSame(before, offer)) return publish(tx, before, offer, by, "unchanged");
  if (before && (await isEdited(tx, before))) return done("edited");
  const saved = await saveItem(tx, draftOf(before, offer), by);
  return saved.ok ? publish(tx, saved.value, offer, by, before ? "changed" : "added") : saved;
}

function draftOf<K extends Kind>(before: AnyItem | null, offer: Offered<K>): Draft {
  const { id, kind, until, body, centres } = offer;
  return {
    id,
    kind,
    body,
    until,
    audience: before ? together(before, centres) : centres,
    from: before?.from ?? null,
    pattern: before?.pattern ?? [],
    exceptDates: before?.exceptDates ?? [],
    termTimeOnly: before?.termTimeOnly ?? false,
    over: before?.revision ?? null,
  } as Draft;
}

function together({ audience }: AnyItem, centres: readonly string[]): AnyItem["audience"] {
  return audience === "all" ? "all" : [...new Set([...audience, ...centres])];
}

function isSame(before: AnyItem, { until, body, centres }: Offered): boolean {
  const reaches = before.audience === "all" || centres.every((slug) => before.audience.includes(slug));
  return reaches && before.until === until && JSON.stringify(before.body) === JSON.stringify(body);
}

/** Whether its words are others than the last import left: publishing it changes nothing of them. */
async function isEdited(tx: Writing, item: AnyItem): Promise<boolean> {
  const imported = (await historyOf(tx, item.id)).find(({ who }) => who === IMPORT);
  return !imported || JSON.stringify(imported.item.body) !== JSON.stringify(item.body);
}

/** What a person has withdrawn stays withdrawn; what was never published is, where centres are named. */
async function publish(
  tx: Writing,
  item: AnyItem,
  { centres, until }: Offered,
  act: Act,
  taken: Taken,
): Promise<Result<Taken>> {
  if (centres.length === 0 || item.state !== "draft") return done(taken);
  if (until !== null && until <= act.at) return done("over");
  const moved = await moveItem(tx, item.id, item.revision, "published", act);
  return moved.ok ? done(taken) : moved;
}
