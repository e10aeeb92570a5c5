/**
 * The inbox while somebody works through it. What she decides leaves the list at the very key press;
 * the hub is told behind her back, and what it cannot do comes back with the reason.
 */
import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Refusal } from "#shared/result.ts";
import type { Counts, Cursor, Decided, Inbox, Row, Tab } from "#shared/vacancies/inbox.ts";
import { onNews, order } from "../live/client.ts";

export type On = "board" | "search" | "no";

/** One vacancy at one centre, as it was and as it is to be. */
export interface Step {
  readonly vacancy: string;
  readonly centre: string;
  readonly on: On | "new";
  readonly was: Decided;
  readonly place?: number;
  readonly since?: string;
}

export interface Outcome {
  readonly done: readonly { readonly vacancy: string; readonly centre: string; readonly on: On | "new"; readonly waiting: boolean; readonly was: { readonly on: Decided; readonly place: number; readonly since: string | null } }[]; // prettier-ignore
  readonly not: readonly { readonly vacancy: string; readonly centre: string; readonly refusal: Refusal }[];
}

export interface Triage {
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly counts: ReadonlySignal<Counts | null>;
  readonly selected: ReadonlySignal<string | null>;
  readonly marked: ReadonlySignal<ReadonlySet<string>>;
  readonly state: ReadonlySignal<"loading" | "here" | Refusal>;
  readonly hasMore: ReadonlySignal<boolean>;
  select(id: string): void;
  /** So many rows on or back. */
  move(by: number): void;
  mark(id: string): void;
  markAll(): void;
  more(): Promise<void>;
  refresh(): Promise<void>;
  /** Those whose turn it is: the marked ones, else the selected one. */
  chosen(): readonly Row[];
  /** Carries decisions out. The rows of which nothing is left to do here go at once. */
  decide(steps: readonly Step[], leaving: readonly string[]): Promise<{ readonly outcome: Outcome } | { readonly refusal: Refusal }>; // prettier-ignore
  follow(): () => void;
}

const PAGE = 100;
/** News come in bursts: so long after the first the hub is asked once, milliseconds. */
const GATHER = 150;
/** With fewer than so many left below, the next page is fetched. */
const AHEAD = 40;

const TOPICS = [
  "decideVacancies", "placeVacancy", "importVacancies", "writeVacancy", "closeVacancy", "reopenVacancy",
  "proposeVacancy", "answerProposal", "saveEmployerNote", "saveRoute", "removeRoute", "takeOff",
] as const; // prettier-ignore

export function openTriage(tab: Tab, centres: readonly string[]): Triage {
  const held = signal<readonly Row[]>([]);
  const counts = signal<Counts | null>(null);
  const selected = signal<string | null>(null);
  const marked = signal<ReadonlySet<string>>(new Set());
  const state = signal<"loading" | "here" | Refusal>("loading");
  const next = signal<Cursor | null>(null);
  /** Decided here and not yet confirmed: an answer that is on its way must not bring them back. */
  const leaving = signal<ReadonlyMap<string, number>>(new Map());
  const rows = computed(() => held.value.filter(({ id }) => !leaving.value.has(id)));
  let newest = 0;
  let fetching = false;
  let due: Promise<void> | null = null;

  /** Asks anew in a moment; resolves with an answer that was asked for after this call. */
  function soon(): Promise<void> {
    due ??= new Promise<void>((go) => setTimeout(go, GATHER)).then(() => {
      due = null;
      return ask(null);
    });
    return due;
  }

  /** The newest first page counts, and what was asked for since: a further page never overtakes it. */
  async function ask(after: Cursor | null): Promise<void> {
    if (after === null) newest += 1;
    const mine = newest;
    const result = await order<Inbox, "inbox">("inbox", { tab, centres: [...centres], after, limit: PAGE });
    if (mine !== newest) return;
    if (!result.ok) {
      state.value = result.refusal;
      return;
    }
    batch(() => {
      const { rows: come, counts: counted, next: following } = result.value;
      if (after === null) take(come, following);
      else {
        const known = new Set(held.value.map(({ id }) => id));
        held.value = [...held.value, ...come.filter(({ id }) => !known.has(id))];
        next.value = following;
      }
      counts.value = counted;
      state.value = "here";
      settle();
    });
  }

  /** A first page anew: further pages that were fetched stay below it, but for what it names itself. */
  function take(come: readonly Row[], following: Cursor | null): void {
    const named = new Set(come.map(({ id }) => id));
    const last = come.at(-1);
    const below =
      following && last ? held.value.filter((row) => !named.has(row.id) && row.since < last.since) : [];
    const before = new Map(held.value.map((row) => [row.id, row]));
    held.value = [...come.map((row) => asBefore(before.get(row.id), row)), ...below];
    if (below.length === 0) next.value = following;
  }

  /** Somebody is always selected, and nobody who has gone. */
  function settle(): void {
    if (!rows.value.some(({ id }) => id === selected.value)) selected.value = rows.value[0]?.id ?? null;
    if ([...marked.value].some((id) => !rows.value.some((row) => row.id === id)))
      marked.value = new Set([...marked.value].filter((id) => rows.value.some((row) => row.id === id)));
  }

  async function more(): Promise<void> {
    if (fetching || next.value === null) return;
    fetching = true;
    await ask(next.value);
    fetching = false;
  }

  function hide(ids: readonly string[], by: 1 | -1): void {
    const now = new Map(leaving.value);
    for (const id of ids) {
      const left = (now.get(id) ?? 0) + by;
      if (left > 0) now.set(id, left);
      else now.delete(id);
    }
    leaving.value = now;
  }

  /** The selection goes to the row that comes into the place of those that leave. */
  function letGo(ids: readonly string[]): void {
    const all = rows.value;
    const at = all.findIndex(({ id }) => id === selected.value);
    const stays = (row: Row) => !ids.includes(row.id);
    const heir = all.slice(Math.max(0, at)).find(stays) ?? all.slice(0, Math.max(0, at)).findLast(stays);
    batch(() => {
      selected.value = heir?.id ?? null;
      marked.value = new Set();
      hide(ids, 1);
    });
  }

  return {
    rows,
    counts,
    selected,
    marked,
    state,
    hasMore: computed(() => next.value !== null),
    select: (id) => void (selected.value = id),
    move(by) {
      const all = rows.value;
      const at = all.findIndex(({ id }) => id === selected.value);
      const to = Math.min(all.length - 1, Math.max(0, at + by));
      selected.value = all[to]?.id ?? null;
      if (all.length - to < AHEAD) void more();
    },
    mark(id) {
      const now = new Set(marked.value);
      if (!now.delete(id)) now.add(id);
      marked.value = now;
    },
    markAll() {
      marked.value = marked.value.size > 0 ? new Set() : new Set(rows.value.map(({ id }) => id));
    },
    more,
    refresh: () => ask(null),
    chosen() {
      const all = rows.value;
      if (marked.value.size > 0) return all.filter(({ id }) => marked.value.has(id));
      return all.filter(({ id }) => id === selected.value);
    },
    async decide(steps, gone) {
      letGo(gone);
      if (rows.value.length < AHEAD) void more();
      const result = await order<Outcome, "decideVacancies">("decideVacancies", { decisions: [...steps] });
      // The answer that follows the change says who is still there; until then those stay hidden.
      await soon();
      hide(gone, -1);
      settle();
      return result.ok ? { outcome: result.value } : { refusal: result.refusal };
    },
    follow() {
      void ask(null);
      return onNews(TOPICS, () => void soon());
    },
  };
}

/** The very same object where nothing has changed, so that nothing is drawn again. */
function asBefore(before: Row | undefined, now: Row): Row {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
